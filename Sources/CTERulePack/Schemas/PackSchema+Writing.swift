public import Foundation

extension PackSchema {
  /// Writes every schema into a folder, and beside them `settings.json` for the editor.
  ///
  /// - Parameters:
  ///   - folder: The folder as the settings name it; it is made where it isn't there, in one that is.
  ///   - base: The folder from which that one is named, the one that is open in the editor.
  /// - Returns: The names of the files.
  /// - Throws: `PackWritingError` where nothing can be written, or the folder has settings that say something else.
  public static func write(
    into folder: String, of base: URL
  ) throws(PackWritingError) -> [String] {
    guard folder.contains(where: { !$0.isWhitespace }) else {
      throw PackWritingError(.unwritable, "no folder is named for the schemas; name one")
    }
    let url =
      folder.hasPrefix("/")
      ? URL(fileURLWithPath: folder) : base.appendingPathComponent(folder)
    let settings = settings(schemasIn: folder)
    try check(WritingPlace(url: url, name: folder), settings: settings)
    let files = all.map { ($0.fileName, $0.json) } + [("settings.json", settings)]
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for (name, text) in files {
        try Data(text.utf8).write(to: url.appendingPathComponent(name), options: .atomic)
      }
    } catch {
      throw PackWritingError(
        .unwritable, "'\(folder)' can't be written: \(error.localizedDescription)")
    }
    return files.map(\.0)
  }

  private static func check(
    _ place: WritingPlace, settings: String
  ) throws(PackWritingError) {
    try place.checkNotRoot()
    guard try place.isThere else {
      let parent = place.url.standardizedFileURL.deletingLastPathComponent()
      let name = place.name.split(separator: "/").dropLast().joined(separator: "/")
      let isAbsolute = place.name.hasPrefix("/") || name.isEmpty
      return try WritingPlace(url: parent, name: isAbsolute ? parent.path : name).checkIsThere()
    }
    let other = FileManager.default.contents(
      atPath: place.url.appendingPathComponent("settings.json").path)
    if let other, other != Data(settings.utf8) {
      throw PackWritingError(
        .exists,
        "\(place.name)/settings.json is there already and says something else; choose another folder, or remove it"
      )
    }
  }
}
