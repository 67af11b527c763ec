package import CTEModel
import CTERulePack

/// Why the text of a cell is no value, in words for the person who filled it in.
struct CellProblem {
  let rule: RuleID
  let message: String
  let expected: String?
  var help: String?
  /// What the state itself calls it, literally.
  var officialName: String?

  /// The checks that cells go through, in the order of reports.
  static let checks: [RuleID] = [
    .cellMissing, .cellNotDigits, .cellNotListed, .cellNotADay, .cellNotAYear, .cellNotANumber,
    .cellTooLong, .cellNoMatch, .cellBlanksAround, .cellNotReadable, .cellError, .cellNotCalculated,
    .cellDigitsLost,
    .rowTooLong,
  ]
}

extension RuleID {
  /// The checks that cells and rows of files go through, whatever the pack.
  package static let intakeChecks = CellProblem.checks + [rowOfNoKind]

  static let cellMissing = RuleID("cell/missing")
  static let cellNotDigits = RuleID("cell/not-digits")
  static let cellNotListed = RuleID("cell/not-listed")
  static let cellNotADay = RuleID("cell/not-a-day")
  static let cellNotAYear = RuleID("cell/not-a-year")
  static let cellNotANumber = RuleID("cell/not-a-number")
  static let cellTooLong = RuleID("cell/too-long")
  static let cellNoMatch = RuleID("cell/no-match")
  static let cellBlanksAround = RuleID("cell/blanks-around")
  static let cellNotReadable = RuleID("cell/not-readable")
  static let cellError = RuleID("cell/error")
  static let cellNotCalculated = RuleID("cell/not-calculated")
  static let cellDigitsLost = RuleID("cell/digits-lost")
  static let rowTooLong = RuleID("row/too-many-cells")
  static let rowOfNoKind = RuleID("row/of-no-kind")
}

extension CellProblem {
  static var missing: CellProblem {
    CellProblem(
      rule: .cellMissing, message: "the cell is empty", expected: nil,
      help: "Fill the cell in; only columns that say so may be left empty.")
  }

  /// An empty cell in the words of the pack.
  static func missing(as rule: Rule) -> CellProblem {
    CellProblem(
      rule: rule.id, message: rule.message.fixedText, expected: nil, help: rule.help,
      officialName: rule.officialName)
  }

  static func notDigits(_ text: String, count: Int) -> CellProblem {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    // A letter may have been meant for a digit, so only dashes, dots and blanks lead to a sure value.
    let isSure =
      text.allSatisfy { "-. \t\u{A0}\u{3000}".contains($0) || ($0.isASCII && $0.isNumber) }
      && !digits.isEmpty
      && digits.count <= count
    let zeros = String(repeating: "0", count: max(0, count - digits.count))
    return CellProblem(
      rule: .cellNotDigits, message: "\"\(text)\" isn't \(count) digits",
      expected: isSure ? zeros + digits : "\(count) digits",
      help: "Enter digits only, without dashes, periods or blanks.")
  }

  static func notListed(_ text: String, among known: [String]) -> CellProblem {
    let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    return CellProblem(
      rule: .cellNotListed, message: "\"\(text)\" isn't one of \(shown)", expected: shown,
      help: "Enter it exactly as listed, in upper and lower case as shown.")
  }

  static func notADay(_ text: String, form: String) -> CellProblem {
    CellProblem(
      rule: .cellNotADay, message: "\"\(text)\" is no day of the calendar; expected \(form)",
      expected: form,
      help: "Enter month, day and year of a day that exists.")
  }

  static func notAYear(_ text: String, year: Int) -> CellProblem {
    CellProblem(
      rule: .cellNotAYear, message: "\"\(text)\" is no fiscal year of four digits",
      expected: "\(year)",
      help: "Enter the year in which the fiscal year ends.")
  }

  static func notANumber(_ text: String, expected: String) -> CellProblem {
    CellProblem(
      rule: .cellNotANumber, message: "\"\(text)\" is no \(expected)", expected: expected,
      help: "Enter digits only, with a period before decimals.")
  }

  static func tooLong(_ count: Int, maximum: Int) -> CellProblem {
    CellProblem(
      rule: .cellTooLong, message: "the text has \(count) characters, more than \(maximum)",
      expected: "at most \(maximum) characters", help: "Shorten it.")
  }

  static func noMatch(_ text: String, expected: String) -> CellProblem {
    CellProblem(
      rule: .cellNoMatch, message: "\"\(text)\" isn't \(expected)", expected: expected,
      help: "Enter it exactly so, without anything before or after it.")
  }

  static var rowOfNoKind: CellProblem {
    CellProblem(
      rule: .rowOfNoKind, message: "the row is of no kind that the format knows", expected: nil,
      help: "Check the cells that say what the row is about.")
  }

  static var notReadable: CellProblem {
    CellProblem(
      rule: .cellNotReadable,
      message: "the cell has letters that can't be read in the file's encoding",
      expected: nil, help: "Save the file as CSV (UTF-8) and upload it again.")
  }

  static func tooManyCells(_ count: Int, titles: Int) -> CellProblem {
    CellProblem(
      rule: .rowTooLong, message: "the row has \(count) cells, but there are \(titles) titles",
      expected: nil,
      help:
        "A value with a comma or another separator in it needs quotation marks around it."
    )
  }
}
