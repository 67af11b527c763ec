import CTEStore

extension RecordID {
  /// Where the record came from, for people.
  var origin: String {
    submission > 0 ? "from row \(row) of submission \(submission)" : "entered in event \(row)"
  }
}
