import ArgumentParser

/// Where everything is that jobs need, as it is typed.
struct SettingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the peers: \(Peers.description).", valueName: "folder"))
  var peers: String?
  @Option(
    help: ArgumentHelp(
      "The folder where data and loaded tenants are made on first use and kept.",
      valueName: "folder"))
  var data: String?
  @Option(help: "The Python that has what the peers import.")
  var python = "python3"
  @Option(help: "How many runs count (else five below ten seconds, and three above).")
  var runs: Int?
  @Option(help: "The program cte, built for release.")
  var cte = ".build/release/cte"
  @Flag(help: "Load the tenants again, as after a change of how they are stored.")
  var reload = false

  func setting() throws -> Setting {
    let setting = Setting(cte: cte, python: python, runs: runs, peers: peers, data: data)
    if reload { try Tenants.forget(setting) }
    return setting
  }
}
