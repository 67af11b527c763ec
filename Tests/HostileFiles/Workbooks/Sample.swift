/// The small table that the honest files tell, each in its way: titles and three rows of invented people.
enum Sample {
  static let titles = ["School", "Student Number", "Name", "Day", "Credits"]
  static let rows = [
    ["1001", "00123456", "Ada Example", "05/06/2022", "0.5"],
    ["1001", "00123457", "Ben Sample", "05/09/2022", "1"],
    ["1002", "00123458", "Cleo Specimen", "05/10/2022", "0.25"],
  ]

  static let lines = [titles] + rows
  /// All texts, row by row, as they stand among a workbook's shared strings.
  static let texts = lines.flatMap { $0 }
}
