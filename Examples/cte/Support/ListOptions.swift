import ArgumentParser
import CTECore

/// Which records are listed, and in which form.
struct ListOptions: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only records that have a value, such as year=2026; may be given for several fields.",
      valueName: "field=text"), transform: FieldText.init)
  var given: [FieldText] = []
  @Option(help: "The most records (else all of them; as text, the first 50).")
  var limit: Int?
  @OptionGroup var sheet: SheetOptions

  /// So many records are enough to look around; more go into a file.
  private static let shown = 50

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1") }
    _ = try given.byField()
  }

  func run(_ type: RecordType, of tenant: Tenant) async throws {
    let most = sheet.form == .text ? limit ?? Self.shown : limit
    // One more than is shown says whether there are more.
    let asked = sheet.form == .text ? most.map { $0 + 1 } : most
    let found = try await telling {
      try await tenant.records(of: type, where: try given.byField(), limit: asked)
    }
    let list = RecordList(Array(found.prefix(most ?? found.count)), of: type)
    let count = list.entries.count
    let more =
      found.count > count
      ? "\nThere are more; --limit NUMBER shows more, --output csv all of them." : ""
    try sheet.write(
      "\(count) record\(count == 1 ? " is" : "s are")", json: try list.json(), csv: list.csv(),
      text: list.text() + more)
  }
}
