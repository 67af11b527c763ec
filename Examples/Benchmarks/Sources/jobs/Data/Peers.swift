import Foundation

/// The folder with the generator of data, the peers, and what compares findings with the truth.
struct Peers {
  static let description =
    "one with generate.py, compare.py and check.py, and the peers in its folder peers"

  private let folder: URL
  private let python: String

  init(in folder: URL, python: String) throws {
    self.folder = folder
    self.python = python
    for name in ["generate.py", "compare.py", "check.py", "peers"] {
      guard FileManager.default.fileExists(atPath: folder.appending(path: name).path) else {
        throw Trouble("\(folder.path) has no \(name); --peers is a folder, \(Self.description)")
      }
    }
  }

  /// Returns what runs one of the scripts.
  func script(_ name: String, _ arguments: [String]) -> Program {
    Program(path: python, arguments: [folder.appending(path: name).path] + arguments)
  }
}
