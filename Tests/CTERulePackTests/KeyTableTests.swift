import CTERulePack
import Testing

struct KeyTableTests {
  @Test func `equal texts have equal numbers, and numbers lead back to their texts`() {
    var table = KeyTable()
    let texts = (0..<5000).map { "key \($0 % 2500) \(String(repeating: "x", count: $0 % 40))" }
    let numbers = texts.map { table.number(for: $0) }
    for (text, number) in zip(texts, numbers) {
      #expect(table.text(of: number) == text)
      #expect(table.knownNumber(for: text) == number)
    }
    #expect(Int(table.count) == Set(texts).count)
    #expect(table.knownNumber(for: "key") == nil)
  }

  @Test func `stored identifiers keep their numbers, gaps lead nowhere, and new ones come after`() {
    var table = KeyTable()
    for (text, number) in [("a", 2), ("b", 7)] as [(String, Int32)] {
      var text = text
      text.withUTF8 { table.appendStored($0, number: number) }
    }
    #expect(table.storedCount == 7)
    #expect(table.number(for: "b") == 7)
    #expect(table.number(for: "c") == 8)
    #expect(table.text(of: 2) == "a")
    #expect(table.text(of: 7) == "b" && table.text(of: 8) == "c")
    #expect(table.text(of: 1) == "" && table.text(of: 5) == "")
    #expect(table.count == 8 && table.newTexts == ["c"])
    #expect(table.knownNumber(for: "") == nil)
  }
}
