import CTERulePack

/// The identities that are taken, by stored records and by earlier rows of the file, with a digest of their content.
///
/// A few bytes for each: the codes of the identity, the digest, and its place in a directory that is at most half full.
struct IdentityIndex {
  private let width: Int
  private var codes: [Int32]
  private var digests: [UInt64]
  private let storedCount: Int
  private var slots: [Int32]

  /// Creates an index of the stored identities, each of which has `width` codes.
  init(_ stored: StoredIdentities, width: Int) {
    self.width = width
    codes = stored.codes
    digests = stored.digests
    storedCount = stored.digests.count
    slots = []
    rehash(to: 64)
  }

  /// Returns who has an identity, or nil where nobody has.
  func holder(of identity: [Int32]) -> (digest: UInt64, isStored: Bool)? {
    let entry = Int(slots[slot(of: identity)])
    return entry < 0 ? nil : (digests[entry], entry < storedCount)
  }

  /// Takes an identity, unless somebody has it.
  mutating func take(_ identity: [Int32], digest: UInt64) {
    let slot = slot(of: identity)
    guard slots[slot] < 0 else { return }
    slots[slot] = Int32(digests.count)
    codes.append(contentsOf: identity)
    digests.append(digest)
    if digests.count * 2 > slots.count { rehash(to: slots.count * 2) }
  }

  /// Returns the slot in which an identity stands, or would stand.
  private func slot(of identity: [Int32]) -> Int {
    var slot = identity.withUnsafeBufferPointer { Self.hash($0) } & (slots.count - 1)
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), identity) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isEqual(_ entry: Int, _ identity: [Int32]) -> Bool {
    for index in 0..<width where codes[entry * width + index] != identity[index] { return false }
    return true
  }

  private mutating func rehash(to minimum: Int) {
    var size = minimum
    while size < digests.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    codes.withUnsafeBufferPointer { codes in
      for entry in digests.indices {
        let identity = UnsafeBufferPointer(rebasing: codes[entry * width..<(entry + 1) * width])
        var slot = Self.hash(identity) & (size - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = Int32(entry)
      }
    }
  }

  private static func hash(_ identity: UnsafeBufferPointer<Int32>) -> Int {
    var digest = ContentDigest()
    for code in identity { digest.combine(code) }
    return Int(truncatingIfNeeded: digest.value >> 1)
  }
}

/// The identities of a file, which the checkers of its kinds of rows may share.
final class FileIdentities {
  var index: IdentityIndex

  init(_ index: IdentityIndex) {
    self.index = index
  }
}
