/// The comments of a sheet and the boxes that show them, as far as the sheet has them already.
struct SheetComments {
  private let package: MarkedPackage
  private let comments: (name: String, isThere: Bool)
  private let drawing: (name: String, isThere: Bool)

  /// Finds the comments of a sheet.
  ///
  /// - Throws: `Unspliceable` where the sheet refers to boxes that aren't there.
  init(
    of sheet: String, _ references: RelationshipsPart, drawing id: String?,
    in package: MarkedPackage
  ) throws {
    self.package = package
    if let part = references.first("comments")?.part {
      comments = (try package.entry(part).name, true)
    } else {
      comments = (package.newName("xl/comments", ".xml"), false)
    }
    if let id {
      guard let part = references[id]?.part else { throw Unspliceable() }
      drawing = (try package.entry(part).name, true)
    } else {
      drawing = (package.newName("xl/drawings/vmlDrawing", ".vml"), false)
    }
  }

  /// Makes the sheet refer to new parts, if they are needed, and returns the reference to new boxes.
  func refer(from references: inout RelationshipsPart, ifNeeded isNeeded: Bool) -> String? {
    guard isNeeded else { return nil }
    if !comments.isThere { _ = references.add("comments", to: comments.name) }
    return drawing.isThere ? nil : references.add("vmlDrawing", to: drawing.name)
  }

  /// Takes the earlier comments of ours away and writes the new ones.
  func put(_ remarks: [CellMark], beside column: ErrorsColumn, _ types: inout ContentTypes) throws {
    guard comments.isThere || !remarks.isEmpty else { return }
    var part = try CommentsPart(
      package.markup(comments.name, ifMissing: comments.isThere ? nil : CommentsPart.empty))
    try part.put(remarks, of: package.archive.file)
    guard !part.isUnchanged || !comments.isThere else { return }
    try package.set(comments.name, to: part.bytes())
    if drawing.isThere || !remarks.isEmpty { try putBoxes(of: part, remarks, column) }
    guard !remarks.isEmpty else { return }
    types.add(comments.name, CommentsPart.type)
    types.add(ending: drawing.name, CommentDrawing.type)
  }

  private func putBoxes(
    of part: CommentsPart, _ remarks: [CellMark], _ column: ErrorsColumn
  ) throws {
    let bytes =
      drawing.isThere ? try package.bytes(of: drawing.name) : Array(CommentDrawing.empty.utf8)
    var boxes = CommentDrawing(bytes, part: drawing.name, of: package.archive.file)
    let lines = Dictionary(
      remarks.map { (CellReference(column: $0.column, row: $0.row), $0.lines) },
      uniquingKeysWith: max)
    try boxes.change(
      removing: drawing.isThere ? part.removed : [],
      adding: part.added.map {
        .init(cell: $0, lines: lines[$0] ?? 1, wideColumn: column.place)
      })
    try package.set(drawing.name, to: boxes.changed())
  }
}

extension CellMark {
  /// About how many lines the remark takes in its box, with the one above it.
  fileprivate var lines: Int {
    remark.split(separator: "\n").reduce(1) { $0 + 1 + $1.utf8.count / 40 }
  }
}
