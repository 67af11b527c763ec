import CTEModel
import CTETestKit
import Testing

@testable import CTERulePack
@testable import CTEValidation

struct LookupIndexTests {
  @Test func `a look-up finds exactly the records that equal all it asks for`() {
    for seed in 1...50 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let type = RecordType.courseOffering
      let count = Int.random(in: 0...200, using: &generator)
      // Codes may be few and far between.
      let distance: Int32 = seed.isMultiple(of: 2) ? 1 : 1000
      let columns: [[Int32]?] = type.fields.map { _ in
        (0..<count).map { _ in .random(in: 1...4, using: &generator) * distance }
      }
      let lookup = Lookup(
        name: "sequence", type: type,
        conditions: [
          (field: 1, value: FieldPath.own(1)), (field: 2, value: .own(2)),
          (field: 3, value: .own(3)),
        ], expectsOne: false, absent: nil, present: nil)
      let table = ReferenceTable(columns: columns, rowCount: count)
      let index = LookupIndex(lookup, table: table, isOfOneYear: false)
      for _ in 0..<40 {
        let wanted = (0..<4).map { _ in Int32.random(in: 0...5, using: &generator) * distance }
        var range = index.range(of: Self.code(of: index.pivot, wanted))
        for (column, value) in index.rest {
          range = index.narrow(range, column: column, to: Self.code(of: value, wanted))
        }
        let expected = (0..<count).filter { row in
          [1, 2, 3].allSatisfy { columns[$0]?[row] == wanted[$0] }
        }.count
        #expect(Int(range.high - range.low) == expected)
      }
    }
  }

  private static func code(of path: FieldPath, _ wanted: [Int32]) -> Int32 {
    if case .own(let field) = path { wanted[field] } else { missingCode }
  }
}

struct IdentityIndexTests {
  @Test(arguments: 1...4)
  func `an identity belongs to whoever takes it first`(width: Int) {
    func identity(_ number: Int32) -> [Int32] { (0..<Int32(width)).map { number &* ($0 + 1) - $0 } }
    var stored = StoredIdentities()
    stored.codes = identity(-1) + identity(-2) + identity(-1)
    stored.digests = [10, 11, 12]
    let index = IdentityIndex(stored, width: width)
    #expect(Self.take(identity(-1), 10, index) == "equal")
    #expect(Self.take(identity(-1), 12, index) == "other, stored")
    #expect(Self.take(identity(0), 12, index) == "nobody")
    #expect(Self.take(identity(0), 13, index) == "other, in the file")
    for number in 1...9000 as ClosedRange<Int32> {
      #expect(Self.take(identity(number), 1, index) == "nobody")
    }
    for number in 1...9000 as ClosedRange<Int32> {
      #expect(Self.take(identity(number), 1, index) == "equal")
    }
  }

  @Test func `identities that differ in one part are two`() {
    let index = IdentityIndex(StoredIdentities(), width: 4)
    for place in 0..<4 {
      for number in 1...50 as ClosedRange<Int32> {
        var identity: [Int32] = [0, 0, 0, 0]
        identity[place] = number
        #expect(Self.take(identity, 1, index) == "nobody")
        #expect(Self.take(identity, 1, index) == "equal")
      }
    }
  }

  private static func take(_ codes: [Int32], _ digest: UInt64, _ index: IdentityIndex) -> String {
    let identity = index.identity(codes.count) { codes[$0] }
    defer { index.take(identity, digest: digest) }
    guard let holder = index.holder(of: identity) else { return "nobody" }
    if holder.digest == digest { return "equal" }
    return holder.isStored ? "other, stored" : "other, in the file"
  }
}
