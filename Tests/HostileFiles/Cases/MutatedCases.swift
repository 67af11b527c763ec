import CTEIntake
import CTETestKit

/// Good files with some bytes changed or cut off: they may be read or refused, and nothing else.
enum MutatedCases {
  static var all: [HostileFile] {
    good
      + cut("an old workbook", every: 512) { OldWorkbookBuilder().file }
      + cut("a workbook", every: 256) { WorkbookBuilder().file }
      + flipped("an old workbook", count: 100, OldWorkbookBuilder().file)
      + flipped("an old workbook's records", count: 100) { mutation in
        var workbook = OldWorkbookBuilder.varied
        workbook.changeStream = { mutation.apply(to: &$0) }
        return workbook.file
      }
      + flipped("a workbook", count: 100, WorkbookBuilder().file)
      + parts.flatMap { part in
        flipped("the inside of \(part)", count: 20) { mutation in
          var workbook = WorkbookBuilder()
          var bytes = workbook[part]?.bytes ?? []
          mutation.apply(to: &bytes)
          workbook[part] = Content(bytes)
          return workbook.file
        }
      }
      + flipped("text", count: 40, text)
  }

  /// The files that are changed below; that these are read shows that the others fail for what was done to them.
  private static var good: [HostileFile] {
    [
      HostileFile("good: a workbook", .read) { WorkbookBuilder().file },
      HostileFile("good: an old workbook", .read) { OldWorkbookBuilder().file },
      HostileFile("good: an old workbook of many records", .read) {
        OldWorkbookBuilder.varied.file
      },
      HostileFile("good: text", .read) { text },
    ]
  }

  private static let text = Content(
    Sample.lines.map { $0.joined(separator: ",") }.joined(separator: "\r\n"))

  private static let parts = WorkbookBuilder.Part.all

  private static func cut(
    _ name: String, every step: Int, _ content: () -> Content
  ) -> [HostileFile] {
    let bytes = content().bytes
    return stride(from: step, to: bytes.count, by: step).map { size in
      HostileFile("cut: \(name) after \(size) bytes", .any) { Content(Array(bytes[..<size])) }
    }
  }

  private static func flipped(_ name: String, count: Int, _ content: Content) -> [HostileFile] {
    let bytes = content.bytes
    return flipped(name, count: count) { mutation in
      var changed = bytes
      mutation.apply(to: &changed)
      return Content(changed)
    }
  }

  private static func flipped(
    _ name: String, count: Int, _ content: @escaping (Mutation) -> Content
  ) -> [HostileFile] {
    (1...count).map { seed in
      HostileFile("mutated: \(name), \(seed)", .any) {
        // Every name has numbers of its own.
        let salt = name.utf8.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) }
        return content(Mutation(seed: salt &+ UInt64(seed)))
      }
    }
  }
}

/// A few changes of some bytes, the same for the same seed.
struct Mutation {
  let seed: UInt64

  /// Numbers that lengths and places are mistaken for.
  private static let odd: [UInt8] = [0, 1, 2, 3, 4, 0x3C, 0x3E, 0x22, 0x7F, 0x80, 0xFE, 0xFF]

  func apply(to bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    var random = SeededGenerator(seed: seed)
    for _ in 0...random.below(3) { change(&bytes, &random) }
  }

  private func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = random.below(bytes.count)
    switch random.below(8) {
    case 0: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1: bytes[place] = random.pick(Self.odd)
    case 2:
      for next in place..<min(place + 4, bytes.count) { bytes[next] = 0xFF }
    case 3:
      for next in place..<min(place + 1 + random.below(40), bytes.count) {
        bytes[next] = UInt8(random.below(256))
      }
    case 4, 5:
      // A letter or digit for another leaves more of a text whole.
      bytes[place] = UInt8(ascii: "0") + UInt8(random.below(75))
    default:
      let source = random.below(bytes.count)
      for next in 0..<min(16, bytes.count - max(place, source)) {
        bytes[place + next] = bytes[source + next]
      }
    }
  }
}
