import ArgumentParser

struct EnrollmentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Enrollments.plural,
    abstract: "List enrollments, and delete them with the credentials that rest on them.",
    subcommands: [RecordListCommand<Enrollments>.self, RecordDeleteCommand<Enrollments>.self])
}
