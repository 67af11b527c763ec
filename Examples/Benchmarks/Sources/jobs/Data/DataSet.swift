import Foundation

/// Generated data: what a store holds, and an upload into it.
struct DataSet {
  /// How many students there are, and rows in the main upload.
  let students: Int
  /// How many rows another upload has, where there is one.
  var extraRows: Int?
  /// Whether the uploads come as workbooks too.
  var hasWorkbooks = true

  static let small = DataSet(students: 10_000, hasWorkbooks: false)
  static let middle = DataSet(students: 100_000)
  static let state = DataSet(students: 1_000_000, extraRows: 10_000)
  static let large = DataSet(students: 1_000_000, extraRows: 4_000_000, hasWorkbooks: false)

  private var name: String { extraRows.map { "\(students)-and-\($0)" } ?? "\(students)" }

  /// Returns the folder of the data, which are generated unless they are there already.
  func folder(_ setting: Setting) throws -> URL {
    let folder = try setting.data().appending(path: name)
    let marker = folder.appending(path: "complete")
    if FileManager.default.fileExists(atPath: marker.path) { return folder }
    tell("generating \(students) students into \(folder.path) ...")
    var arguments = ["--out", folder.path, "--seed", "7", "--rows", "\(students)"]
    if let extraRows { arguments += ["--extra-upload", "\(extraRows)"] }
    if !hasWorkbooks { arguments.append("--no-xlsx") }
    try setting.peers().script("generate.py", arguments).run()
    try Data().write(to: marker)
    return folder
  }
}
