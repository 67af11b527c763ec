public import CEL
public import CTEModel

/// How a kind of file is laid out and what its rows become.
public struct ImportFormat: Sendable {
  /// The format's name: its file's name without the ending.
  public let name: String
  /// What the format is for, in one sentence.
  public let summary: String
  /// The row of the titles as a spreadsheet shows it, from 1.
  public let headerRow: Int
  /// The names of the kinds of files that are taken, such as `xlsx`; empty where all are.
  public let kinds: [String]
  /// What must be the same between its titles and those of a file.
  public let titleMatching: TitleMatching
  /// What becomes of columns that the format doesn't name.
  public let unknownColumns: UnknownColumns
  /// Whether the rules of the record types are left out, because the rows were judged before.
  public let isTrusted: Bool
  /// How rows come into the store.
  public let acceptance: Acceptance
  /// The columns in which a preview shows its rows; empty where it shows those of the file.
  public let grid: [GridColumn]
  /// The columns.
  public let columns: [FormatColumn]
  /// The records that rows make.
  public let records: [RecordPlan]
  /// The kinds of rows, the first of which that fits is a row's; empty where every row makes all records.
  public let rowKinds: [RowKind]

  /// The kinds of files that a format can ask for: delimited text of any separator, and workbooks new and old.
  public static let knownKinds = ["csv", "xlsx", "xls"]

  /// How the rows of a file come into the store.
  public enum Acceptance: Hashable, Sendable {
    /// Row by row: those without an error are written at once.
    case rows
    /// The file is only looked at, and its rows without an error are written when somebody asks for it within some days.
    case preview(days: Int)
  }

  /// What becomes of columns that a format doesn't name.
  public enum UnknownColumns: String, CaseIterable, Sendable {
    /// They are passed over.
    case ignore
    /// They are passed over, and a notice says so.
    case notice
    /// The file is refused.
    case refuse
  }
}

/// A kind of row and the records that it makes.
public struct RowKind: Sendable {
  /// Which rows are of the kind, asked of the texts of columns by their field; nil for all that are left.
  public let condition: CheckedExpression?
  /// The records, by their place in the format.
  public let records: Range<Int>
}

/// A column of a format.
public struct FormatColumn: Sendable {
  /// The titles under which the column may stand; the first is its own.
  public let titles: [String]
  /// The name by which records of the format take the column; nil for a column that is never kept.
  public let field: String?
  /// Whether the file must have the column.
  public let isRequired: Bool
}

/// A column in which a preview shows something of each row.
public struct GridColumn: Sendable {
  /// The title.
  public let title: String
  /// What stands in it, by the place of the record in the format.
  public let values: [Value]

  /// What stands in a column.
  public enum Value: Sendable {
    /// Values of the record; those that its type doesn't have are left out.
    case text(MessageTemplate)
    /// What the file says in a column, by its place in the format, where the record doesn't take it.
    case cell(Int)
  }
}

/// A record that rows of a format make.
public struct RecordPlan: Sendable {
  /// The record type.
  public let type: RecordType
  /// Where each field's value comes from, by the field's place in the type; nil for fields that the format doesn't carry.
  public let sources: [FieldSource?]
  /// The fields that must have a value, by their place in the type.
  public let required: Set<Int>
}

/// Where the value of a field comes from.
public enum FieldSource: Sendable {
  /// The cell of a column, by the column's place in the format.
  case cell(column: Int, form: CellForm)
  /// The words whose columns say yes.
  case set([SetColumn])
  /// The same word for every row.
  case constant(String)
  /// The fiscal year that is being loaded.
  case year
}

/// A column that says whether a word belongs to a set.
public struct SetColumn: Sendable {
  /// The column's place in the format.
  public let column: Int
  /// The word.
  public let word: String
  /// The text that says yes.
  public let text: String
  /// The only other text that may stand there, beside nothing; nil where any other says no.
  public let otherwise: String?
}

/// How the text of a cell becomes a value.
public enum CellForm: Hashable, Sendable {
  /// Exactly so many digits; fewer are filled up with zeros where the scheme says so.
  case digits(Int, restoresZeros: Bool, KeyDomain)
  /// An identifier or word of at most so many characters.
  case name(maximumLength: Int, ignoresCaseAndBlanks: Bool, KeyDomain)
  /// One of some texts, each of which stands for a word.
  case words([Choice<String>])
  /// One of some texts, each of which stands for yes or no.
  case boolean([Choice<Bool>])
  /// A day written in an order of year, month and day.
  case day(DayForm)
  /// A fiscal year of four digits.
  case year
  /// A whole number of at most so many digits.
  case integer(maximumDigits: Int)
  /// A decimal number of at most so many digits before the period, and two after it.
  case hundredths(maximumDigits: Int)
  /// An identifier or word that a pattern matches as a whole, with what it asks for in words.
  case pattern(Pattern, expected: String, KeyDomain)
  /// Free text of at most so many characters.
  case text(maximumLength: Int)
}

/// A text that may stand in a cell, and what it stands for.
public struct Choice<Meaning: Hashable & Sendable>: Hashable, Sendable {
  /// The text of the cell.
  public let text: String
  /// What it stands for.
  public let meaning: Meaning

  /// Creates a choice.
  public init(text: String, meaning: Meaning) {
    self.text = text
    self.meaning = meaning
  }
}
