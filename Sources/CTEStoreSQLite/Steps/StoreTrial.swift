/// What a test does to a store: it is told of every step, and may keep databases from growing.
struct StoreTrial: Sendable {
  /// Called at every step, on whichever thread reaches it.
  var watch: (@Sendable (StoreStep) -> Void)?
  /// How many pages a database may have, as if the disk were full then.
  var mostPages: Int?

  /// No test: what everybody else's stores have.
  static let none = StoreTrial()

  /// Tells the test, if there is one, that a step was reached.
  func reached(_ step: StoreStep) {
    watch?(step)
  }
}
