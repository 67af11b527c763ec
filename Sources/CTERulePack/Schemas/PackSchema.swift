/// A JSON Schema of one kind of files that packs are made of, for editors that complete and check YAML.
///
/// ```swift
/// for schema in PackSchema.all { print(schema.fileName, schema.globs) }  // rule.schema.json ["rules/*/*.yaml"] …
/// ```
public struct PackSchema: Sendable {
  /// The name of the kind of file, such as `rule`.
  public let name: String
  /// Where files of the kind lie in a pack, as patterns that editors know.
  public let globs: [String]
  /// The schema, in draft 7, which refers to no other file.
  public let json: String

  /// The name of the file in which the schema is written down.
  public var fileName: String { "\(name).schema.json" }

  /// The schemas of all kinds of files.
  public static let all = PackFileKind.allCases.map {
    PackSchema(name: $0.rawValue, globs: $0.globs, json: $0.schema.lines + "\n")
  }

  /// All schemas as one JSON object, by the names of their kinds.
  public static var collection: String {
    OrderedJSON.object(PackFileKind.allCases.map { ($0.rawValue, $0.schema) }).lines
  }

  /// Returns the settings with which an editor's YAML server finds the schemas.
  ///
  /// - Parameter folder: The folder of the schemas, from the folder that is open in the editor.
  public static func settings(schemasIn folder: String) -> String {
    let place = folder.hasPrefix("/") || folder.hasPrefix(".") ? folder : "./\(folder)"
    let entries = all.map { schema in
      (key: "\(place)/\(schema.fileName)", value: schema.settingsGlobs)
    }
    return OrderedJSON.object([("yaml.schemas", .object(entries))]).lines + "\n"
  }

  /// Wherever in the open folder a pack lies.
  private var settingsGlobs: OrderedJSON { .list(globs.map { .text("**/\($0)") }) }
}
