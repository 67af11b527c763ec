/// Answers a question for a stretch of rows, as far as that is quick.
typealias Kernel = (Stretch) -> Void

/// Some rows of a batch beside each other, of which a question is asked.
struct Stretch {
  /// How many rows are asked about at once: few enough that what is noted for each stays near the processor.
  static let length = 1024

  let first: Int
  let count: Int
  /// 1 for each row whose state is wanted, 0 for each of which any will do.
  let asked: UnsafePointer<UInt8>
  /// What is known for each row.
  let states: UnsafeMutablePointer<UInt8>
}

/// What is known of a question for a row, as a byte of two bits: the upper one says that there is no answer.
enum State {
  static let no: UInt8 = 0
  static let yes: UInt8 = 1
  /// Something is missing, and nothing else decides.
  static let missing: UInt8 = 2
  /// The row has to be evaluated by itself: there may be other trouble, or more may be spent than a stretch allows for.
  static let open: UInt8 = 3

  @inline(__always)
  static func of(_ holds: Bool) -> UInt8 { holds ? yes : no }
}

/// Memory for something about each row of a stretch.
final class Scratch<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>

  init(repeating element: Element) {
    let size = Stretch.length * MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    base = memory.bindMemory(to: Element.self, capacity: Stretch.length)
    base.initialize(repeating: element, count: Stretch.length)
  }

  deinit {
    base.deallocate()
  }
}

/// What is noted of eight rows, a byte for each; what stands after the last row of a stretch is never looked at.
typealias Lanes = UInt64

extension Lanes {
  /// One in each byte.
  static let ones: Lanes = 0x0101_0101_0101_0101

  /// The lower bits of states.
  @inline(__always)
  var low: Lanes { self & .ones }

  /// The upper bits of states.
  @inline(__always)
  var high: Lanes { (self >> 1) & .ones }

  /// Puts states together.
  @inline(__always)
  init(low: Lanes, high: Lanes) { self = low | high << 1 }
}

extension Stretch {
  /// How many times eight rows there are.
  @inline(__always)
  var laneCount: Int { (count + 7) / 8 }
}

extension UnsafeMutablePointer<UInt8> {
  /// The notes of each eight rows, of which there is room for a whole stretch.
  @inline(__always)
  var lanes: UnsafeMutablePointer<Lanes> {
    UnsafeMutableRawPointer(self).assumingMemoryBound(to: Lanes.self)
  }
}

extension UnsafePointer<UInt8> {
  /// The notes of each eight rows, of which there is room for a whole stretch.
  @inline(__always)
  var lanes: UnsafePointer<Lanes> {
    UnsafeRawPointer(self).assumingMemoryBound(to: Lanes.self)
  }
}
