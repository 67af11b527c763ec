extension ArraySlice<UInt8> {
  /// A text of version 8, with its length and width, in which U+FFFD stands for every half of a character that lacks
  /// the other half: for libfreexl one such half spoils the whole workbook.
  var mended: ArraySlice<UInt8> {
    guard dropFirst(2).first.map({ $0 & 1 == 1 }) ?? false else { return self }
    var mended = self
    var place = 3
    while let unit = number16(place) {
      let next = number16(place + 2) ?? 0
      if unit & 0xFC00 == 0xD800 && next & 0xFC00 == 0xDC00 {
        place += 2
      } else if unit & 0xF800 == 0xD800 {
        mended[startIndex + place] = 0xFD
        mended[startIndex + place + 1] = 0xFF
      }
      place += 2
    }
    return mended
  }
}
