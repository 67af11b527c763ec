/// How a batch gives the values of a variable or field, by the number of a row; nil where a row has none.
public enum Column {
  /// True or false.
  case bool((Int) -> Bool?)
  /// Whole numbers.
  case int((Int) -> Int64?)
  /// Floating-point numbers.
  case double((Int) -> Double?)
  /// Texts.
  case string((Int) -> String?)
  /// Texts, of each of which the batch holds a number, so that equal ones are found without reading them.
  case code(TextCodes, (Int) -> Int32?)
  /// Points in time.
  case timestamp((Int) -> Timestamp?)
  /// Values of any type.
  case value((Int) -> Value?)
  /// Values that stand in memory as numbers.
  case packed(PackedColumn)
}

/// Numbers that stand for texts: equal numbers for equal texts, others for others.
///
/// Columns of the same object share their numbers. New texts may be given numbers at any time, but a number stands for the
/// same text as long as there are evaluators: what a question says of it is asked once. Numbers from 0 without gaps are kept
/// in mind with the least memory.
public final class TextCodes {
  let text: (Int32) -> String
  let code: (String) -> Int32?

  /// Creates numbers for texts.
  ///
  /// - Parameters:
  ///   - text: Returns the text of a number.
  ///   - code: Returns the number of a text, or nil where it has none yet, when it is compared as a text.
  public init(text: @escaping (Int32) -> String, code: @escaping (String) -> Int32?) {
    self.text = text
    self.code = code
  }
}

/// Where the rows of a batch find the value of a variable.
public enum Source {
  /// In a column.
  case column(Column)
  /// In the columns of a record, at the number that is found by the row's, or nowhere.
  case record([String: Column], at: (Int) -> Int?)
  /// In the columns of records that stand beside each other, at the numbers that are found by the row's, or nowhere.
  case records([String: Column], in: (Int) -> Range<Int>?)
  /// In the columns of a record, at the row itself.
  case ownRecord([String: Column])
  /// In the columns of the first record that the row finds, if any.
  case firstRecord([String: Column], in: RowRanges)
  /// In the columns of the records that the row finds.
  case recordRanges([String: Column], in: RowRanges)
  /// In a value that is the same for every row.
  case constant(Value)
}

/// The answer to a question about a row.
public enum Answer: UInt8, Sendable {
  /// It doesn't hold.
  case no
  /// It holds.
  case yes
  /// There is none, because something that it needs is missing or can't be computed.
  case none
}
