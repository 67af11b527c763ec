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
      let columns: [[Int32]?] = type.fields.map { _ in
        (0..<count).map { _ in .random(in: 1...4, using: &generator) }
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
        let wanted = (0..<4).map { _ in Int32.random(in: 0...5, using: &generator) }
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
  @Test func `an identity belongs to whoever takes it first`() {
    var stored = StoredIdentities()
    stored.codes = [1, 2]
    stored.digests = [10]
    var index = IdentityIndex(stored, width: 2)
    #expect(Self.take([1, 2], 10, &index) == "equal")
    #expect(Self.take([1, 2], 11, &index) == "other, stored")
    #expect(Self.take([2, 1], 12, &index) == "nobody")
    #expect(Self.take([2, 1], 13, &index) == "other, in the file")
    for number in 0..<5000 as Range<Int32> {
      #expect(Self.take([number, 9], 1, &index) == "nobody")
    }
    for number in 0..<5000 as Range<Int32> {
      #expect(Self.take([number, 9], 1, &index) == "equal")
    }
  }

  private static func take(
    _ codes: [Int32], _ digest: UInt64, _ index: inout IdentityIndex
  ) -> String {
    defer { index.take(codes, digest: digest) }
    guard let holder = index.holder(of: codes) else { return "nobody" }
    if holder.digest == digest { return "equal" }
    return holder.isStored ? "other, stored" : "other, in the file"
  }
}
