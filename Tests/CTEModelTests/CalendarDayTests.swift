import Testing

@testable import CTEModel

struct CalendarDayTests {
  @Test(arguments: [
    (1, 1, 1, 1), (1970, 1, 1, 719_163), (2000, 2, 29, 730_179), (2022, 7, 1, 738_337),
    (9999, 12, 31, 3_652_059),
  ])
  func `a day of the calendar has its ordinal, and the ordinal its day`(
    year: Int, month: Int, day: Int, ordinal: Int32
  ) throws {
    let date = try #require(CalendarDay(year: year, month: month, day: day))
    #expect(date.ordinal == ordinal)
    #expect(CalendarDay(ordinal: ordinal).components == (year, month, day))
  }

  @Test(arguments: [
    (2022, 2, 29), (1900, 2, 29), (2022, 4, 31), (2022, 13, 1), (2022, 0, 1), (2022, 1, 0),
    (0, 1, 1), (10_000, 1, 1),
  ])
  func `what is no day of the calendar has no value`(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test func `every day follows the one before`() {
    var ordinals: [Int32] = []
    for year in 2000...2004 {
      for month in 1...12 {
        ordinals += (1...31).compactMap { CalendarDay(year: year, month: month, day: $0)?.ordinal }
      }
    }
    #expect(ordinals == Array(730_120..<730_120 + 1827))
  }

  @Test func `a day is written with its zeros`() {
    #expect(CalendarDay(year: 987, month: 6, day: 5)?.description == "0987-06-05")
  }
}
