import CTEStore

extension RecordID {
  /// Where the record came from, for people.
  var origin: String {
    if submission > 0 { return "from row \(row) of submission \(submission)" }
    return "entered in event \(submission < 0 ? -submission : row)"
  }
}
