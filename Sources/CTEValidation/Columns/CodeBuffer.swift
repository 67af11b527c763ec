import CEL

/// A fixed piece of memory for codes, so that checks read them without asking an array for permission.
final class CodeBuffer {
  let base: UnsafeMutablePointer<Int32>
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: max(1, capacity))
    base.initialize(repeating: 0, count: max(1, capacity))
  }

  convenience init(_ codes: [Int32]) {
    self.init(capacity: codes.count)
    copy(codes)
  }

  /// The codes as rules read them.
  var cells: Cells { Cells(at: base, of: self) }

  func copy(_ codes: [Int32]) {
    precondition(codes.count <= capacity, "the codes fit the buffer")
    codes.withUnsafeBufferPointer { codes in
      guard let source = codes.baseAddress else { return }
      base.update(from: source, count: codes.count)
    }
  }

  deinit {
    base.deallocate()
  }
}
