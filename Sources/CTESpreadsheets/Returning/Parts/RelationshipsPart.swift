import CTEIntake

/// To which other parts a part refers.
struct RelationshipsPart {
  /// A reference to a part, by the last word of its type.
  struct Item {
    let id: String
    let type: String
    /// The part's name.
    let part: String
  }

  private(set) var items: [Item]
  /// The part's own name.
  private let name: String
  private let markup: Markup
  private var additions = ""

  /// What types of relationships begin with. Workbooks that were saved as "Strict" have others, and no drawings of comments.
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let empty =
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>"#

  /// Reads the references of a part; a part may have none.
  init(of owner: String, in package: MarkedPackage) throws {
    let (folder, ownerName) = Relationships.split(owner)
    name = "\(folder)_rels/\(ownerName).rels"
    markup = try package.markup(name, ifMissing: Self.empty)
    items = markup.root.children("Relationship").compactMap { element in
      guard element.attributes["TargetMode"] != "External", let id = element.attributes["Id"],
        let type = element.attributes["Type"], let target = element.attributes["Target"],
        type.hasPrefix(Self.types)
      else { return nil }
      return Item(
        id: id, type: String(type.dropFirst(Self.types.count)),
        part: Relationships.resolve(target, from: folder))
    }
  }

  /// Returns the first reference of a type.
  func first(_ type: String) -> Item? { items.first { $0.type == type } }

  /// Returns the reference with an id.
  subscript(id: String) -> Item? { items.first { $0.id == id } }

  /// Adds a reference, and returns its id.
  mutating func add(_ type: String, to part: String) -> String {
    let taken = Set(markup.root.children.compactMap { $0.attributes["Id"] } + items.map(\.id))
    var number = taken.count + 1
    while taken.contains("rId\(number)") { number += 1 }
    let id = "rId\(number)"
    items.append(Item(id: id, type: type, part: part))
    additions +=
      #"<\#(markup.prefix)Relationship Id="\#(id)" Type="\#(Self.types)\#(type)" Target="/\#(part)"/>"#
    return id
  }

  /// Writes the references, if there are new ones.
  func write(into package: MarkedPackage) throws {
    guard !additions.isEmpty else { return }
    var edits = Edits()
    edits.extend(markup.root, of: markup, with: Array(additions.utf8))
    try package.set(name, to: edits.applied(to: markup.bytes))
  }
}
