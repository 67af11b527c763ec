public import CTEModel
import CTERulePack

extension CompletenessReport {
  /// Returns the report in lines for people: which programs have neither credentials nor the declaration, and the counts.
  public func text() -> String {
    let open = lacking.isEmpty ? [] : ["Neither credentials nor a declaration:"] + lines(lacking)
    let damaged = contradictory.isEmpty ? [] : ["Both, which is damage:"] + lines(contradictory)
    return (open + damaged + [conclusion]).joined(separator: "\n")
  }

  private func lines(_ programs: [OfferedProgram]) -> [String] {
    TextTable.lines(
      programs.map { program in
        ["  " + program.offering]
          + [ProgramColumn.program, .title, .type, .school, .agency].map { $0.cell(of: program) }
      })
  }

  private var conclusion: String {
    let counts =
      "\(counted(programs.count, "active program")): \(withCredentials) with credentials, \(declared) declared to have none, "
      + "\(lacking.count) with neither"
    return counts + (contradictory.isEmpty ? "" : ", \(contradictory.count) with both")
  }

  /// Returns the programs that lack something as comma-separated values, with what is wrong.
  public func csv() -> String { sheet.csv() }

  /// The programs that lack something as a sheet.
  public var sheet: ExportSheet {
    let rows =
      lacking.map { $0.cells + [.text("neither credentials nor a declaration")] }
      + contradictory.map { $0.cells + [.text("both credentials and a declaration")] }
    return ExportSheet(
      name: "Completeness",
      titles: ProgramColumn.allCases.flatMap { $0.titles(in: pack) } + ["Problem"], rows: rows)
  }

  /// Returns the report as one JSON object; equal reports give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(
      Entry(
        year: pack.year.number, programs: programs.count, withCredentials: withCredentials,
        declared: declared, lacking: lacking.map(OfferedProgramForm.init),
        contradictory: contradictory.map(OfferedProgramForm.init)))
  }

  private struct Entry: Encodable {
    let year: Int
    let programs: Int
    let withCredentials: Int
    let declared: Int
    let lacking: [OfferedProgramForm]
    let contradictory: [OfferedProgramForm]
  }
}
