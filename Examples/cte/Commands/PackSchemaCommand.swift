import ArgumentParser
import CTECore
import Foundation

struct PackSchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Give editors the JSON Schemas of a pack's files.",
    discussion: """
      Without --out, all schemas are printed as one JSON object by the kinds of files. With it, each is written into the \
      folder, beside the settings with which an editor's YAML extension finds them.
      """)

  @Option(help: "The folder for the schemas, from the folder that is open in the editor.")
  var out: String?
  @OptionGroup var output: OutputOption

  func validate() throws {
    if out?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--out names no folder; leave it out to print the schemas")
    }
  }

  func run() async throws {
    guard let out else { return print(PackSchema.collection) }
    let files = try await telling {
      try PackSchema.write(
        into: out, of: URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
    }
    try output.print(SchemaEntry(folder: out, files: files)) {
      """
      \(files.count - 1) schemas are in \(out).
      Next: copy \(out)/settings.json to .vscode/settings.json, or add its lines to the one that is there, and install
      the YAML extension (redhat.vscode-yaml). Other editors with a YAML language server take the same setting.
      """
    }
  }
}

private struct SchemaEntry: Encodable {
  let folder: String
  let files: [String]
}
