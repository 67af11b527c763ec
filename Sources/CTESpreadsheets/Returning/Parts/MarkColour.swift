/// The fills of marked cells: colours that nobody else chooses, so that marks are known again when the file comes back.
enum MarkColour: String, CaseIterable {
  /// Light red: the row can't be accepted.
  case error = "FFC9C7"
  /// Light yellow: somebody should look at it.
  case warning = "FFEFC1"

  /// Recognises the colour of a fill, with or without its transparency before it.
  init?(_ colour: String) {
    self.init(rawValue: String(colour.uppercased().suffix(6)))
  }
}
