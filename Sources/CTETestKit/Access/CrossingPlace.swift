/// A program of a school, with students of its own.
struct CrossingPlace: Hashable, Sendable {
  let school: String
  let program: String

  /// The district in which the school lies.
  var district: String { "D" + school.dropFirst().prefix(1) }

  /// The number of the program at the school.
  var offering: String { "A\(school.dropFirst())\(program.dropFirst())" }

  /// The places, so that some share a district, some a school and some a program.
  static let all = ["S11", "S12", "S21"].flatMap { school in
    ["P1", "P2"].map { CrossingPlace(school: school, program: $0) }
  }

  /// How many students each has.
  static let studentCount = 6

  /// Returns the number of a student of the place, from 1.
  func student(_ number: Int) -> String {
    "Q\(school.dropFirst())\(program.dropFirst())\(number)7"
  }

  /// What occurs nowhere else: the students' numbers, names and certificates.
  var marks: [String] {
    (1...Self.studentCount).flatMap { number in
      let student = student(number)
      return [student, "Name\(student)", "CERT\(student)"]
    }
  }
}
