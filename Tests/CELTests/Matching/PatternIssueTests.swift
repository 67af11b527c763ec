@testable import CEL
import Testing

struct PatternIssueTests {
  static func issue(_ pattern: String) -> PatternIssue? {
    do throws(PatternIssue) {
      _ = try Pattern(pattern)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("a(b", 1, "the group that begins here has no closing )"),
    ("(a(b)", 0, "the group that begins here has no closing )"),
    ("ab)", 2, #"this ) closes no group; the character itself is \)"#),
    ("é[a", 1, "the class that begins here has no closing ]"),
    ("[]", 0, "the class that begins here has no closing ]"),
    ("[a-", 0, "the class that begins here has no closing ]"),
    ("[[:alpha:]", 0, "the class that begins here has no closing ]"),
    (#"ab\"#, 2, #"nothing follows this backslash; a backslash itself is \\"#),
    (#"[\"#, 1, #"nothing follows this backslash; a backslash itself is \\"#),
    ("(?P<n", 0, "the name of the group has no closing >"),
    ("(?i", 0, "the flags that begin here are incomplete; expected (?i) or (?i:...)"),
    ("(?i-)", 0, "the flags that begin here are incomplete; expected (?i) or (?i:...)"),
    ("(?", 0, "the flags that begin here are incomplete; expected (?i) or (?i:...)"),
  ])
  func `what isn't closed or complete`(pattern: String, offset: Int, problem: String) {
    #expect(Self.issue(pattern) == PatternIssue(offset: offset, problem: problem))
  }

  @Test(arguments: [
    ("*a", 0, #"there is nothing to repeat here; the character itself is \*"#),
    ("a|+", 2, #"there is nothing to repeat here; the character itself is \+"#),
    ("(?)", nil, ""), ("(?:?)", 3, #"there is nothing to repeat here; the character itself is \?"#),
    ("({2})", 1, #"there is nothing to repeat here; the character itself is \{"#),
    ("a**", 2, "a repetition can't be repeated; put the first one in a group: (?:...)"),
    ("a+{2}", 2, "a repetition can't be repeated; put the first one in a group: (?:...)"),
    ("a{2}{3}", 4, "a repetition can't be repeated; put the first one in a group: (?:...)"),
    ("a*??", 3, "a repetition can't be repeated; put the first one in a group: (?:...)"),
    ("a*?+", 3, "a repetition can't be repeated; put the first one in a group: (?:...)"),
    ("a*+", 2, "possessive repetitions aren't supported; leave out this +"),
    ("ab{2}+", 5, "possessive repetitions aren't supported; leave out this +"),
    ("a{1001}", 1, "a count of repetitions is at most 1000"),
    ("a{2,99999999999999999999}", 1, "a count of repetitions is at most 1000"),
    ("a{3,2}", 1, "the counts run backwards; expected {2,3}"),
    ("(?:a{100}){11}", 10, "nested repetitions come to more than 1000 here"),
    ("(?:a{20}|b{501}){2,}", 16, "nested repetitions come to more than 1000 here"),
    ("(?:a{100}){10}", nil, ""), ("(?:a{1000}){0}", nil, ""),
  ])
  func `repetitions that can't be`(pattern: String, offset: Int?, problem: String) {
    #expect(Self.issue(pattern) == offset.map { PatternIssue(offset: $0, problem: problem) })
  }

  @Test(arguments: [
    ("[z-a]", 1, "the range z-a runs backwards"),
    (#"[a-\d]"#, 3, #"a range can't end with the class \d"#),
    (#"[\b]"#, 1, #"\b is no character and has no place in a class; a backspace is \x08"#),
    (#"[\z]"#, 1, #"\z is no character and has no place in a class"#),
    (#"[\Qa\E]"#, 1, #"\Q has no place in a class"#),
    (
      "[[:letter:]]", 1,
      "there is no class [:letter:]; expected one of alnum, alpha, ascii, blank, cntrl, digit, "
        + "graph, lower, print, punct, space, upper, word, xdigit"
    ),
    (
      #"\p{Greek}"#, 0,
      "'Greek' is no general category of Unicode, and scripts aren't supported; expected one of "
        + "Any, C, Cc, Cf, Co, Cs, L, Ll, Lm, Lo, Lt, Lu, M, Mc, Me, Mn, N, Nd, Nl, No, P, Pc, Pd, "
        + "Pe, Pf, Pi, Po, Ps, S, Sc, Sk, Sm, So, Z, Zl, Zp, Zs"
    ),
    (#"a\p"#, 1, #"\p takes a general category of Unicode: \pL or \p{Lu}"#),
    (#"\P{Lu"#, 0, #"\p takes a general category of Unicode: \pL or \p{Lu}"#),
  ])
  func `classes that can't be`(pattern: String, offset: Int, problem: String) {
    #expect(Self.issue(pattern) == PatternIssue(offset: offset, problem: problem))
  }

  @Test(arguments: [
    (#"(a)\1"#, 3, #"back-references \1 aren't supported"#),
    (#"\8"#, 0, #"back-references \8 aren't supported"#),
    (#"\k<n>"#, 0, #"back-references \k aren't supported"#),
    (#"\m"#, 0, #"\m means nothing; the character itself is written without the backslash"#),
    (#"\é"#, 0, #"\é means nothing; the character itself is written without the backslash"#),
    (#"a\E"#, 1, #"\E closes no \Q"#),
    (#"\Z"#, 0, #"\Z isn't supported; the end of the text is \z"#),
    (#"\G"#, 0, #"\G isn't supported; the beginning of the text is \A"#),
    (#"\C"#, 0, #"\C isn't supported; any character is (?s:.)"#),
    (#"\X"#, 0, #"\X isn't supported; any character is (?s:.)"#),
    (#"\R"#, 0, #"\R isn't supported; write (?:\r\n|\n|\r)"#),
    (#"\h"#, 0, #"\h isn't supported; write [ \t]"#),
    (
      #"\u0041"#, 0, #"\u isn't supported; write \x{...} with the hexadecimal digits in the braces"#
    ),
    (#"\x4"#, 0, #"\x takes two hexadecimal digits, or more in braces: \x{10FFFF}"#),
    (#"\x{}"#, 0, #"\x takes two hexadecimal digits, or more in braces: \x{10FFFF}"#),
    (#"\x{41"#, 0, #"\x takes two hexadecimal digits, or more in braces: \x{10FFFF}"#),
    (#"\x{110000}"#, 0, "there is no character U+110000"),
    (#"[\x{D800}]"#, 1, "there is no character U+D800"),
    (#"\x{FFFFFFFFFFFF}"#, 0, "there is no character U+FFFFFFFFFFFF"),
  ])
  func `escapes that mean nothing here`(pattern: String, offset: Int, problem: String) {
    #expect(Self.issue(pattern) == PatternIssue(offset: offset, problem: problem))
  }

  @Test(arguments: [
    ("a(?=b)", 1, "look-ahead (?=...) isn't supported"),
    ("a(?!b)", 1, "look-ahead (?!...) isn't supported"),
    ("(?<=a)b", 0, "look-behind (?<=...) isn't supported"),
    ("(?<!a)b", 0, "look-behind (?<!...) isn't supported"),
    ("(?>a)", 0, "atomic groups (?>...) aren't supported; write (?:...)"),
    ("(?#a)", 0, "comments (?#...) aren't supported"),
    ("(?|a)", 0, "groups with shared numbers (?|...) aren't supported; write (?:...)"),
    ("(?(1)a)", 0, "conditions (?(...)...) aren't supported"),
    ("(?'n'a)", 0, "names in quotes aren't supported; write (?<name>...)"),
    ("(?P=n)", 0, "back-references (?P=name) aren't supported"),
    ("(?P>n)", 0, "recursion (?P>name) isn't supported"),
    ("(?&n)", 0, "recursion (?&name) isn't supported"),
    ("(?R)", 0, "recursion (?R) isn't supported"), ("(?1)", 0, "recursion (?1) isn't supported"),
    ("(?+1)", 0, "recursion (?+1) isn't supported"),
    ("(?Pn)", 0, "(?P begins no group; a group with a name is (?P<name>...)"),
    ("(?x)", 2, "'x' is no flag; expected i, m, s or U"),
    ("(?i--s)", 4, "'-' is no flag; expected i, m, s or U"),
    ("(?<>a)", 3, "'' is no name of a group; expected letters, digits and underscores"),
    ("(?<a b>c)", 3, "'a b' is no name of a group; expected letters, digits and underscores"),
    ("(?<n>a)(?P<n>b)", 11, "there is already a group 'n'"),
  ])
  func `groups of other engines`(pattern: String, offset: Int, problem: String) {
    #expect(Self.issue(pattern) == PatternIssue(offset: offset, problem: problem))
  }

  @Test(arguments: [
    ("(", 251, 250, "groups are nested deeper than 250"), ("(a)", 251, nil, ""),
    ("a", 20_001, 20_000, "the pattern has more than 20000 characters"), ("a", 20_000, nil, ""),
    (
      "a{1000}", 21, 140, "the pattern gets too large here: it takes more than 20000 instructions"
    ),
    (
      "[à-ö]{1000}", 11, 110,
      "the pattern gets too large here: it takes more than 20000 instructions"
    ),
    ("[à-ö]{1000}", 10, nil, ""),
    ("a|", 7_000, 13_333, "the pattern gets too large here: it takes more than 20000 instructions"),
  ])
  func `patterns that are too large`(part: String, count: Int, offset: Int?, problem: String) {
    let issue = Self.issue(String(repeating: part, count: count))
    #expect(issue == offset.map { PatternIssue(offset: $0, problem: problem) })
  }

  @Test func `groups can be nested up to the limit and be repeated at each level`() throws {
    let open = String(repeating: "(?:a|", count: 250)
    let pattern = try Pattern("^" + open + "b" + String(repeating: ")*", count: 250) + "$")
    #expect(pattern.matches("abba"))
    #expect(!pattern.matches("abbac"))
  }
}
