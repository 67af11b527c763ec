/// A small workbook (`.xlsx`) of which every part can be replaced.
struct WorkbookBuilder {
  /// The parts in their order.
  private(set) var parts: [(name: String, content: Content)]
  /// Changes the zip file around the parts.
  var changeZip: (inout ZipBuilder) -> Void = { _ in }

  /// The names that spreadsheet programs give to parts.
  enum Part {
    static let contentTypes = "[Content_Types].xml"
    static let links = "_rels/.rels"
    static let workbook = "xl/workbook.xml"
    static let workbookLinks = "xl/_rels/workbook.xml.rels"
    static let styles = "xl/styles.xml"
    static let strings = "xl/sharedStrings.xml"
    static let sheet = "xl/worksheets/sheet1.xml"

    static let all = [contentTypes, links, workbook, workbookLinks, styles, strings, sheet]

    /// What must come of a broken part: one that nobody needs in order to read a table may be passed over.
    static func outcome(of part: String, _ outcome: HostileFile.Outcome) -> HostileFile.Outcome {
      part == contentTypes ? .any : outcome
    }
  }

  /// The sample table in a workbook as spreadsheet programs write it.
  init() {
    parts = [
      (Part.contentTypes, Self.contentTypes()), (Part.links, Self.links),
      (Part.workbook, Self.workbook()), (Part.workbookLinks, Self.workbookLinks()),
      (Part.styles, Self.styles()), (Part.strings, Self.strings(Sample.texts)),
      (Part.sheet, Self.sheet(Self.sampleRows)),
    ]
  }

  /// What a part holds; a name that isn't there yet makes a part, and nil takes one away.
  subscript(part: String) -> Content? {
    get { parts.first { $0.name == part }?.content }
    set {
      let place = parts.firstIndex { $0.name == part }
      switch (place, newValue) {
      case (let place?, let content?): parts[place].content = content
      case (let place?, nil): parts.remove(at: place)
      case (nil, let content?): parts.append((part, content))
      case (nil, nil): break
      }
    }
  }

  /// Gives a part another name.
  mutating func rename(_ part: String, _ name: String) {
    for place in parts.indices where parts[place].name == part { parts[place].name = name }
  }

  var zip: ZipBuilder {
    var zip = ZipBuilder(
      entries: parts.map { ZipBuilder.Entry(name: $0.name, content: $0.content) })
    changeZip(&zip)
    return zip
  }

  var file: Content { Content(zip.bytes()) }
}

extension Content {
  /// Replaces a text wherever it stands.
  func replacing(_ text: String, _ replacement: String) -> Content {
    Content(String(decoding: bytes, as: UTF8.self).replacing(text, with: replacement))
  }
}

extension WorkbookBuilder {
  /// Puts something into a part, right behind the start tag of its outermost element.
  mutating func insert(_ content: Content, into part: String) {
    let bytes = self[part]?.bytes ?? []
    let declaration = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    let end = bytes[declaration...].firstIndex(of: UInt8(ascii: ">")) ?? declaration
    self[part] = Content(Array(bytes[...end])) + content + Content(Array(bytes[(end + 1)...]))
  }

  /// Puts something between a part's XML declaration and its outermost element.
  mutating func precede(_ content: Content, part: String) {
    let bytes = self[part]?.bytes ?? []
    let declaration = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    self[part] =
      Content(Array(bytes[...declaration])) + content + Content(Array(bytes[(declaration + 1)...]))
  }

  /// Replaces a text in a part.
  mutating func replace(_ text: String, _ replacement: String, in part: String) {
    self[part] = self[part]?.replacing(text, replacement)
  }

  /// Changes the zip entry of a part.
  mutating func entry(_ part: String, _ change: @escaping (inout ZipBuilder.Entry) -> Void) {
    let before = changeZip
    changeZip = { zip in
      before(&zip)
      for place in zip.entries.indices where zip.entries[place].name == part {
        change(&zip.entries[place])
      }
    }
  }
}
