import Foundation

/// A made-up list of students, some of whose rows have mistakes.
enum Roster {
  private static let titles =
    "suid,first_name,middle_name,last_name,birth_date,zip,ssn4,gender,race,ctds,graduated,sp_disability,"
    + "sp_econ,sp_nontrad,sp_single_parent,sp_el,sp_homeless,sp_foster,sp_military,sp_migrant,exit_code\n"

  /// Writes a list of students of consecutive numbers; every hundredth has no birth day that there is.
  static func write(students numbers: Range<Int>, to path: String) throws {
    var text = titles
    for number in numbers {
      let birthDay = number % 100 == 99 ? "2005-02-30" : "2005-02-\(10 + number % 18)"
      text +=
        "\(8_000_000 + number),First\(number),,Sample,\(birthDay),,,F,,990401101,0,0,0,0,0,0,0,0,0,0,\n"
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }
}
