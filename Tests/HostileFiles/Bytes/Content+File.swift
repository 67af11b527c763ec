import Foundation

extension Content {
  /// Writes a file; where zeros would take more than a gigabyte they are a hole, which takes no room.
  func write(to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    for run in runs {
      if run.pattern == [0], run.count > 1 << 30 {
        try handle.truncate(atOffset: handle.offset() + UInt64(run.count))
      } else {
        try handle.write(contentsOf: Data((Content(run.pattern) * run.count).bytes))
      }
    }
  }
}

extension HostileFile {
  /// Writes the file into a folder under its own name.
  func keep(in folder: String) throws {
    try content().write(to: "\(folder)/\(name.replacing("/", with: "-"))")
  }
}
