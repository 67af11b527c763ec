import CTECore
import CTESpreadsheets
import Foundation
import Testing

struct SecondStateTests {
  @Test func `the grid that the document prints comes out as printed`() async throws {
    let fixtures = SecondStateDemo.fixtures
    let demo = try await SecondStateDemo(
      loading: [
        "reference/organizations", "reference/programs-of-the-document-2025",
        "import-grid-2025/credential-list", "import-grid-2025/students",
        "import-grid-2025/enrollments",
      ].map { fixtures.appendingPathComponent("\($0).csv") })
    let clerk = try await demo.actor(
      Grant(to: "clerk", role: "buildingReporter", offering: "20592"),
      Grant(to: "clerk", role: "buildingReporter", offering: "19859"),
      Grant(to: "clerk", role: "buildingReporter", offering: "19001"))
    let rows = try await clerk.previewed(
      fixtures.appendingPathComponent("import-grid-2025/credentials.csv")
    ).rows
    #expect(
      rows.map { $0.cells.joined(separator: " | ") } == [
        "7526119675 | 20592 48.0508 | Welding, Braze/Soldering | Authorized | Credential Name | AWSIITM",
        "1523017136 | 19859 11.0201 | Computer Programming/Programmer | Non-Authorized | Credential Name | PAVSS",
        "5843042059 | 19001 11.0501 | Computer Syst. Networking & Telecommunications | Authorized | Credential Name | MTA-MDE",
        "0002779586 | 17 15.1301 | Drafting/Design Technology | Non-Authorized | Credential Name | AUTCP",
      ])
    #expect(rows.map(\.standing) == [.valid, .valid, .valid, .invalid])
    #expect(
      rows.map(\.errors) == [[], [], [], ["Student not enrolled in program", "Unauthorized PSN"]])
  }

  @Test func `numbers that a workbook stored without their zeros are of the right students`()
    async throws
  {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let workbook = SecondStateDemo.quickstart.appendingPathComponent("credentials.xlsx")
    let (report, rows) = try await demo.tenant.previewed(workbook)
    #expect(rows.first?.cells.first == "0009000201")
    let restored = report.repairs.filter { $0.kind == .restoredZeros }
    #expect(restored.map(\.column) == ["UIC"] && restored.map(\.count) == [9])
  }

  /// Whoever reports for one school learns all seven errors from one workbook.
  @Test func `the workbook of the quickstart shows every error of the document`() async throws {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let clerk = try await demo.actor(
      Grant(to: "clerk", role: "buildingReporter", organization: "05976"))
    let workbook = SecondStateDemo.quickstart.appendingPathComponent("credentials.xlsx")
    let (report, rows) = try await clerk.previewed(workbook)
    #expect(Set(rows.flatMap(\.errors)).count == 7)
    #expect(report.counts.read == 12 && report.counts.rejected == 8)
    let number = try #require(report.submission)
    let committed = try await clerk.commit(
      preview: number, at: SecondStateDemo.moment, reading: .spreadsheets)
    #expect(committed.counts.accepted == 4)
    #expect(try await demo.tenant.count(of: .credentialAttempt) == 3)
    #expect(try await demo.tenant.count(of: .noCredentialsDeclaration) == 1)
  }

  @Test(arguments: ["UIC", "PSN", "CredentialCode", "CredentialName"])
  func `a file without one of the columns lacks fields, as the state calls it`(
    title: String
  ) async throws {
    let demo = try await SecondStateDemo(loading: [])
    let titles = ["UIC", "PSN", "CredentialCode", "CredentialName"].filter { $0 != title }
    let file = try demo.write(titles.joined(separator: ",") + "\n1,2,3\n", to: "upload.csv")
    let error = await #expect(throws: IntakeError.self) {
      try await demo.tenant.importFile(
        file, format: "credential-import", at: SecondStateDemo.moment)
    }
    #expect(error?.officialName == "Missing Fields")
    #expect(error?.description.contains("'\(title)'") == true, "\(error?.description ?? "")")
  }

  /// One name stands under two numbers, so people see the name and choose the number.
  @Test func `programs are offered by their numbers and shown by their names`() async throws {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let choices = try await demo.tenant.choices(
      for: RecordDraft(.credentialAttempt, [:]), on: SecondStateDemo.moment.day)
    let options = choices.menus.first { $0.field == "offering" }?.options ?? []
    #expect(options.map(\.value).contains("21119"))
    #expect(options.first { $0.value == "21119" }?.label == "Therapeutic Services")
  }

  /// Of the year before only enrollments are loaded, and no programs.
  @Test func `who was enrolled in a year before can receive a credential, also from a clerk`()
    async throws
  {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let earlier = try demo.write(
      "UIC,PSN,CourseSectionCode,CourseTitle,Year,Current\n0009000207,20800,SNET1-1,Sample Networks,2024,No\n",
      to: "earlier.csv")
    let loaded = try await demo.tenant.importFile(earlier, at: SecondStateDemo.moment)
    #expect(loaded.counts.accepted == 1)
    let clerk = try await demo.actor(
      Grant(to: "clerk", role: "buildingReporter", organization: "05976"))
    let file = try demo.write(
      "UIC,PSN,CredentialCode,CredentialName\n0009000207,20800,,Sample Cabling\n0009000203,20800,,Sample Cabling\n",
      to: "upload.csv")
    let rows = try await clerk.previewed(URL(fileURLWithPath: file)).rows
    #expect(rows.map(\.standing) == [.valid, .invalid])
    #expect(rows.last?.errors == ["Student not enrolled in program"])
  }
}
