/// Whole numbers of 32 bits that stand beside each other in memory, one for each row of a batch.
///
/// Memory of the host is only referred to; what stands in it may change, and it may move, while no rows are asked about.
public final class Cells {
  // Behind a pointer, because the checks for exclusive access to a class's properties would cost more than reading a cell.
  private let place: UnsafeMutablePointer<UnsafePointer<Int32>>
  private var owner: AnyObject

  /// Creates cells that refer to memory, and keep the object to which it belongs.
  public init(at memory: UnsafePointer<Int32>, of owner: AnyObject) {
    place = .allocate(capacity: 1)
    place.initialize(to: memory)
    self.owner = owner
  }

  /// Creates cells that hold numbers.
  public convenience init(_ numbers: [Int32]) {
    let memory = Memory(numbers)
    self.init(at: memory.base, of: memory)
  }

  deinit {
    place.deallocate()
  }

  /// Refers to other memory from now on.
  public func move(to memory: UnsafePointer<Int32>, of owner: AnyObject) {
    place.pointee = memory
    self.owner = owner
  }

  @inline(__always)
  var base: UnsafePointer<Int32> { place.pointee }

  /// A copy of numbers.
  private final class Memory {
    let base: UnsafePointer<Int32>

    init(_ numbers: [Int32]) {
      let memory = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, numbers.count))
      for (row, number) in numbers.enumerated() { memory[row] = number }
      base = UnsafePointer(memory)
    }

    deinit {
      base.deallocate()
    }
  }
}

/// The records that each row of a batch finds, as numbers of records that stand beside each other.
///
/// A row finds the records from its number in the first cells to before the one in the second; it can't look for any where
/// the first number is negative.
public struct RowRanges {
  let lows: Cells
  let highs: Cells

  /// Creates ranges.
  ///
  /// - Parameters:
  ///   - lows: For each row, the first record that it finds; negative where it can't look for any.
  ///   - highs: For each row, the record after the last that it finds.
  public init(from lows: Cells, to highs: Cells) {
    self.lows = lows
    self.highs = highs
  }

  func range(of row: Int) -> Range<Int>? {
    let low = Int(lows.base[row])
    return low < 0 ? nil : low..<Int(highs.base[row])
  }
}
