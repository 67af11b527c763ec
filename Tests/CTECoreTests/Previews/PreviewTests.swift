import CTECore
import Foundation
import Testing

struct PreviewTests {
  private let file = "UIC,PSN,CredentialCode,CredentialName\n0009000201,21223,SRADIO,\n"

  private func demo() async throws -> SecondStateDemo {
    try await SecondStateDemo(loading: SecondStateDemo.lists)
  }

  @Test func `a preview keeps the file and nothing of its rows, until it is committed`()
    async throws
  {
    let demo = try await demo()
    let report = try await demo.upload(file)
    #expect(report.state == .preview && report.submission == 6 && report.counts.accepted == 1)
    #expect(try await demo.tenant.count(of: .credentialAttempt) == 0)
    let kept = try await demo.tenant.submission(6).submission
    #expect(kept.isPreview && kept.expires == SecondStateDemo.moment.adding(days: 14))
    #expect(try await demo.tenant.original(of: 6) != nil)

    let committed = try await demo.commit(6)
    #expect(committed.state == .committed && committed.submission == 6)
    #expect(try await demo.tenant.count(of: .credentialAttempt) == 1)
    #expect(try await demo.tenant.submission(6).submission.isPreview == false)
    #expect(try await demo.tenant.verifyAudit() == .whole(events: 8))
  }

  @Test func `the same file again is the same preview, and unchanged once it is committed`()
    async throws
  {
    let demo = try await demo()
    #expect(try await demo.upload(file).submission == 6)
    #expect(try await demo.upload(file).submission == 6)
    _ = try await demo.commit(6)
    let again = try await demo.upload(file)
    #expect(again.state == .unchanged && again.submission == 6)
    #expect(try await demo.tenant.submissions().count == 6)
  }

  @Test func `what is there for the program and year is unchanged, whatever name a row gives it`()
    async throws
  {
    let demo = try await demo()
    _ = try await demo.upload(file)
    _ = try await demo.commit(6)
    let (report, rows) = try await demo.tenant.previewed(
      URL(
        fileURLWithPath: demo.write(
          "psn,uic,credentialname,CREDENTIALCODE,Remark\n21223,0009000201,Another name,SRADIO,x\n"
            + "21223,0009000202,,SSOUND,\n", to: "again.csv")))
    #expect(rows.map(\.standing) == [.unchanged, .valid])
    #expect(report.counts.unchanged == 1 && report.counts.accepted == 1)
  }

  @Test func `a preview says that records were changed, and is checked against them`()
    async throws
  {
    let demo = try await demo()
    let report = try await demo.upload(file)
    #expect(try await demo.show(6).staleness.isEmpty)
    let declared = "UIC,PSN,CredentialCode,CredentialName\n9999999999,21223,X,\n"
    #expect(try await demo.upload(declared).submission == 7)
    #expect(try await demo.show(6).staleness.isEmpty, "a preview changes no records")
    _ = try await demo.commit(7)

    let stale = try await demo.show(6)
    #expect(stale.staleness.map(\.message).joined().contains("records were changed"))
    #expect(report.counts.accepted == 1 && stale.report.counts.rejected == 1)
    let committed = try await demo.commit(6)
    #expect(committed.state == .preview, "no row is valid any more")
    #expect(committed.notices.contains { $0.rule.name == "preview/stale" })
    #expect(try await demo.tenant.count(of: .credentialAttempt) == 0)
    #expect(try await demo.tenant.submission(6).submission.isPreview)
  }

  @Test
  func `of a stale preview the rows that are still valid are committed, and the rest is told`()
    async throws
  {
    let demo = try await demo()
    _ = try await demo.upload(file + "0009000207,20956,SROBOT,\n")
    _ = try await demo.upload(
      "UIC,PSN,CredentialCode,CredentialName\n9999999999,20956,X,\n")
    _ = try await demo.commit(7)
    let committed = try await demo.commit(6)
    #expect(committed.state == .committed)
    #expect(committed.counts.accepted == 1 && committed.counts.rejected == 1)
    #expect(
      committed.notices.contains {
        $0.message == "2 rows could be imported when the preview was kept, now 1 can"
      })
    let findings = try await demo.tenant.submission(6).findings
    #expect(findings.map(\.officialName) == ["PSN marked as no credentials"])
  }

  @Test func `a preview that has expired can be neither shown nor committed`() async throws {
    let demo = try await demo()
    _ = try await demo.upload(file)
    let late = SecondStateDemo.moment.adding(days: 14)
    let last = Moment(seconds: late.seconds - 1)
    #expect(try await demo.show(6, at: last).report.counts.accepted == 1)
    #expect(try await demo.upload(file, at: last).submission == 6)
    await #expect(throws: ChangeError.self) { try await demo.show(6, at: late) }
    await #expect(throws: ChangeError.self) { try await demo.commit(6, at: late) }
    #expect(try await demo.upload(file, at: late).submission == 7, "the file is kept anew")
  }

  /// The day that rules call today is given to try them, and it isn't the time.
  @Test func `a preview that is kept can be committed, whatever the day of the rules`()
    async throws
  {
    let demo = try await demo()
    let later = SecondStateDemo.moment.adding(days: 20).day
    for _ in 1...2 { #expect(try await demo.upload(file, on: later).submission == 6) }
    #expect(try await demo.commit(6, on: later).state == .committed)
  }

  @Test func `a preview whose rows are all there already ends when it is committed`()
    async throws
  {
    let demo = try await demo()
    _ = try await demo.upload(file)
    _ = try await demo.upload(file.replacing("SRADIO,", with: "SRADIO,Any name"))
    _ = try await demo.commit(7)
    let committed = try await demo.commit(6)
    #expect(committed.state == .committed && committed.submission == 6)
    #expect(committed.counts.unchanged == 1 && committed.counts.accepted == 0)
    #expect(try await demo.tenant.count(of: .credentialAttempt) == 1)
    #expect(try await demo.tenant.submission(6).submission.isPreview == false)
    let again = try await demo.upload(file)
    #expect(again.state == .unchanged && again.submission == 6)
    #expect(try await demo.tenant.verifyAudit() == .whole(events: 10))
  }

  @Test func `one row and several are told in their own words`() async throws {
    let demo = try await demo()
    _ = try await demo.upload(file)
    _ = try await demo.commit(6)
    let wrong = "0009000204,21223,SRADIO,\n"
    for (count, words) in [
      (1, "1 says what is there already; 1 carries errors."),
      (2, "2 say what is there already; 2 carry errors."),
    ] {
      let rows = String(repeating: String(file.split(separator: "\n")[1]) + "\n", count: count)
      let report = try await demo.upload(
        "UIC,PSN,CredentialCode,CredentialName\n" + rows
          + String(repeating: wrong, count: count) + "0009000202,21223,SSOUND,\n")
      let shown = try await demo.show(try #require(report.submission))
      #expect(PreviewList(shown, rows: []).text().contains(words))
    }
  }

  @Test func `titles may have blanks that nobody sees`() async throws {
    let demo = try await demo()
    let report = try await demo.upload(
      file.replacing("PSN,CredentialCode", with: " PSN ,Credential Code"))
    #expect(report.state == .preview && report.counts.accepted == 1)
  }

  @Test func `what isn't a preview is neither shown as one nor committed again`() async throws {
    let demo = try await demo()
    for number in [1, 6] {
      await #expect(throws: ChangeError.self) { try await demo.show(number) }
      await #expect(throws: ChangeError.self) { try await demo.commit(number) }
    }
  }

  @Test func `a dry run keeps no preview`() async throws {
    let demo = try await demo()
    let report = try await demo.tenant.importFile(
      demo.write(file, to: "dry.csv"), at: SecondStateDemo.moment, isDryRun: true)
    #expect(report.state == .preview && report.submission == nil)
    #expect(try await demo.tenant.submissions().count == 5)
  }
}
