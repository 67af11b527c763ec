/// The attributes of a tag that have been met; XML allows each once.
private struct MetAttributes {
  private var met: UInt32 = 0

  /// Notes an attribute by its place in a list of all that may stand there.
  @inline(__always)
  mutating func note(_ name: UnsafeBufferPointer<UInt8>, of names: [StaticString]) throws(ScanStop)
  {
    for (place, known) in names.enumerated() where known.utf8CodeUnitCount == name.count {
      var index = 0
      while index < name.count, name[index] == known.utf8Start[index] { index += 1 }
      if index == name.count { return try note(place) }
    }
    throw .unusual
  }

  @inline(__always)
  mutating func note(_ place: Int) throws(ScanStop) {
    guard met & 1 << UInt32(place) == 0 else { throw .unusual }
    met |= 1 << UInt32(place)
  }
}

/// The tag of a row.
struct RowTag {
  private(set) var number: UnsafeBufferPointer<UInt8>?
  private(set) var isHidden: UnsafeBufferPointer<UInt8>?
  private(set) var isEmpty = false

  private static let others: [StaticString] = [
    "spans", "s", "ht", "customFormat", "customHeight", "outlineLevel", "collapsed", "thickTop",
    "thickBot", "ph", "x14ac:dyDescent",
  ]

  /// Reads what follows the tag's name.
  init(_ cursor: inout ByteCursor) throws(ScanStop) {
    var met = MetAttributes()
    while true {
      switch try cursor.tagPart() {
      case .attribute(let name, let value):
        if name.count == 1, name[0] == UInt8(ascii: "r") {
          guard number == nil else { throw .unusual }
          number = value
        } else if name.elementsEqual("hidden".utf8) {
          guard isHidden == nil else { throw .unusual }
          isHidden = value
        } else {
          try met.note(name, of: Self.others)
        }
      case .end: return
      case .emptyEnd:
        isEmpty = true
        return
      }
    }
  }
}

/// The tag of a cell.
struct CellTag {
  private(set) var reference: UnsafeBufferPointer<UInt8>?
  private(set) var style: UnsafeBufferPointer<UInt8>?
  private(set) var type: UnsafeBufferPointer<UInt8>?
  private(set) var isEmpty = false

  private static let others: [StaticString] = ["cm", "vm", "ph"]

  /// Reads what follows the tag's name.
  @inline(__always)
  init(_ cursor: inout ByteCursor) throws(ScanStop) {
    var met = MetAttributes()
    while true {
      switch try cursor.tagPart() {
      case .attribute(let name, let value):
        switch name.count == 1 ? name[0] : 0 {
        case UInt8(ascii: "r") where reference == nil: reference = value
        case UInt8(ascii: "s") where style == nil: style = value
        case UInt8(ascii: "t") where type == nil: type = value
        default: try met.note(name, of: Self.others)
        }
      case .end: return
      case .emptyEnd:
        isEmpty = true
        return
      }
    }
  }
}

/// The tag of a formula, of which nothing is needed.
struct FormulaTag {
  private(set) var isEmpty = false

  private static let attributes: [StaticString] = [
    "t", "ref", "si", "ca", "aca", "bx", "dt2D", "dtr", "del1", "del2", "r1", "r2", "xml:space",
  ]

  /// Reads what follows the tag's name.
  init(_ cursor: inout ByteCursor) throws(ScanStop) {
    var met = MetAttributes()
    while true {
      switch try cursor.tagPart() {
      case .attribute(let name, _): try met.note(name, of: Self.attributes)
      case .end: return
      case .emptyEnd:
        isEmpty = true
        return
      }
    }
  }
}
