import Testing

struct ProgressTests {
  private static let arguments = ["validate", "upload.csv", "--pack", "arizona", "--year", "2022"]

  @Test func `on a terminal the first findings and how far the file is are shown`() throws {
    let seen = try Program().runWatched(Self.arguments)
    let first = try #require(seen.split(separator: "24 rows checked").first)
    let findings = first.split(separator: "\u{1B}[K").count { $0.contains(" isn't ") }
    #expect((1...5).contains(findings), "\(seen)")
    #expect(seen.contains("\u{1B}[K24 rows checked, "))
    // The line is taken away before anything else is said.
    #expect(seen.contains("\r\u{1B}[Kcredential-upload: looked at"))
  }

  @Test func `where nobody watches, trouble has no line that moves`() throws {
    let result = try Program().run(Self.arguments)
    #expect(!result.trouble.contains("\u{1B}") && !result.trouble.contains("rows checked"))
    #expect(result.trouble.hasPrefix("elapsed: "))
  }
}
