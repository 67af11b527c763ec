/// The types of records that matter; all others are passed by.
enum BIFFType {
  static let formula = 0x0006
  static let formulaOfVersion3 = 0x0206
  static let formulaOfVersion4 = 0x0406
  static let end = 0x000A
  static let epoch = 0x0022
  static let password = 0x002F
  static let continuation = 0x003C
  static let codePage = 0x0042
  static let sheet = 0x0085
  static let numbers = 0x00BD
  static let richText = 0x00D6
  static let style = 0x00E0
  static let sharedTexts = 0x00FC
  static let sharedText = 0x00FD
  static let extent = 0x0200
  static let number = 0x0203
  static let text = 0x0204
  static let truthOrError = 0x0205
  static let row = 0x0208
  static let shortNumber = 0x027E
  static let numberFormat = 0x041E
  static let begin = 0x0809

  /// How versions 2 to 4 begin.
  static let oldBegins: Set = [0x0009, 0x0209, 0x0409]
  /// Cells of version 2, which have no place in a later one.
  static let oldCells = 0x0002...0x0005
}
