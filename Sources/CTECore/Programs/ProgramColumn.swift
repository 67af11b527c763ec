import CEL
import CTEModel
public import CTERulePack

/// A column of the list of programs, by which the list can be sorted.
public enum ProgramColumn: String, CaseIterable, Sendable {
  /// The number of the program at the school.
  case offering
  /// The program.
  case program
  /// Its title.
  case title
  /// Its type.
  case type
  /// The school that has it.
  case school
  /// The organization that answers for it.
  case agency
  /// How many credentials were received in the year.
  case credentials
  /// Whether it is declared that there are none.
  case declared

  /// Finds a column by its name, or by its title in a pack, in letters of any case.
  ///
  /// - Throws: `ChangeError` where there is none, with the one that may be meant.
  public init(_ text: String, in pack: RulePack) throws(ChangeError) {
    let column = Self.allCases.first { column in
      [column.rawValue, column.title(in: pack)].contains { $0.lowercased() == text.lowercased() }
    }
    guard let column else {
      let names = Self.allCases.map(\.rawValue)
      let titles = Self.allCases.map { $0.title(in: pack) }
      let hint = nearest(to: text, among: names + titles).map { "did you mean '\($0)'?" }
      throw ChangeError(
        .unknown,
        "programs have no column '\(text)'; \(hint ?? "there are \(names.joined(separator: ", "))")"
      )
    }
    self = column
  }

  /// Returns the column's title for people, as a pack labels the field.
  public func title(in pack: RulePack) -> String {
    switch self {
    case .offering: pack.label(of: "id", .programOffering)
    case .program, .title, .type, .school, .agency: pack.label(of: rawValue, .programOffering)
    case .credentials: "Credentials"
    case .declared: "No Credentials"
    }
  }
}

extension RulePack {
  /// Returns a field's name for people.
  func label(of field: String, _ type: RecordType) -> String {
    records[type]?.fields[field]?.label ?? field
  }
}
