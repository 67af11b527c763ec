import CTEModel
import Testing

@testable import CTERulePack

struct FixtureColumnTests {
  @Test(arguments: [
    ("''", nil), ("Student", nil), ("Studnt", "unknown column 'Studnt'"),
  ])
  func `what stands beyond the last title has an empty column`(column: String, problem: String?)
    throws
  {
    let fixture = try PackFixture()
    try fixture.write("Student\n", to: "tests/wide/credentials.csv")
    try fixture.write(
      """
      summary: A row with too many cells.
      year: 2026
      today: 2026-05-01
      files:
        - file: credentials.csv
          format: credentials
          findings: [{row: 2, column: \(column), rule: row/too-many-cells}]

      """, to: "tests/wide/expect.yaml")
    let checks = [RuleID("row/too-many-cells")]
    do {
      let pack = try PackInspection.load(
        "lakeland", year: FiscalYear(2026), from: fixture.library, checks: checks)
      #expect(problem == nil && pack.fixtures.first?.files.first?.findings.count == 1)
    } catch {
      #expect(error.issues.map(\.problem) == [problem])
    }
  }
}
