import Foundation

/// Synthetic data of the quickstart's shape with many more students: its lists, and rosters, enrollments and an upload.
///
/// Every fiftieth row of the upload has a mistake.
struct Sample: Sendable {
  let studentCount: Int

  /// How many rows of the upload have a mistake.
  var mistakeCount: Int { studentCount / 50 }

  private static let school = "990401101"
  private static let program = "52030000"
  private static let courses = ["52030010", "52030020"]
  private static let credentials = ["S101", "S102"]

  /// The lists, in the order in which each finds what it refers to, and what is told of students.
  var lists: [(name: String, text: String)] {
    get throws {
      let small = try ["school", "program", "course", "coherent_sequence", "credential_list"].map {
        let file = Self.quickstart.appending(path: "\($0).csv")
        return ($0, try String(contentsOf: file, encoding: .utf8))
      }
      return small + [("student", students), ("enrollment", enrollments)]
    }
  }

  /// The titles of the upload, and the cells of its rows.
  var upload: (titles: [String], rows: [[String]]) {
    let titles = [
      "FiscalYear", "School of Residence CTDS", "Program Number", "Course Number",
      "Course Taught By CTDS", "Student SUID Number", "Student Birth Date", "Test Date",
      "Pass/Fail",
      "Credential Code", "Optional Certificate/License Number",
    ]
    return (titles, (0..<studentCount).map(uploadRow))
  }

  /// The upload as CSV.
  var uploadText: String {
    let upload = upload
    return ([upload.titles] + upload.rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private func uploadRow(_ student: Int) -> [String] {
    let born = Self.birthDay(student)
    let isWrong = student % 50 == 49
    let mistake = student / 50 % 3
    return [
      "2022", Self.school, Self.program, Self.courses[student % 2], Self.school,
      Self.number(student), "\(born.month)/\(born.day)/\(born.year)",
      isWrong && mistake == 0 ? "02/30/2022" : "\(Self.padded(student % 5 + 1))/15/2022",
      isWrong && mistake == 1 ? "maybe" : student % 9 == 0 ? "N" : "Y",
      isWrong && mistake == 2 ? "S999" : Self.credentials[student / 2 % 2],
      student % 4 == 0 ? "SYN-\(student)" : "",
    ]
  }

  private var students: String {
    let titles = "suid,first_name,middle_name,last_name,birth_date,gender,race,ctds,graduated\n"
    return titles
      + (0..<studentCount).map { student in
        let born = Self.birthDay(student)
        let gender = student % 2 == 0 ? "F" : "M"
        return
          "\(Self.number(student)),Avery,,Sample,\(born.year)-\(born.month)-\(born.day),\(gender),,\(Self.school),0\n"
      }.joined()
  }

  private var enrollments: String {
    "fiscal_year,ctds,suid,term,program,course,credits\n"
      + (0..<studentCount).map { student in
        (1...2).map { term in
          "2022,\(Self.school),\(Self.number(student)),\(term),\(Self.program),\(Self.courses[student % 2]),0.5\n"
        }.joined()
      }.joined()
  }

  private static func number(_ student: Int) -> String { String(10_000_000 + student * 7) }

  private static func birthDay(_ student: Int) -> (year: String, month: String, day: String) {
    ("\(2003 + student % 4)", padded(student % 12 + 1), padded(student % 28 + 1))
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static var quickstart: URL {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return folder.appending(path: "../../../Quickstart")
  }
}
