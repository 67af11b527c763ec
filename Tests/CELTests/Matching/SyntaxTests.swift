import CEL
import Testing

struct SyntaxTests {
  @Test(arguments: [
    ("b", "abc", true), ("bc", "abc", true), ("cb", "abc", false), ("", "", true), ("", "a", true),
    ("a.c", "abc", true), ("a.c", "a\nc", false), ("a.c", "a😀c", true), ("^.$", "é", true),
    ("a|b", "b", true), ("a|b|", "c", true), ("^(?:a|bc)d$", "bcd", true),
    ("^(?:a|bc)d$", "abcd", false), ("(a)(b)", "ab", true), ("()", "", true),
    ("(?P<year>[0-9]+)", "in 2026", true), ("(?<year>[0-9]+)", "in", false),
    ("a{", "a{", true), ("a{,2}", "a{,2}", true), ("a{,2}", "aa", false), ("{a}", "{a}", true),
    ("]", "]", true), ("}", "}", true), ("-", "-", true),
  ])
  func `letters, dots, alternatives and groups`(pattern: String, text: String, expected: Bool)
    throws
  {
    #expect(try Pattern(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    ("ab*c", "ac", true), ("ab*c", "abbbc", true), ("ab+c", "ac", false), ("ab+c", "abbc", true),
    ("ab?c", "ac", true), ("ab?c", "abbc", false), ("ab{2}c", "abbc", true),
    ("ab{2}c", "abc", false), ("ab{2}c", "abbbc", false), ("ab{2,}c", "abbbbc", true),
    ("ab{2,}c", "abc", false), ("ab{1,3}c", "abbbc", true), ("ab{1,3}c", "abbbbc", false),
    ("ab{0}c", "ac", true), ("ab{0}c", "abc", false), ("ab{0,}c", "abbc", true),
    ("ab*?c", "abbc", true), ("ab+?c", "ac", false), ("ab??c", "ac", true),
    ("ab{2,3}?c", "abbbc", true), ("(?:ab){2}", "abab", true), ("^(?:ab){2}$", "ab", false),
    ("(?:a*)*b", "b", true), ("(?:a|b*)*c", "abbac", true), ("(?:^a)*b", "b", true),
    ("(?:){3}a", "a", true), ("^*a", "a", true), ("^(?:a{2}){3}$", "aaaaaa", true),
    ("^(?:a{2}){3}$", "aaaaa", false), ("^a{1000}$", String(repeating: "a", count: 1000), true),
    ("^a{1000}$", String(repeating: "a", count: 999), false),
  ])
  func `repetitions, greedy and lazy`(pattern: String, text: String, expected: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    ("^b", "ab", false), ("^b", "a\nb", false), ("(?m)^b", "a\nb", true), ("a$", "ab", false),
    ("a$", "a\n", false), ("(?m)a$", "a\nb", true), ("(?m)^$", "a\n", true),
    ("(?m)^$", "a\nb", false), (#"\Ab"#, "ab", false), (#"(?m)\Ab"#, "a\nb", false),
    (#"a\z"#, "ab", false), (#"(?m)a\z"#, "a\nb", false), (#"(?m)a\z"#, "b\na", true),
    (#"\bfoo\b"#, "a foo.", true), (#"\bfoo\b"#, "afoo", false), (#"\bfoo\b"#, "foo_", false),
    (#"\bé"#, "é", false), (#"a\bé"#, "aé", true), (#"\Boo\b"#, "foo", true),
    (#"\Boo"#, "oo", false), (#"\B"#, "", true), (#"\b"#, "", false), (#"\B"#, "a", false),
    (#"\B"#, "aéb", false), (#"\B"#, "é", true), ("a^b", "ab", false), ("a$b", "ab", false),
    ("(?m)a$\n^b", "a\nb", true), ("(?:^a|b)c", "xbc", true), ("(?:^a|b)c", "xac", false),
  ])
  func `anchors and word boundaries`(pattern: String, text: String, expected: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    ("(?i)straße", "STRAßE", true), ("a(?i)b", "aB", true), ("a(?i)b", "AB", false),
    ("(a(?i)b)c", "aBC", false), ("(?i:a)b", "Ab", true), ("(?i:a)b", "AB", false),
    ("(?i)a(?-i)b", "AB", false), ("(?i)a(?-i)b", "Ab", true), ("x(?i)a|b", "B", true),
    ("(?s)a.b", "a\nb", true), ("(?s-s)a.b", "a\nb", false), ("(?s:a.)b.", "a\nb\n", false),
    ("(?U)a*b", "aab", true), ("(?is)A.", "a\n", true), ("(?)a", "a", true),
    ("(?-i)a", "A", false), ("(?im-s:^A.$)", "b\nac", true),
  ])
  func `flags for the rest of a group or a group of their own`(
    pattern: String, text: String, expected: Bool
  ) throws {
    #expect(try Pattern(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    (#"\a\f\n\r\t\v"#, "\u{7}\u{C}\n\r\t\u{B}", true), (#"\101\60"#, "A0", true),
    (#"\0"#, "\0", true), (#"\07"#, "\u{7}", true), (#"\1234"#, "S4", true),
    (#"\x7F"#, "\u{7F}", true), (#"\x{1F600}"#, "😀", true), (#"\x{10FFFF}"#, "\u{10FFFF}", true),
    (#"\.\*\\\_\-"#, #".*\_-"#, true), (#"a\.b"#, "acb", false), (#"\Qa.b*\E+"#, "a.b**", true),
    (#"\Qa.b"#, "acb", false), (#"\Qa\b"#, #"a\b"#, true), (#"\Q\E"#, "", true),
    (#"a\Q\E*b"#, "aab", true),
  ])
  func `escapes and quotations`(pattern: String, text: String, expected: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == expected)
  }
}
