/// What the parts of a container hold.
struct ContentTypes {
  static let part = "[Content_Types].xml"
  private let markup: Markup
  private var additions = ""

  init(in package: MarkedPackage) throws {
    markup = try package.markup(Self.part, ifMissing: nil)
  }

  /// Returns what a part holds.
  func type(of part: String) -> String? {
    let own = markup.root.children("Override").first {
      $0.attributes["PartName"]?.lowercased() == "/" + part.lowercased()
    }
    return own?.attributes["ContentType"] ?? type(ofEnding: Self.ending(part))
  }

  /// Says what a part holds that is new.
  mutating func add(_ part: String, _ type: String) {
    guard self.type(of: part) != type else { return }
    additions += #"<\#(markup.prefix)Override PartName="/\#(part)" ContentType="\#(type)"/>"#
  }

  /// Says what the parts of an ending hold, or, where they hold something else, a part alone.
  mutating func add(ending part: String, _ type: String) {
    guard self.type(of: part) == nil else { return add(part, type) }
    additions +=
      #"<\#(markup.prefix)Default Extension="\#(Self.ending(part))" ContentType="\#(type)"/>"#
  }

  /// Writes the list, if there is something new in it.
  func write(into package: MarkedPackage) throws {
    guard !additions.isEmpty else { return }
    var edits = Edits()
    edits.extend(markup.root, of: markup, with: Array(additions.utf8))
    try package.set(Self.part, to: edits.applied(to: markup.bytes))
  }

  private func type(ofEnding ending: String) -> String? {
    markup.root.children("Default").first { $0.attributes["Extension"]?.lowercased() == ending }?
      .attributes["ContentType"]
  }

  private static func ending(_ part: String) -> String {
    part.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }
}
