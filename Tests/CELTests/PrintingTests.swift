import Testing

@testable import CEL

struct PrintingTests {
  @Test(arguments: [
    ("((a)) && ((b || c))", "a && (b || c)"), ("a && (b && c)", "a && (b && c)"),
    ("(a - b) - (c - d)", "a - b - (c - d)"), ("-(5) + - -x", "-(5) + --x"),
    ("!(a == b)", "!(a == b)"),
    ("(a ? b : c) ? d : (e ? f : g)", "(a ? b : c) ? d : e ? f : g"), ("(-x).y", "(-x).y"),
    ("a.b.?`c-d`[?0](e)".replacing("(e)", with: ""), "a.b.?`c-d`[?0]"),
    ("x.map(e,e)", "x.map(e, e)"),
    ("pkg.rec{a:1,?`b c`:2}", "pkg.rec{a: 1, ?`b c`: 2}"),
    ("[ ?a , {?'k':v} ]", "[?a, {?\"k\": v}]"),
    ("a in (b in c)", "a in (b in c)"), ("'it''s'".replacing("''", with: "\\'"), "\"it's\""),
  ])
  func `an expression is printed with no more parentheses than it needs`(
    source: String, expected: String
  ) {
    let (tree, issues) = Parser.parse(source)
    #expect(issues.isEmpty)
    #expect(tree.description == expected)
    #expect(Parser.parse(expected).0 == tree)
  }
}
