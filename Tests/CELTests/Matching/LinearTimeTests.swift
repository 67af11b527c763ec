import CEL
import Testing

/// What takes other engines longer than anyone waits.
@Suite(.timeLimit(.minutes(1)))
struct LinearTimeTests {
  @Test(arguments: [
    ("(a+)+$", "b", false), ("(a+)+$", "", true), ("(a+a+)+y", "", false), ("(a|a)*b", "", false),
    ("(a|a)*b", "b", true), ("(a*)*b", "", false), ("(a|b|ab)*c", "", false),
    (".*.*.*=.*", "", false), ("^(a?){50}a{50}$", "", false), ("(a?){500}a{500}b", "", false),
    (#"\b(\w+\s?)*$"#, "!", false), ("(?i)(A+)+$", "b", false), ("a.{200}b", "", false),
    (#"^(\pL+)+\d$"#, "", false),
  ])
  func `a million letters and an ending take no more than their number`(
    pattern: String, ending: String, expected: Bool
  ) throws {
    let text = String(repeating: "a", count: 1_000_000) + ending
    #expect(try Pattern(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    ("[", "[:a", 6_000), ("[", #"\PL"#, 1_000), ("(?i)[", #"\PL"#, 1_000), ("", "(?<", 6_000),
    ("(", "{1", 9_000), ("", #"[\pLa]{0}"#, 2_000), ("", "(a{1000}", 2_000), ("", "(a|", 6_000),
  ])
  func `a bad pattern is refused at once`(beginning: String, part: String, count: Int) {
    let source = beginning + String(repeating: part, count: count)
    #expect(throws: PatternIssue.self) { try Pattern(source) }
  }
}
