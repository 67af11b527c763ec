import CTEStoreSQLite

extension StoreOperation {
  /// A file of several batches into a tenant that holds something.
  static let importing = StoreOperation(name: "import", lasting: .sessionCommitted) { stage in
    try await stage.createLoaded("demo")
    try Roster.write(students: 0..<1200, to: stage.file("roster.csv"))
  } perform: { stage in
    try await stage.importFile(stage.file("roster.csv"))
  }

  /// The same file again, which changes nothing.
  static let importingAgain = StoreOperation(name: "import-again", lasting: nil) { stage in
    try await importing.prepare(stage)
    try await importing.perform(stage)
  } perform: { stage in
    try await importing.perform(stage)
  }
}
