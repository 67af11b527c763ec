import CTECore
import Foundation

extension ImportTranscript {
  /// Files after the sample lists: updates, repetitions, history, a wrong file and a small one against many students.
  static let files = [
    "program,name\n52030000,Accounting\n12050000,Culinary Arts and Hospitality\n",
    "program,name\n52030000,One\n52030000,Two\n",
    "fiscal_year,program,code,name\n2022,52030000,S301,Ledger\n2022,12050000,S302,LEDGER\n",
    "fiscal_year,ctds,suid,term,program,course,credits\n"
      + "2022,990401101,9900003,1,12050000,12050010,0.5\n",
    history, LargeStoreTests.roster + others,
    "suid,first_name,last_name\n9900001,Avery,Sample\n",
    Upload.titles + Upload.row(code: "S102") + Upload.row(code: "S102") + Upload.row(code: "S999")
      + Upload.row(day: "04/15/2022", code: "S102")
      + Upload.row(student: "0009900005", birthDay: "08/02/2004", certificate: "Caf\u{E9}"),
    Upload.titles + Upload.row(code: "S102")
      + Upload.row(student: "0009900005", birthDay: "08/02/2004", certificate: "Cafe\u{301}"),
  ]

  private static let history = """
    fiscal_year,ctds,program,course,taught_by,suid,birth_date,test_date,passed,code,license,source_row
    2019,990401101,52030000,52030010,990401101,9900003,2005-01-15,2019-04-01,1,OLD1,,0
    2019,990401101,52030000,52030010,990401101,9900003,2005-01-15,2019-04-02,0,OLD2,,0

    """

  private static let others = (8_800_000..<8_800_200).map {
    "\($0),Other,,Sample,2005-01-01,,,F,,990401101,0,0,0,0,0,\($0 % 2),0,0,0,0,\n"
  }.joined()

  static let stepCount = Demo.lists.count * 2 + 4 + files.count * 4

  /// Throws as soon as the first rows were checked.
  final class Interrupter: FindingSink {
    struct Interruption: Error {}

    func receive(_ findings: [Finding]) throws { throw Interruption() }
  }

  /// Imports a list of the quickstart.
  mutating func load(_ list: String, into tenant: Int = 0) async throws {
    let path = Demo.sample.appendingPathComponent("\(list).csv").path
    try await take(list, at: path, into: tenant)
  }

  /// Imports a text as a file.
  mutating func take(
    _ text: String, isDryRun: Bool = false, findings: (any FindingSink)? = nil
  ) async throws {
    let file = folder.appendingPathComponent("upload.csv")
    try Data(text.utf8).write(to: file)
    try await take(text, at: file.path, isDryRun: isDryRun, findings: findings)
  }

  private mutating func take(
    _ name: String, at path: String, into tenant: Int = 0, isDryRun: Bool = false,
    findings: (any FindingSink)? = nil
  ) async throws {
    var outcome: (state: String, report: String, findings: [Finding])
    do {
      let report = try await tenants[tenant].importFile(
        path, at: Demo.moment, isDryRun: isDryRun, findings: findings)
      outcome = (report.state.rawValue, try report.json(), report.findings)
    } catch {
      outcome = ("thrown", "\(error)", [])
    }
    var contents: [TenantContent] = []
    for tenant in tenants { contents.append(try await TenantContent(of: tenant)) }
    steps.append(
      Step(
        file: name, state: outcome.state, report: outcome.report, findings: outcome.findings,
        tenants: contents))
  }
}

extension ImportTranscript.TenantContent {
  init(of tenant: Tenant) async throws {
    var counts: [Int] = []
    for type in RecordType.all { counts.append(try await tenant.count(of: type)) }
    self.init(
      counts: counts, submissions: try await tenant.submissions(),
      events: try await tenant.auditEvents(), verdict: try await tenant.verifyAudit())
  }
}
