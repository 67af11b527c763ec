import CEL
import Testing

struct RepeatTests {
  @Test(arguments: [
    ("xs.exists(x, x == 1)", false), ("xs.all(x, x > 0) && !xs.exists(x, x == 3)", false),
    ("ys.exists(y, xs.exists(x, x == y))", false), ("ys.size() > 1", false),
    ("xs.size() > 1", true), ("size(xs) > 1", true), ("xs.exists_one(x, x == 1)", true),
    ("xs.exists(x, xs.size() > x)", true), ("ys.exists(y, xs.size() > y)", true),
    ("xs.filter(x, x > 1).size() > 1", true), ("xs.map(x, x + 1) == [2]", true),
    ("xs.exists(i, x, i > x)", true), ("1 in xs", true), ("xs == [1]", true), ("xs[1] == 1", true),
  ])
  func `an expression counts repeats unless it only asks for some or all`(
    text: String, counts: Bool
  ) throws {
    var environment = Environment()
    environment.declare("xs", as: .list(.int))
    environment.declare("ys", as: .list(.int))
    #expect(try environment.check(text).countsRepeats(of: "xs") == counts)
  }

  @Test func `what isn't declared is never counted`() throws {
    #expect(try !Environment().check("1 == 1").countsRepeats(of: "xs"))
  }
}
