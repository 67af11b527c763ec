import CTERulePack

/// The identities that are taken, by stored records and by earlier rows of the file, with a digest of their content.
///
/// Twenty bytes for each and two or three more in the directory; parts after the second are numbered, each combination once. The
/// checkers of a file's kinds of rows may share an index.
final class IdentityIndex {
  /// The entries, page by page, so that one more never moves those that are there.
  private var pages: [Page] = []
  private var count: Int32 = 0
  private var storedCount: Int32 = 0
  /// The entry that was taken last among those of a hash; the others follow from there.
  private var heads: CodeBuffer
  /// The numbers of all parts but the first, from the second and third on.
  private var rests: [PairNumbers]

  private static let nobody: Int32 = -1
  /// How many entries share a place of the directory at most, on average.
  private static let crowd = 3

  /// Creates an index of the stored identities, each of which has `width` codes.
  init(_ stored: StoredIdentities, width: Int) {
    rests = (0..<max(0, width - 2)).map { _ in PairNumbers() }
    heads = Self.emptyDirectory(for: stored.digests.count)
    stored.codes.withUnsafeBufferPointer { codes in
      for (entry, digest) in stored.digests.enumerated() {
        let start = entry * width
        take(identity(width) { codes[start + $0] }, digest: digest)
      }
    }
    storedCount = count
  }

  deinit {
    for page in pages { page.deallocate() }
  }

  /// Returns the number under which an identity is looked for: its first code and a number of all others together.
  ///
  /// - Parameter code: Returns the code of a part.
  @inline(__always)
  func identity(_ width: Int, code: (Int) -> Int32) -> UInt64 {
    guard width > 0 else { return 0 }
    var rest = width > 1 ? code(1) : 0
    for place in 2..<max(2, width) { rest = rests[place - 2].number(of: rest, code(place)) }
    return UInt64(UInt32(bitPattern: code(0))) << 32 | UInt64(UInt32(bitPattern: rest))
  }

  /// Returns who has an identity, or nil where nobody has.
  func holder(of identity: UInt64) -> (digest: UInt64, isStored: Bool)? {
    var entry = heads.base[slot(of: identity)]
    while entry != Self.nobody {
      let page = pages[Int(entry) >> Page.shift]
      let place = Int(entry) & Page.mask
      if page.identities[place] == identity { return (page.digests[place], entry < storedCount) }
      entry = page.nexts[place]
    }
    return nil
  }

  /// Takes an identity, unless somebody has it.
  func take(_ identity: UInt64, digest: UInt64) {
    guard holder(of: identity) == nil else { return }
    add(identity, digest: digest)
  }

  private func add(_ identity: UInt64, digest: UInt64) {
    if Int(count) == pages.count << Page.shift { pages.append(Page()) }
    if Int(count) >= heads.capacity * Self.crowd { widen() }
    let page = pages[Int(count) >> Page.shift]
    let place = Int(count) & Page.mask
    page.identities[place] = identity
    page.digests[place] = digest
    link(count)
    count += 1
  }

  private func link(_ entry: Int32) {
    let page = pages[Int(entry) >> Page.shift]
    let place = Int(entry) & Page.mask
    let slot = slot(of: page.identities[place])
    page.nexts[place] = heads.base[slot]
    heads.base[slot] = entry
  }

  private func widen() {
    heads = Self.emptyDirectory(for: Int(count) * 2)
    for entry in 0..<count { link(entry) }
  }

  private static func emptyDirectory(for count: Int) -> CodeBuffer {
    var size = 64
    while size * crowd < count { size *= 2 }
    let heads = CodeBuffer(capacity: size)
    heads.base.update(repeating: nobody, count: size)
    return heads
  }

  @inline(__always)
  private func slot(of identity: UInt64) -> Int {
    let product = identity.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low) & (heads.capacity - 1)
  }

  /// Some entries.
  private struct Page {
    static let shift = 12
    static let size = 1 << shift
    static let mask = size - 1

    let identities = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    let digests = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    /// The entries that follow in the same place of the directory.
    let nexts = UnsafeMutablePointer<Int32>.allocate(capacity: size)

    func deallocate() {
      identities.deallocate()
      digests.deallocate()
      nexts.deallocate()
    }
  }
}

/// Gives every pair of codes that is met a number of its own.
private struct PairNumbers {
  private var numbers: [UInt64: Int32] = [:]
  private var last: (pair: UInt64, number: Int32)?

  mutating func number(of first: Int32, _ second: Int32) -> Int32 {
    let pair = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    // Rows that stand together often have the same.
    if let last, last.pair == pair { return last.number }
    let next = Int32(numbers.count)
    let number = numbers[pair] ?? next
    if number == next { numbers[pair] = next }
    last = (pair, number)
    return number
  }
}
