import ArgumentParser

struct RecordListCommand<Kind: RecordKind>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: "List the \(Kind.plural).", discussion: Kind.fieldWords)
  }

  @OptionGroup var tenant: TenantOptions
  @OptionGroup var list: ListOptions

  func run() async throws {
    try await list.run(Kind.type, of: tenant.open())
  }
}
