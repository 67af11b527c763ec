import Testing

@testable import CEL

struct MatcherTests {
  @Test(arguments: [
    ("a+", "aaa", true, true), ("a+", "baaa", true, false), ("a+", "aaab", true, false),
    ("a+", "b", false, false), ("a|ab", "ab", true, true), ("a*", "", true, true),
    ("a*", "b", true, false), ("^a$", "a", true, true), ("(?m)^b$", "a\nb", true, false),
    (#"\d{2}\.\d{4}"#, "CIP 01.0000", true, false), (#"\d{2}\.\d{4}"#, "01.0000", true, true),
    ("a$|b", "ba", true, false), ("a?", "a\n", true, false), (".*", "é😀", true, true),
  ])
  func `a pattern is found anywhere or describes the whole`(
    pattern: String, text: String, anywhere: Bool, whole: Bool
  ) throws {
    let pattern = try Pattern(pattern)
    #expect(pattern.matches(text) == anywhere)
    #expect(pattern.matchesWhole(text) == whole)
    #expect(Matcher(pattern).matches(text) == anywhere)
    #expect(Matcher(pattern, whole: true).matches(text) == whole)
  }

  @Test func `a matcher answers alike however often it is asked`() throws {
    let matcher = Matcher(try Pattern(#"^[A-Z]{2}\d+\b"#))
    for _ in 0..<3 {
      #expect(matcher.matches("AB12 x"))
      #expect(!matcher.matches("AB12x"))
      #expect(!matcher.matches(""))
    }
  }

  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA9], true), ([0x61, 0xC3], false), ([0x61, 0xA9], false), ([], false),
      ([0xFF, 0x61, 0xC3, 0xA9, 0xFF], true), ([0x61, 0xED, 0xA0, 0x80], false),
      ([0x61, 0xC0, 0x80], false),
    ] as [([UInt8], Bool)])
  func `bytes match where they are UTF-8`(bytes: [UInt8], expected: Bool) throws {
    let matcher = Matcher(try Pattern(#"a[^a-z]"#))
    #expect(bytes.withUnsafeBufferPointer { matcher.matches(utf8: $0) } == expected)
  }

  @Test func `patterns are equal if they are written alike`() throws {
    #expect(try Pattern("a+") == Pattern("a+"))
    #expect(try Pattern("a+") != Pattern("a{1,}"))
    // Equal texts, but different code points.
    #expect(try Pattern("\u{E9}") != Pattern("e\u{301}"))
    #expect(try Set([Pattern("a"), Pattern("a"), Pattern("b")]).count == 2)
    #expect(try Pattern("(a)|b").source == "(a)|b")
  }

  @Test func `every code point is taken by its own class and no other`() throws {
    let borders: [UInt32] = [
      0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x3FFFF, 0x40000,
      0x10FFFF,
    ]
    let scalars = borders.compactMap { Unicode.Scalar($0) }
    for scalar in scalars {
      let own = Matcher(try Pattern("^[\\x{\(String(scalar.value, radix: 16))}]$"))
      let others = Matcher(try Pattern("^[^\\x{\(String(scalar.value, radix: 16))}]$"))
      for text in scalars {
        #expect(own.matches(String(text)) == (text == scalar))
        #expect(others.matches(String(text)) == (text != scalar))
      }
    }
  }
}
