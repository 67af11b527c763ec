import CTECore
import CTETestKit
import Foundation
import Testing

struct StoreAgreementTests {
  @Test func `the same imports give the same reports, counts and audit log in every store`()
    async throws
  {
    let sqlite = try await StoreKind.sqlite.withStore(ImportTranscript.play)
    let inMemory = try await StoreKind.inMemory.withStore(ImportTranscript.play)
    #expect(sqlite.steps.count == ImportTranscript.stepCount)
    #expect(Set(sqlite.steps.map(\.state)) == ["committed", "unchanged", "preview", "thrown"])
    for (first, second) in zip(sqlite.steps, inMemory.steps) { #expect(first == second) }
  }

  @Test(arguments: 1...12)
  func `the same random changes give the same fates and records in every store`(seed: UInt64)
    async throws
  {
    let sqlite = try await StoreKind.sqlite.withStore { store, _ in
      try await RandomChanges.play(seed: seed, in: store)
    }
    let inMemory = try await StoreKind.inMemory.withStore { store, _ in
      try await RandomChanges.play(seed: seed, in: store)
    }
    #expect(Set(sqlite.flatMap(\.fates)) == [.unchanged, .updated, .accepted])
    for (first, second) in zip(sqlite, inMemory) { #expect(first == second) }
  }

  @Test func `random changes make, replace and remove records, and the journal has each`()
    async throws
  {
    var kinds: Set<[Bool]> = []
    for seed in UInt64(1)...3 {
      let answers = try await StoreKind.inMemory.withStore { store, _ in
        try await RandomChanges.play(seed: seed, in: store)
      }
      for entry in answers.flatMap(\.journal).joined() {
        kinds.insert([entry.before != nil, entry.left != nil])
      }
    }
    #expect(kinds == [[true, true], [true, false], [false, true]])
  }
}
