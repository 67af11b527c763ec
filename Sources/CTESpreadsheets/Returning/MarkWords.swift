/// What a marked workbook says beside the messages themselves.
enum MarkWords {
  /// The line with which a comment of ours begins, and by which it is known again.
  static let head = "--- Found by CTE ---"
  /// The author of our comments.
  static let author = "CTE"

  /// Comments stand at so many cells; spreadsheet programs grow slow with more.
  static let mostComments = 10_000

  /// What the comment of the column's title says where there are more marked cells than comments.
  static let cap =
    "Only the first 10,000 marked cells have a comment. This column has all errors and warnings."

  /// Returns the text of a comment of ours.
  static func comment(_ remark: String) -> String { head + "\n" + remark }

  /// Returns what a person wrote in a comment, without what we added.
  static func others(in comment: String) -> String {
    guard let start = comment.firstRange(of: head)?.lowerBound else { return comment }
    let others = comment[..<start]
    return String(others.hasSuffix("\n") ? others.dropLast() : others)
  }
}
