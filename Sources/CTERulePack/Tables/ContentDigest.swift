/// A number made of a record's values, so that equal records are recognised without keeping them.
///
/// Stores and checks must feed the same fields in the same order.
public struct ContentDigest: Sendable {
  private var state: UInt64 = 0x2D35_8DCC_AA6C_78A5

  /// Creates a digest of nothing.
  public init() {}

  /// Feeds the code of a value.
  @inline(__always)
  public mutating func combine(_ code: Int32) {
    feed(UInt64(UInt32(bitPattern: code)))
  }

  /// Feeds a text; an empty one stands for a missing value.
  public mutating func combine(_ text: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= raw.count {
      feed(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 1
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    feed(rest)
  }

  /// Returns what stands for a missing part of an identity: a negative code made of the content's digest.
  public static func placeholder(of digest: UInt64) -> Int32 {
    -1 - Int32(truncatingIfNeeded: digest & 0x3FFF_FFFF)
  }

  /// The digest of what was fed.
  public var value: UInt64 { state }

  @inline(__always)
  private mutating func feed(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = product.low ^ product.high ^ 0xE703_7ED1_A0B4_28DB
  }
}
