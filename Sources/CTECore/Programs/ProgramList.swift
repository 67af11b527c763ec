public import CTERulePack

/// The active programs of a year in an order that was asked for.
///
/// It shows what it was given, so only to whom the programs were given.
public struct ProgramList: Sendable {
  /// The programs.
  public let programs: [OfferedProgram]
  let pack: RulePack

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - programs: The programs.
  ///   - pack: The pack that names the columns for people.
  ///   - column: The column by which they are sorted. Blank cells stand last, and equal ones by the program's number.
  ///   - descending: Whether the greatest come first.
  public init(
    _ programs: [OfferedProgram], in pack: RulePack, sortedBy column: ProgramColumn = .offering,
    descending: Bool = false
  ) {
    self.pack = pack
    let keys = programs.map { program in
      (key: SortKey(column.cell(of: program)), last: SortKey(program.offering), program: program)
    }
    self.programs = keys.sorted { first, second in
      if first.key == second.key { return first.last < second.last }
      if first.key.isBlank != second.key.isBlank { return second.key.isBlank }
      return descending ? second.key < first.key : first.key < second.key
    }.map(\.program)
  }
}

extension ProgramColumn {
  /// Returns the text of a program's cell; empty where it has none.
  func cell(of program: OfferedProgram) -> String {
    switch self {
    case .offering: program.offering
    case .program: program.program ?? ""
    case .title: program.title ?? ""
    case .type: program.type ?? ""
    case .school: program.school?.description ?? ""
    case .agency: program.agency?.description ?? ""
    case .credentials: "\(program.credentialCount)"
    case .declared: program.declaresNone ? "yes" : ""
    }
  }
}

/// A text as people sort it: numbers by their size, words by their letters in any case.
struct SortKey: Hashable, Comparable {
  private let letters: String
  private let text: String
  /// The length of a number, before which no zeros count.
  private let size: Int

  init(_ text: String) {
    self.text = text
    letters = text.lowercased()
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    size = isNumber ? text.utf8.count - text.utf8.prefix { $0 == 0x30 }.count : 0
  }

  var isBlank: Bool { text.isEmpty }

  static func < (first: SortKey, second: SortKey) -> Bool {
    if first.size != second.size, first.size > 0, second.size > 0 {
      return first.size < second.size
    }
    return (first.significant, first.text) < (second.significant, second.text)
  }

  /// What is compared first: a number without its zeros, or the letters.
  private var significant: String { size > 0 ? String(letters.suffix(size)) : letters }
}
