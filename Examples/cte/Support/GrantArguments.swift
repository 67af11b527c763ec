import ArgumentParser
import CTECore

/// Who gets which role, and where.
struct GrantArguments: ParsableArguments {
  @Argument(help: "Who gets it, by the name that they use with --as.")
  var actor: String
  @Argument(help: "The role's name.")
  var role: String
  @Option(help: "The organization to which it is limited, with all beneath it (else all of them).")
  var organization: String?
  @Option(help: "The program to which it is limited (else all of them).")
  var program: String?
  @Option(help: "The program at a school to which it is limited (else all of them).")
  var offering: String?

  var value: Grant {
    Grant(to: actor, role: role, organization: organization, program: program, offering: offering)
  }
}

extension Grant {
  /// Who has which role, and where, for people.
  var words: String {
    let limits = [
      organization.map { "organization \($0)" }, program.map { "program \($0)" },
      offering.map { "program \($0) at a school" },
    ].compactMap { $0 }
    return "\(actor) is \(role) for \(limits.isEmpty ? "all" : limits.joined(separator: ", "))"
      .printable
  }
}
