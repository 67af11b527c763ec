/// A list that ships with a pack, in force until a tenant loads its own.
public struct PackList: Sendable {
  /// The list's name: its folder's.
  public let name: String
  /// What it lists, in one sentence.
  public let summary: String
  /// Where the file of the year lies.
  public let file: String
  /// The file's path from the folder of packs, for messages.
  public let path: String
  /// The format of the file, by name.
  public let format: String
  /// Whether the file has only a part of what was published. What isn't found in it isn't judged.
  public let isPartial: Bool
}
