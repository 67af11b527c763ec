import ArgumentParser
import CTECore
import Foundation

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
  @Option(name: .customLong("output"), help: "The form of the list.")
  var form = Form.text
  @Option(help: "A file into which the list is written, in the place of one that is there.")
  var out: String?

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case csv
  }

  /// So many records are enough to look around; more go into a file.
  private static let shown = 50

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1") }
    if out?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--out names no file; leave it out to print the list")
    }
    _ = try given.byField()
  }

  func run(_ type: RecordType, of tenant: Tenant) async throws {
    let most = form == .text ? limit ?? Self.shown : limit
    // One more than is shown says whether there are more.
    let asked = form == .text ? most.map { $0 + 1 } : most
    let found = try await telling {
      try await tenant.records(of: type, where: try given.byField(), limit: asked)
    }
    let list = RecordList(Array(found.prefix(most ?? found.count)), of: type)
    try write(
      try text(list, hasMore: found.count > list.entries.count), count: list.entries.count)
  }

  private func text(_ list: RecordList, hasMore: Bool) throws -> String {
    switch form {
    case .json: try list.json() + "\n"
    case .csv: list.csv()
    case .text:
      list.text() + "\n"
        + (hasMore ? "There are more; --limit NUMBER shows more, --output csv all of them.\n" : "")
    }
  }

  private func write(_ text: String, count: Int) throws {
    guard let out else { return Swift.print(text, terminator: "") }
    try telling(about: out) {
      try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
    }
    Swift.print("\(count) record\(count == 1 ? " is" : "s are") in \(out).")
  }
}
