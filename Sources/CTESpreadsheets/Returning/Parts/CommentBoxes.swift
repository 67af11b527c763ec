/// What the boxes of comments look like, in the prefixes that a drawing has for the languages of which it is made.
struct CommentBoxes {
  private let vml: String
  private let office: String
  private let excel: String

  /// Takes the prefixes from the tag of a drawing; nil where one is missing.
  init?(_ root: StartTag) {
    let prefixes = Dictionary(
      root.attributes.map { ($0.value, $0.name) }, uniquingKeysWith: { first, _ in first })
    func prefix(_ namespace: String) -> String? {
      guard let name = prefixes["urn:schemas-microsoft-com:" + namespace],
        name.hasPrefix("xmlns:")
      else { return nil }
      return String(name.dropFirst(6)) + ":"
    }
    guard let vml = prefix("vml"), let office = prefix("office:office"),
      let excel = prefix("office:excel")
    else { return nil }
    (self.vml, self.office, self.excel) = (vml, office, excel)
  }

  /// The tag that says which thousands of numbers are taken.
  var mapName: String { "<\(office)idmap" }

  /// A list of the thousands of numbers that are taken.
  func layout(_ blocks: String) -> String {
    "<\(office)shapelayout \(vml)ext=\"edit\"><\(office)idmap \(vml)ext=\"edit\" data=\"\(blocks)\"/>"
      + "</\(office)shapelayout>"
  }

  /// The type of all boxes.
  var type: String {
    "<\(vml)shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" \(office)spt=\"202\" "
      + "path=\"m,l,21600r21600,l21600,xe\"><\(vml)stroke joinstyle=\"miter\"/>"
      + "<\(vml)path gradientshapeok=\"t\" \(office)connecttype=\"rect\"/></\(vml)shapetype>"
  }

  /// A box with its number.
  func shape(_ number: Int, _ box: CommentDrawing.Box) -> String {
    let (column, row) = (box.cell.column, box.cell.row - 1)
    return "<\(vml)shape id=\"_x0000_s\(number)\" type=\"#_x0000_t202\" "
      + "style=\"position:absolute;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" "
      + "\(office)insetmode=\"auto\"><\(vml)fill color2=\"#ffffe1\"/>"
      + "<\(vml)shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
      + "<\(vml)path \(office)connecttype=\"none\"/>"
      + "<\(vml)textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div>"
      + "</\(vml)textbox><\(excel)ClientData ObjectType=\"Note\"><\(excel)MoveWithCells/>"
      + "<\(excel)SizeWithCells/><\(excel)Anchor>\(Self.anchor(of: box))</\(excel)Anchor>"
      + "<\(excel)AutoFill>False</\(excel)AutoFill><\(excel)Row>\(row)</\(excel)Row>"
      + "<\(excel)Column>\(column)</\(excel)Column></\(excel)ClientData></\(vml)shape>"
  }

  /// The column, row and points of the upper left corner and then of the lower right one.
  private static func anchor(of box: CommentDrawing.Box) -> String {
    let height = min(max(box.lines * 4 / 5 + 2, 4), 20)
    let left = min(box.cell.column + 1, CellReference.lastColumn - 4)
    let top = min(max(box.cell.row - 2, 0), CellReference.mostRows - height - 1)
    // Four columns are about as wide as a sentence, unless one of them is that of the errors.
    let right = left...left + 4 ~= box.wideColumn ? box.wideColumn : left + 4
    let rightOffset = right == box.wideColumn ? 260 - min(right - left, 3) * 64 : 15
    return "\(left), 15, \(top), 4, \(right), \(rightOffset), \(top + height), 4"
  }
}
