public import Foundation

extension PackSchema {
  /// Writes every schema into a folder, and beside them `settings.json` for the editor.
  ///
  /// - Parameters:
  ///   - folder: The folder as the settings name it; it is made where it isn't there.
  ///   - base: The folder from which that one is named, the one that is open in the editor.
  /// - Returns: The names of the files.
  /// - Throws: `PackWritingError` where the folder has settings that say something else, and what the system says of files.
  public static func write(into folder: String, of base: URL) throws -> [String] {
    let place =
      folder.hasPrefix("/")
      ? URL(fileURLWithPath: folder) : base.appendingPathComponent(folder)
    let settings = settings(schemasIn: folder)
    let other = FileManager.default.contents(
      atPath: place.appendingPathComponent("settings.json").path)
    if let other, other != Data(settings.utf8) {
      throw PackWritingError(
        .exists,
        "\(folder)/settings.json is there already and says something else; choose another folder, or remove it"
      )
    }
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let files = all.map { ($0.fileName, $0.json) } + [("settings.json", settings)]
    for (name, text) in files {
      try Data(text.utf8).write(to: place.appendingPathComponent(name), options: .atomic)
    }
    return files.map(\.0)
  }
}
