import Testing

@testable import CEL

struct ClassTests {
  @Test(arguments: [
    ("[abc]", "b", true), ("[abc]", "d", false), ("[a-c]", "b", true), ("[^a-c]", "b", false),
    ("[^a-c]", "\n", true), ("[]a]", "]", true), ("[^]a]", "]", false), ("[a-]", "-", true),
    ("[-a]", "-", true), ("[a-c-e]", "-", true), ("[a-c-e]", "d", false), ("[a^]", "^", true),
    ("[[]", "[", true), ("[[:]", ":", true), ("[.*]", "a", false), (#"[\]\\]"#, "\\", true),
    (#"[\d-z]"#, "-", true), (#"[\n]"#, "\n", true), (#"[\x41-\x{43}]"#, "B", true),
    (#"[\101]"#, "A", true), ("[€-😀]", "한", true), ("[à-ö]", "é", true), ("[à-ö]", "e", false),
    (#"[^\x00-\x{10FFFF}]"#, "a", false), (#"[^\x00-\x{10FFFF}]?"#, "a", true),
    ("(?i)[a-c]", "B", true), ("(?i)[^a-c]", "B", false), ("[[:cntrl:]]", "\t", true),
    ("[[:cntrl:]]", " ", false),
  ])
  func `classes in brackets`(pattern: String, text: String, expected: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    (#"\d"#, "0123456789"), (#"\s"#, "\t\n\u{C}\r "),
    (#"\w"#, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
    (#"[[:alpha:]]"#, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
    (#"[[:alnum:][:upper:]]"#, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
    (#"[[:blank:]]"#, "\t "), (#"[[:space:]]"#, "\t\n\u{B}\u{C}\r "),
    (#"[[:punct:]]"#, ##"!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##),
    (#"[[:xdigit:]]"#, "0123456789ABCDEFabcdef"), (#"[[:lower:]]"#, "abcdefghijklmnopqrstuvwxyz"),
    (#"[[:^ascii:]]"#, ""), (#"[^[:^digit:]]"#, "0123456789"), (#"[^\D]"#, "0123456789"),
    (#"[^\W\d_a-z]"#, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), (#"[^\S ]"#, "\t\n\u{C}\r"),
  ])
  func `classes with names have their characters of ASCII and no others`(
    pattern: String, expected: String
  ) throws {
    let matcher = Matcher(try Pattern(pattern))
    let found = (UInt8(0)..<128).map { Unicode.Scalar($0) }.filter { matcher.matches(String($0)) }
    #expect(String(String.UnicodeScalarView(found)) == expected)
  }

  @Test(arguments: [
    (#"\pL"#, "é", true), (#"\pL"#, "1", false), (#"\p{Lu}"#, "É", true), (#"\p{Lu}"#, "é", false),
    (#"\PL"#, "é", false), (#"\p{^L}"#, "1", true), (#"\P{^L}"#, "1", false),
    (#"\pN"#, "٣", true), (#"\p{Nd}"#, "½", false), (#"\p{No}"#, "½", true),
    (#"\p{Sc}"#, "€", true), (#"[\pL\d]"#, "한", true), (#"[^\pL]"#, "한", false),
    (#"[\PL]"#, "😀", true), (#"\p{Any}"#, "\u{10FFFF}", true), (#"\p{Cs}"#, "a", false),
    (#"\p{Zs}"#, "\u{A0}", true), (#"(?i)\p{Lu}"#, "é", true), (#"(?i)\P{Lu}"#, "é", false),
    (#"(?i)[^\p{Lu}]"#, "é", false), (#"\pé"#, "", nil),
  ])
  func `general categories of Unicode`(pattern: String, text: String, expected: Bool?) {
    #expect((try? Pattern(pattern))?.matches(text) == expected)
  }

  @Test(arguments: [
    ("(?i)é", "É", true), ("(?i)σ", "ς", true), ("(?i)Σ", "ς", true), ("(?i)k", "\u{212A}", true),
    ("(?i)\u{17F}", "S", true), ("(?i)[j-l]", "\u{212A}", true), ("(?i)ǆ", "ǅ", true),
    ("(?i)i", "ı", false), ("(?i)ß", "ẞ", true), ("(?i)[а-я]+$", "ЖЯ", true),
    (#"(?i)\W"#, "\u{17F}", false), (#"\W"#, "\u{17F}", true), (#"(?i)\x{e9}"#, "É", true),
    (#"(?i)\QÉ\E"#, "é", true), ("é", "É", false),
  ])
  func `ignoring case reaches every letter of the same fold`(
    pattern: String, text: String, expected: Bool
  ) throws {
    #expect(try Pattern(pattern).matches(text) == expected)
  }

  @Test func `the short list of ASCII letters and their case agrees with that of Unicode`() {
    #expect(CaseOrbit.ascii == Array(CaseOrbit.all.prefix(52)))
  }

  @Test func `code points are in their category, also in the planes that are skipped`() throws {
    let letters = Matcher(try Pattern(#"\pL"#))
    let privateUse = Matcher(try Pattern(#"\p{Co}"#))
    let kinds: Set<Unicode.GeneralCategory> = [
      .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    ]
    for value in stride(from: CodePointSet.maximum, through: 0, by: -37) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      guard letters.matches(String(scalar)) == kinds.contains(category),
        privateUse.matches(String(scalar)) == (category == .privateUse)
      else {
        Issue.record("U+\(String(value, radix: 16)) is \(category)")
        return
      }
    }
  }
}
