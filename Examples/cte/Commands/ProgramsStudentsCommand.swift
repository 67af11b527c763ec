import ArgumentParser
import CTECore

struct ProgramsStudentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "students",
    abstract: "List students of a program at a school, with the credentials they received in it.",
    discussion: """
      All who are enrolled now, unless a group is named. A credential is taken away with 'cte credentials delete' and the \
      name that stands before it.
      """)

  @Argument(help: "The number of the program at the school, as in the list.")
  var offering: String
  @OptionGroup var grouping: GroupingOptions
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var output: OutputOption

  func run() async throws {
    let tenant = try await tenant.open()
    let students = try await telling {
      try await tenant.students(of: offering, in: grouping.value)
    }
    let list = StudentList(students, in: tenant.pack)
    try output.print(json: list.json(), text: list.text())
  }
}
