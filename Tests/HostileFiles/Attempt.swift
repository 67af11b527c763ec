import CTEIntake
import CTERulePack
import CTESpreadsheets
import Foundation

/// One file, put where it is read from, and read to its end.
struct Attempt {
  let file: HostileFile
  let path: String

  struct Result {
    let outcome: HostileFile.Outcome
    let growth: Int
    let message: String
  }

  func result() throws -> Result {
    try lay()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let memory = Memory()
    do {
      try read()
      return Result(outcome: .read, growth: memory.growth, message: "")
    } catch let error as IntakeError {
      let outcome = error.limit.map(HostileFile.Outcome.limit) ?? .code(error.code.name)
      return Result(outcome: outcome, growth: memory.growth, message: error.message)
    }
  }

  /// Reads every sheet as if it were the one with the titles.
  private func read() throws {
    var first = try opened()
    var heads = try first.sheets.indices.map {
      try first.firstRows(ofSheet: $0, through: 100).first
    }
    if let titles = heads.first ?? nil { try read(&first, below: titles, ofSheet: 0) }
    heads = Array(heads.dropFirst())
    for (place, titles) in heads.enumerated() {
      guard let titles else { continue }
      var reader = try opened()
      try read(&reader, below: titles, ofSheet: place + 1)
    }
  }

  private func read(
    _ reader: inout any TableReader, below titles: HeadRow, ofSheet sheet: Int
  ) throws {
    try reader.begin(below: titles, ofSheet: sheet, taking: Set(titles.texts.indices))
    var size = 0
    while let table = try reader.next() {
      // Every cell is asked for, because it is there that a wrong range would end the program.
      for cell in table.cells { size += table.text(of: cell).utf8.count }
    }
  }

  private func opened() throws -> any TableReader {
    var limits = file.limits
    var tap: ((UnsafeRawBufferPointer) throws -> Void)?
    if file.place == .slowly {
      limits[.seconds] = 1
      tap = Self.delay()
    }
    let reading = Reading.spreadsheets
    let source = try SourceFile(path: path, limits: limits, tap: tap)
    return try reading.kind(of: source).open(source)
  }

  /// A tap that is slow once.
  private static func delay() -> (UnsafeRawBufferPointer) -> Void {
    var isLate = false
    return { _ in
      if !isLate { Thread.sleep(forTimeInterval: 1.1) }
      isLate = true
    }
  }

  private func lay() throws {
    switch file.place {
    case .disk, .slowly: try file.content().write(to: path)
    case .pipe:
      mkfifo(path, 0o600)
      let (content, path) = (file.content(), path)
      // Who stops reading ends the thread.
      Thread.detachNewThread { try? content.write(to: path) }
    case .folder:
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case .nowhere: break
    }
  }
}
