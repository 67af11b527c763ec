import CTEIntake
public import CTEModel
import Foundation

/// An error file: every error and warning of a file in file order, as CSV or JSON by its ending.
///
/// It stands under its name only when it is whole. Notices and repairs are in the report, never here.
public final class FindingsFile: FindingSink {
  private let target: URL
  private let incoming: URL
  private let handle: FileHandle
  private let renderer: any FindingRenderer
  private var isFirst = true

  /// Begins an error file.
  ///
  /// - Parameters:
  ///   - path: Where it will stand.
  ///   - source: The file that is checked, which the error file must not replace.
  /// - Throws: `RenderingError` where the ending is unknown, the file can't be written, or it would replace the source.
  public init(at path: String, about source: String? = nil) throws {
    target = URL(fileURLWithPath: path)
    if let source, SourceFile.areSame(path, source) {
      throw RenderingError("\(path) is the file that is checked; give the error file another name")
    }
    guard let renderer = Self.renderer(for: target.pathExtension.lowercased()) else {
      throw RenderingError("\(path) should end in .csv or .json, so that its form is known")
    }
    self.renderer = renderer
    try FinishedFile.admit(target.path)
    incoming = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent)-\(UUID().uuidString)")
    guard FileManager.default.createFile(atPath: incoming.path, contents: nil) else {
      throw RenderingError("\(path) can't be written; does its folder exist?")
    }
    handle = try FileHandle(forWritingTo: incoming)
    try handle.write(contentsOf: Data(renderer.head.utf8))
  }

  deinit {
    // A file that was closed has its own name by now; one that wasn't is of no use.
    try? FileManager.default.removeItem(at: incoming)
  }

  /// Writes the errors and warnings among findings.
  ///
  /// - Throws: What the file system says where the disk is full.
  public func receive(_ findings: [Finding]) throws {
    var text = ""
    for finding in findings where finding.severity != .notice {
      text += try renderer.text(of: finding, isFirst: isFirst)
      isFirst = false
    }
    if !text.isEmpty { try handle.write(contentsOf: Data(text.utf8)) }
  }

  /// Ends the file and gives it its name, in the place of one that stood there before.
  public func close() throws {
    try handle.write(contentsOf: Data(renderer.tail.utf8))
    try handle.close()
    try FinishedFile.put(incoming.path, inPlaceOf: target.path)
  }

  /// Whether the ending of a path says in which form an error file would be written.
  public static func knowsForm(of path: String) -> Bool {
    renderer(for: URL(fileURLWithPath: path).pathExtension.lowercased()) != nil
  }

  private static func renderer(for ending: String) -> (any FindingRenderer)? {
    switch ending {
    case "csv": FindingsCSV()
    case "json": FindingsJSON()
    default: nil
    }
  }
}

/// The form of an error file.
protocol FindingRenderer {
  var head: String { get }
  var tail: String { get }
  func text(of finding: Finding, isFirst: Bool) throws -> String
}
