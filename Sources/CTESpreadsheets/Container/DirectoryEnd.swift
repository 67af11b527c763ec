import CTEIntake

/// What stands at the end of a container: where its directory lies and how many entries it has.
struct DirectoryEnd {
  let offset: Int
  let size: Int
  let entryCount: Int

  /// Its own bytes; a remark of at most 65,535 bytes may follow.
  private static let length = 22

  /// Looks for the end from the last byte on.
  ///
  /// - Throws: `IntakeError` where there is none, or it points outside the file.
  init(_ bytes: ContainerBytes) throws(IntakeError) {
    let tailCount = min(bytes.count, Self.length + 0xFFFF)
    let tail = try bytes.read(at: bytes.count - tailCount, count: tailCount)
    guard let place = Self.place(in: tail) else { throw bytes.file.damaged }
    let place64 = bytes.count - tailCount + place - 20
    if place >= 20, tail.number32(place - 20) == 0x0706_4B50 {
      self = try Self(great: bytes, locator: place64)
    } else {
      guard let offset = tail.number32(place + 16), let size = tail.number32(place + 12),
        let entryCount = tail.number16(place + 10)
      else { throw bytes.file.damaged }
      (self.offset, self.size, self.entryCount) = (offset, size, entryCount)
    }
    let ownPlace = bytes.count - tailCount + place
    guard offset <= ownPlace, size <= ownPlace - offset else { throw bytes.file.untrue }
  }

  /// Reads what stands before the end of a great container, whose numbers don't fit in it.
  private init(great bytes: ContainerBytes, locator: Int) throws(IntakeError) {
    let place = try bytes.read(at: locator, count: 20).number64(8)
    let end = try bytes.read(at: place ?? -1, count: 56)
    guard end.number32(0) == 0x0606_4B50, let offset = end.number64(48),
      let size = end.number64(40), let entryCount = end.number64(32)
    else { throw bytes.file.untrue }
    (self.offset, self.size, self.entryCount) = (offset, size, entryCount)
  }

  private static func place(in tail: [UInt8]) -> Int? {
    (0..<max(0, tail.count - length + 1)).reversed().first { place in
      guard tail.number32(place) == 0x0605_4B50, let remark = tail.number16(place + 20) else {
        return false
      }
      return place + length + remark <= tail.count
    }
  }
}
