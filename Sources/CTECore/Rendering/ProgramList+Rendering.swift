public import CTEModel
import CTERulePack

extension ProgramList {
  /// Returns the programs in lines for people, beneath the titles of the columns.
  public func text() -> String {
    if programs.isEmpty { return "There are no such programs." }
    let columns = ProgramColumn.allCases
    let rows = programs.map { program in columns.map { $0.cell(of: program) } }
    return TextTable.lines([columns.map { $0.title(in: pack) }] + rows).joined(separator: "\n")
  }

  /// Returns the programs as comma-separated values, organizations as their number and their name.
  public func csv() -> String { sheet.csv() }

  /// The programs as a sheet.
  public var sheet: ExportSheet {
    ExportSheet(
      name: "Programs", titles: ProgramColumn.allCases.flatMap { $0.titles(in: pack) },
      rows: programs.map(\.cells))
  }

  /// Returns the programs as a JSON array; equal lists give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(programs.map(OfferedProgramForm.init))
  }
}

extension ProgramColumn {
  fileprivate var isOrganization: Bool { self == .school || self == .agency }

  /// The titles of what stands alone in a cell.
  func titles(in pack: RulePack) -> [String] {
    let title = title(in: pack)
    return isOrganization ? [title, "\(title) Name"] : [title]
  }
}

extension OfferedProgram {
  /// The cells of all columns.
  var cells: [ExportSheet.Cell] {
    ProgramColumn.allCases.flatMap { column -> [ExportSheet.Cell] in
      switch column {
      case .school: [ExportSheet.Cell(school?.id), ExportSheet.Cell(school?.name)]
      case .agency: [ExportSheet.Cell(agency?.id), ExportSheet.Cell(agency?.name)]
      default: [ExportSheet.Cell(column.cell(of: self))]
      }
    }
  }
}

/// A program as JSON.
struct OfferedProgramForm: Encodable {
  private let offering: String
  private let program: String?
  private let title: String?
  private let type: String?
  private let school: PlaceForm?
  private let agency: PlaceForm?
  private let credentials: Int
  private let declaresNone: Bool

  init(_ program: OfferedProgram) {
    offering = program.offering
    self.program = program.program
    title = program.title
    type = program.type
    school = program.school.map(PlaceForm.init)
    agency = program.agency.map(PlaceForm.init)
    credentials = program.credentialCount
    declaresNone = program.declaresNone
  }

  private struct PlaceForm: Encodable {
    let id: String
    let name: String?

    init(_ place: OfferedProgram.Place) {
      id = place.id
      name = place.name
    }
  }
}
