import CEL
import CTEModel
import CTERulePack
import CTETestKit
import Testing

@testable import CTEIntake

struct CellFormTests {
  private static func day(_ text: String, as form: String) throws -> CalendarDay? {
    CellParserTests.parse(text, as: .day(try #require(DayForm(form)))).code
      .map { CalendarDay(ordinal: $0) }
  }

  @Test(arguments: [
    ("m/d/yyyy", "3/9/2005", true), ("m/d/yyyy", "03/09/2005", true),
    ("mm/dd/yyyy", "03/09/2005", true), ("mm/dd/yyyy", "3/9/2005", false),
    ("mm/dd/yyyy", "03/9/2005", false), ("mm/dd/yyyy", "03-09-2005", false),
    ("dd.mm.yyyy", "09.03.2005", true), ("d.m.yyyy", "9.3.2005", true),
    ("yyyymmdd", "20050309", true), ("yyyymmdd", "2005309", false),
    ("yyyymmdd", "200503090", false), ("yyyy-m-d", "2005-3-9", true),
    ("yyyy-mm-dd", "2005-03-09", true), ("yyyy-mm-dd", "2005-3-9", false),
    ("d m yyyy", "9 3 2005", true), ("mm/dd/yyyy", "03/09/05", false),
    ("mm/dd/yyyy", " 03/09/2005", false), ("mm/dd/yyyy", "03/09/2005 ", false),
  ])
  func `a day is read in its form alone`(form: String, text: String, isTaken: Bool) throws {
    let day = try Self.day(text, as: form)
    #expect(day == (isTaken ? CalendarDay(year: 2005, month: 3, day: 9) : nil))
  }

  @Test func `what is no day in a form is told with the form`() throws {
    let form = try #require(DayForm("dd.mm.yyyy"))
    let problem = CellParserTests.parse("3/9/2005", as: .day(form)).problem
    #expect(problem?.rule.name == "cell/not-a-day")
    #expect(
      problem?.message == "\"3/9/2005\" is no day of the calendar; expected dd.mm.yyyy")
  }

  @Test(arguments: [
    "", "mm/dd", "mm/yyyy", "dd-mm-yy", "m/d/yyyy/d", "yyyymd", "mdyyyy", "mmm/dd/yyyy",
    "yyyyy-mm-dd", "mm,dd,yyyy", "MM/DD/YYYY", "m//d/yyyy", "yyyy-mm-dd hh",
  ])
  func `a form that leaves something open is none`(form: String) {
    #expect(DayForm(form) == nil)
  }

  @Test(arguments: 1...300)
  func `a day that is written in a form is read back`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let form = random.form()
    let day = CalendarDay(ordinal: Int32.random(in: 657_000...767_000, using: &random))
    for isShort in [true, false] {
      let text = random.writing(day, as: form, isShort: isShort)
      #expect(try Self.day(text, as: form) == day, "\(form): \(text)")
      #expect(try Self.day(text + "0", as: form) != day)
    }
  }

  @Test(arguments: [
    ("0", 1, true), ("9", 1, true), ("10", 1, false), ("9999", 4, true), ("0001", 4, true),
    ("10000", 4, false), ("-1", 4, false), ("1.0", 4, false), ("", 4, true), ("٣", 4, false),
  ])
  func `a whole number has at most so many digits`(text: String, digits: Int, isTaken: Bool) {
    let parsed = CellParserTests.parse(text, as: .integer(maximumDigits: digits))
    #expect((parsed.problem == nil) == isTaken)
    let value = Int32(text).flatMap { isTaken ? $0 : nil }
    #expect(parsed.code == value)
  }

  @Test(arguments: [
    ("0", 0), ("99", 9900), ("99.99", 9999), ("100", nil), ("100.00", nil), ("1.5", 150),
    ("1.555", nil), (".25", 25), ("01.5", 150),
  ])
  func `a decimal has at most so many digits before the period`(text: String, expected: Int32?) {
    let parsed = CellParserTests.parse(text, as: .hundredths(maximumDigits: 2))
    #expect(parsed.code == expected)
    #expect((parsed.problem == nil) == (expected != nil))
  }

  @Test func `a number that is too long is told with how long it may be`() {
    let whole = CellParserTests.parse("12345", as: .integer(maximumDigits: 4)).problem
    #expect(whole?.message == "\"12345\" is no whole number of at most 4 digits")
    let decimal = CellParserTests.parse("123.4", as: .hundredths(maximumDigits: 2)).problem
    #expect(
      decimal?.message
        == "\"123.4\" is no number with at most 2 digits before the period and at most two decimals"
    )
  }

  @Test(arguments: [
    ("AB12345", true), ("AB1234", false), ("xAB12345", false), ("AB12345 ", false),
    ("ab12345", false), ("AB12345\nAB12345", false),
  ])
  func `a pattern matches the whole of a text`(text: String, isTaken: Bool) throws {
    let form = CellForm.pattern(
      try Pattern("[A-Z]{2}[0-9]{5}"), expected: "two letters and five digits", .course)
    let parsed = CellParserTests.parse(text, as: form)
    #expect((parsed.code != nil) == isTaken)
    #expect(
      parsed.problem?.message == (isTaken ? nil : "\"\(text)\" isn't two letters and five digits"))
    #expect(parsed.problem?.rule.name == (isTaken ? nil : "cell/no-match"))
  }

  @Test func `alternatives of a pattern are each matched as a whole`() throws {
    let form = CellForm.pattern(try Pattern("a|ab"), expected: "a or ab", .course)
    #expect(CellParserTests.parse("ab", as: form).code != nil)
    #expect(CellParserTests.parse("abb", as: form).code == nil)
  }

  @Test(arguments: [("C", "C"), ("COOP", "C"), ("coop", nil), ("R", "R"), ("", nil)])
  func `a text that stands for a code gives the code`(text: String, word: String?) {
    let choices = [("C", "C"), ("R", "R"), ("COOP", "C")].map {
      Choice(text: $0, meaning: $1)
    }
    let parsed = CellParserTests.parse(text, as: .words(choices))
    #expect(parsed.code.map { parsed.keys[.word].text(of: $0) } == word)
  }
}

extension SeededGenerator {
  fileprivate mutating func form() -> String {
    let sign = ["/", "-", ".", " ", ""].randomElement(using: &self) ?? "/"
    let lengths = sign.isEmpty ? 2...2 : 1...2
    let parts = ["d", "m"].map {
      String(repeating: $0, count: Int.random(in: lengths, using: &self))
    }
    return (parts + ["yyyy"]).shuffled(using: &self).joined(separator: sign)
  }

  /// Writes a day; where a form takes numbers without zeros, with or without them.
  fileprivate func writing(_ day: CalendarDay, as form: String, isShort: Bool) -> String {
    let numbers = "\(day)".split(separator: "-").compactMap { Int($0) }
    func text(_ number: Int, in letter: String) -> String {
      let isPadded = form.contains(letter + letter) || !isShort
      return isPadded && number < 10 ? "0\(number)" : "\(number)"
    }
    return form.replacing("yyyy", with: "Y").replacing("mm", with: "m").replacing("dd", with: "d")
      .replacing("m", with: text(numbers[1], in: "m"))
      .replacing("d", with: text(numbers[2], in: "d"))
      .replacing("Y", with: "\(numbers[0])")
  }
}
