public import CTEModel
import CTERulePack

/// A value of a record as it is kept.
public enum StoredValue: Hashable, Sendable {
  /// A code, `missingCode` where there is no value.
  case code(Int32)
  /// The bytes of a free text, none where there is no value. As bytes, texts that only look alike differ.
  case text([UInt8])

  /// Returns what a field holds that was never written.
  public static func missing(_ kind: FieldKind) -> StoredValue {
    kind == .text ? .text([]) : .code(missingCode)
  }

  /// The code; that of a missing value for texts.
  public var code: Int32 {
    if case .code(let code) = self { code } else { missingCode }
  }

  /// Returns the code; a text gets that of a word.
  func code(as words: inout KeyTable) -> Int32 {
    switch self {
    case .code(let code): code
    case .text([]): missingCode
    case .text(let bytes): bytes.withUnsafeBufferPointer { words.number(for: $0) }
    }
  }
}

extension StoredValue: CustomStringConvertible {
  /// A placeholder, because the value may be a student's.
  public var description: String { "<value>" }
}

extension ContentDigest {
  mutating func combine(_ value: StoredValue) {
    switch value {
    case .code(let code): combine(code)
    case .text(let bytes): bytes.withUnsafeBufferPointer { combine($0) }
    }
  }
}

extension RecordChanges {
  /// Returns the values that a record brings, by the field's place in the type.
  package func values(of record: Int) -> [Int: StoredValue] {
    Dictionary(uniqueKeysWithValues: zip(fields, columns.map { value(of: record, in: $0) }))
  }

  /// Returns the value that a record has in a column.
  func value(of record: Int, in column: RecordBatch.Column) -> StoredValue {
    switch column {
    case .codes(let codes): return .code(codes[record])
    case .texts(let cells):
      let start = Int(cells[record].start)
      return .text(Array(bytes[start..<start + Int(cells[record].length)]))
    case .absent: preconditionFailure("only fields that are carried are written")
    }
  }
}
