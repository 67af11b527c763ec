import CTEIntake

/// Which parts a part of a workbook refers to.
struct Relationships {
  /// One reference.
  struct Relationship {
    let id: String
    /// The last word of its type, which is the same in both dialects of the standard.
    let type: String
    /// The name of the part.
    let target: String
  }

  private(set) var all: [Relationship] = []

  /// No honest part refers to nearly so many.
  private static let most = 10_000

  /// Reads what a part refers to; nothing where it has no such list. Pass an empty name for the container itself.
  init(of part: String, in archive: ZipArchive) throws {
    let (folder, name) = Self.split(part)
    guard let entry = archive.entry(named: "\(folder)_rels/\(name).rels") else { return }
    let handler = Handler(folder: folder) { archive.file.damaged(part: entry.name) }
    let reader = try XMLReader(entry.name, of: archive.file, handler: handler)
    try reader.read(archive.openWhole(entry))
    all = handler.all
  }

  /// Returns the first part of a type.
  func target(type: String) -> String? {
    all.first { $0.type == type }?.target
  }

  /// Returns the folder of a part with its slash, and the rest of the name.
  static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// Returns the name of the part to which a target leads from a folder.
  static func resolve(_ target: String, from folder: String) -> String {
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    let whole = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in whole.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  private final class Handler: XMLHandler {
    let folder: String
    let damaged: () -> IntakeError
    var all: [Relationship] = []
    private var depth = 0

    init(folder: String, damaged: @escaping () -> IntakeError) {
      self.folder = folder
      self.damaged = damaged
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
      depth += 1
      guard depth == 2, name == "Relationship", attributes.text("TargetMode") != "External",
        let id = attributes.text("Id"), let target = attributes.text("Target"),
        let type = attributes.text("Type")?.split(separator: "/").last
      else { return }
      guard all.count < Relationships.most else { throw damaged() }
      all.append(
        Relationship(
          id: id, type: String(type), target: Relationships.resolve(target, from: folder)))
    }

    func end(_ name: XMLName) {
      depth -= 1
    }
  }
}
