/// Which numbers the identifiers of a table have, by the places at which they were added, from 1.
///
/// As long as nothing is left out, numbers are places. Of a state's students those of a small file are few.
struct KeyNumbering: Sendable {
  /// The greatest number that the tenant's store knows.
  private(set) var storedCount: Int32 = 0
  /// The stored numbers by their places, once some are left out.
  private var stored: [Int32] = []
  private var hasGaps = false

  /// How many places stored identifiers have, once some are left out.
  private var storedPlaces: Int32 { Int32(stored.count) }

  /// Gives a stored number the place after all others.
  mutating func addStored(_ number: Int32, at place: Int32) {
    skipStored(upTo: number - 1, places: place - 1)
    if hasGaps { stored.append(number) }
    storedCount = number
  }

  /// Leaves out the numbers up to one.
  ///
  /// - Parameter places: How many places there are.
  mutating func skipStored(upTo number: Int32, places: Int32) {
    guard number > storedCount else { return }
    storedCount = number
    guard !hasGaps, number > places else { return }
    hasGaps = true
    stored = Array(1..<places + 1)
  }

  /// Returns the greatest number given so far.
  func greatest(places: Int32) -> Int32 {
    hasGaps ? storedCount + places - storedPlaces : places
  }

  /// Returns the number of a place.
  @inline(__always)
  func number(at place: Int32) -> Int32 {
    guard hasGaps else { return place }
    return place > storedPlaces ? storedCount + place - storedPlaces : stored[Int(place) - 1]
  }

  /// Returns the place of a number; nil for one that is left out.
  func place(of number: Int32) -> Int32? {
    guard hasGaps else { return number }
    if number > storedCount { return storedPlaces + number - storedCount }
    var range = 0..<stored.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if stored[middle] == number { return Int32(middle + 1) }
      range =
        stored[middle] < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
