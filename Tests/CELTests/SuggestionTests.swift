import CEL
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("enrolments", "enrollments"), ("yaer", "year"), ("COURSE", "course"), ("xyz", nil),
  ])
  func `a misspelt name leads to the nearest`(name: String, expected: String?) {
    #expect(nearest(to: name, among: ["course", "enrollments", "year"]) == expected)
  }
}
