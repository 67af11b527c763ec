import Foundation

/// Tenants with everything that a store holds before an upload.
struct Tenants {
  static let name = "bench"

  /// The lists in the order in which each finds what it refers to.
  private static let lists = [
    "school", "program", "course", "coherent_sequence", "credential_list", "student", "enrollment",
    "credential",
  ]

  let set: DataSet

  /// Returns the folder of the tenant, which is loaded unless that was done before.
  func folder(_ setting: Setting) throws -> URL {
    let tenants = try Self.all(setting)
    let folder = tenants.appending(path: "\(set.students)")
    let marker = tenants.appending(path: "\(set.students)-loaded")
    if FileManager.default.fileExists(atPath: marker.path) { return folder }
    let data = try set.folder(setting)
    tell("loading the lists of \(set.students) students into \(folder.path) ...")
    try FileManager.default.empty(folder)
    try create(in: folder, setting)
    for list in Self.lists {
      let file = data.appending(path: "ref/\(list).csv")
      try setting.importing(file, into: folder, on: "2022-05-01").run()
    }
    try Data().write(to: marker)
    return folder
  }

  /// Puts a fresh copy of the loaded tenant into a folder, whose own folder has nothing else then.
  func copy(to folder: URL, _ setting: Setting) throws {
    let loaded = try self.folder(setting)
    try FileManager.default.empty(folder.deletingLastPathComponent())
    try FileManager.default.copyItem(at: loaded, to: folder)
  }

  /// Forgets what was loaded, so that it is loaded again.
  static func forget(_ setting: Setting) throws {
    try FileManager.default.empty(all(setting))
  }

  private static func all(_ setting: Setting) throws -> URL {
    try setting.data().appending(path: "tenants")
  }

  private func create(in folder: URL, _ setting: Setting) throws {
    try Program(
      path: setting.cte(),
      arguments: ["tenant", "create", Self.name, "--pack", "arizona", "--year", "2022"],
      environment: ["CTE_DATA": folder.path]
    ).run()
  }
}

extension Setting {
  /// Returns what imports a file into the tenant of a folder.
  ///
  /// - Parameter options: What is asked for beside.
  func importing(
    _ file: URL, into folder: URL, on day: String, _ options: [String] = []
  ) throws -> Program {
    try Program(
      path: cte(),
      arguments: ["import", file.path, "--tenant", Tenants.name, "--on", day] + options,
      environment: ["CTE_DATA": folder.path])
  }
}
