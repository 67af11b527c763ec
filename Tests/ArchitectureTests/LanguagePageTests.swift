import Testing

struct LanguagePageTests {
  let page: String

  init() throws {
    page = try Checkout.text("Sources/CEL/README.md")
  }

  @Test func `the page of the language shows the example as it is built`() throws {
    #expect(page.contains(try Checkout.text("Examples/EmbeddedRules/Sources/main.swift")))
  }

  @Test func `the page of the language has every function and macro`() throws {
    let library = try Checkout.files(in: "Sources/CEL/Library").map { try Checkout.text($0) }
      .joined()
    let functions = library.matches(
      of: #/(?:Definition|field|extreme|rounding|question|bitwise|shift)\(\s*"([\w.]+)"/#
    ).map { String($0.1) }
    let macros = try Checkout.text("Sources/CEL/Checking/Checker+Macros.swift")
      .matches(of: #/case (\w+)$/#.anchorsMatchLineEndings()).map { String($0.1) }
    let node = try Checkout.text("Sources/CEL/Checking/TypedNode.swift")
    let forms = node.split(separator: "enum Form")[1].prefix { $0 != "}" }
      .matches(of: #/case (\w+)/#).map { String($0.1) }
    #expect(functions.count > 60 && forms.count == 8)
    for name in functions + macros + forms where name != "in" {
      #expect(page.contains("`\(name)`") || page.contains("`\(name)("), "\(name) isn't explained")
    }
  }
}
