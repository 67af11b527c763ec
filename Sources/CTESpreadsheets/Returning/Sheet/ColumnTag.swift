/// A tag that says how wide some columns are, and in which format their empty cells.
struct ColumnTag {
  let tag: StartTag
  /// Where it stands.
  let place: Range<Int>
  /// The numbers of the columns of which it speaks, from 1; the last is the one behind them.
  let numbers: Range<Int>
  /// The format of their cells that aren't there.
  let format: Int

  init(_ tag: StartTag, at place: Range<Int>) {
    self.tag = tag
    self.place = place
    let first = tag["min"].flatMap { Int($0) } ?? 0
    let last = tag["max"].flatMap { Int($0) } ?? 0
    numbers = first <= last && last < 1 << 20 ? first..<last + 1 : 0..<0
    format = tag["style"].flatMap { Int($0) } ?? 0
  }

  /// The bytes of the tag as it speaks of other columns; none where there are none.
  func speaking(of columns: Range<Int>) -> [UInt8] {
    guard !columns.isEmpty else { return [] }
    var tag = tag
    tag["min"] = String(columns.lowerBound)
    tag["max"] = String(columns.upperBound - 1)
    return tag.bytes
  }
}
