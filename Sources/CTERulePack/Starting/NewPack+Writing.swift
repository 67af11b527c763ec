public import Foundation

extension NewPack {
  /// Writes the pack's folder into another: all of its files, or nothing.
  ///
  /// - Throws: `PackWritingError` where something of the name is there already, or nothing can be written.
  public func write(in folder: URL) throws(PackWritingError) {
    let place = folder.appendingPathComponent(name)
    let parent = WritingPlace(url: folder, name: folder.relativePath)
    try parent.checkNotRoot()
    try parent.checkIsThere()
    guard !FileManager.default.fileExists(atPath: place.path) else {
      throw PackWritingError(
        .exists, "\(place.relativePath) is there already; choose another name, or remove it")
    }
    // Whoever looks at the pack's own place finds it whole or not at all.
    let unfinished = folder.appendingPathComponent(".\(name)-\(UUID().uuidString)")
    do {
      try writeFiles(in: unfinished)
      try FileManager.default.moveItem(at: unfinished, to: place)
    } catch {
      // What is left of it is in nobody's way.
      try? FileManager.default.removeItem(at: unfinished)
      throw PackWritingError(
        .unwritable,
        "\(place.relativePath) can't be written: \(error.localizedDescription)")
    }
  }

  private func writeFiles(in folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    for (path, text) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
