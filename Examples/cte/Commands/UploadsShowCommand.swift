import ArgumentParser
import CTECore

struct UploadsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the receipt of an upload, or every row of a preview with its errors.",
    discussion:
      "A receipt has the file, what became of it, and what was wrong: as text the first 20 findings, as JSON all that are kept."
  )

  @Argument(help: "The number of the submission, as in the list.")
  var id: Int
  @OptionGroup var tenant: TenantOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var day: DayOption
  @Option(name: .customLong("output"), help: "The form of the result; csv for a preview alone.")
  var form = Form.text

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  func run() async throws {
    let tenant = try await tenant.open(on: day.today)
    let submission = try await telling { try await tenant.submission(id).submission }
    if submission.isPreview {
      try await showPreview(tenant)
    } else {
      try await showReceipt(tenant)
    }
  }

  private func showPreview(_ tenant: Tenant) async throws {
    let list = try await telling {
      var rows: [PreviewRow] = []
      let preview = try await tenant.preview(
        id, at: day.now, on: day.today, reading: reading.reading
      ) { rows.append($0) }
      return PreviewList(preview, rows: rows)
    }
    switch form {
    case .text: print(list.text())
    case .json: print(try list.json())
    case .csv: print(list.csv(), terminator: "")
    }
  }

  private func showReceipt(_ tenant: Tenant) async throws {
    let (receipt, original) = try await telling {
      let (submission, findings) = try await tenant.submission(id)
      return (Receipt(of: submission, findings: findings), try await tenant.original(of: id))
    }
    let place = original.map { "\n\nThe file as it was sent: \($0)" } ?? ""
    switch form {
    case .text: print(receipt.text() + place)
    case .json: print(try receipt.json())
    case .csv:
      throw ValidationError("a receipt is shown as text or json; only a preview has rows as csv")
    }
  }
}
