import CTEModel
import CTERulePack
import CTETestKit
import Foundation

/// Packs of invented states in a passing folder.
struct PackFixture {
  private let passing: PassingFolder
  var folder: URL { passing.url }

  /// Copies the sound pack, and over it the files of a broken one.
  init(broken mistake: String? = nil) throws {
    passing = try PassingFolder(copying: Self.resource("Lakeland"))
    guard let mistake else { return }
    let overlay = Self.resource("BrokenPacks/\(mistake)")
    let paths = FileManager.default.enumerator(atPath: overlay.path)?.compactMap { $0 as? String }
    for path in paths ?? [] where path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      // What lies in packs/ are other packs.
      let file =
        path.hasPrefix("packs/") ? String(path.dropFirst("packs/".count)) : "lakeland/\(path)"
      try write(Data(contentsOf: overlay.appendingPathComponent(path)), to: file)
    }
  }

  var library: PackLibrary { PackLibrary(folders: [folder]) }

  func write(_ text: String, to path: String, of pack: String = "lakeland") throws {
    try write(Data(text.utf8), to: "\(pack)/\(path)")
  }

  func write(bytes: [UInt8], to path: String) throws {
    try write(Data(bytes), to: path)
  }

  private func write(_ bytes: Data, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// The YAML files of the sound pack, by path.
  func texts() throws -> [(path: String, text: String)] {
    let pack = folder.appendingPathComponent("lakeland")
    let paths = FileManager.default.enumerator(atPath: pack.path)?.compactMap { $0 as? String }
    return try (paths ?? []).sorted().filter { $0.hasSuffix(".yaml") }.map { path in
      (path, try String(contentsOf: pack.appendingPathComponent(path), encoding: .utf8))
    }
  }

  /// Writes what a function makes of every file of the sound pack.
  func rewrite(_ make: (String) -> String) throws {
    for (path, text) in try texts() { try write(make(text), to: path) }
  }

  /// Changes a file of the sound pack.
  func change(_ text: String, to other: String, in path: String) throws {
    let file = folder.appendingPathComponent("lakeland/\(path)")
    let whole = try String(contentsOf: file, encoding: .utf8)
    precondition(whole.contains(text), "\(path) has no '\(text)'")
    try write(whole.replacing(text, with: other), to: path)
  }

  /// Loads the pack.
  func load(
    _ pack: String = "lakeland", year: Int = 2026, on day: CalendarDay? = nil
  ) throws(PackIssues) -> RulePack {
    try RulePack.load(pack, year: FiscalYear(year), on: day, from: library)
  }

  /// What the author of the pack reads; nothing where the pack is sound.
  func issues(of pack: String = "lakeland", year: Int = 2026) throws -> String {
    do {
      _ = try load(pack, year: year)
      return ""
    } catch {
      return error.description
    }
  }

  static func expectedIssues(of mistake: String) throws -> String {
    try String(contentsOf: resource("BrokenPacks/\(mistake)/expected.txt"), encoding: .utf8)
      .trimmingCharacters(in: .newlines)
  }

  static func resource(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(path)
  }

  /// The mistakes that have a folder.
  static var mistakes: [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: resource("BrokenPacks").path)
    return (all ?? []).filter { !$0.hasSuffix(".md") }.sorted()
  }
}
