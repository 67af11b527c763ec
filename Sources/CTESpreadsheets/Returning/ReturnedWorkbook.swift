public import CTEIntake
public import CTEModel
import Foundation

/// The file of a person given back as a workbook: bad cells filled and commented, and a last column with all errors.
///
/// A workbook (`.xlsx`) comes back as it was, but for the marks; other files come back as a new workbook with the same
/// rows. It stands under its name only when it is whole.
///
/// ```swift
/// let workbook = try ReturnedWorkbook(at: "errors.xlsx", of: "upload.csv", reading: .spreadsheets)
/// try workbook.receive(findings)
/// try workbook.close(place)
/// ```
public final class ReturnedWorkbook: FindingSink {
  private let target: URL
  private let source: String
  private let reading: Reading
  private let identity: SourceFile.Identity
  private let findings: FindingLog
  /// Names under which something may stand that isn't whole.
  private var incoming: [URL] = []

  /// Begins a marked workbook.
  ///
  /// - Parameters:
  ///   - path: Where it will stand.
  ///   - source: The file that is checked, which the workbook must not replace.
  ///   - reading: How the file is read.
  /// - Throws: `RenderingError` where the ending is another, nothing can be written there, or it would replace the source
  ///   or a folder, and `IntakeError` where there is no such source.
  public init(at path: String, of source: String, reading: Reading) throws {
    target = URL(fileURLWithPath: path)
    self.source = source
    self.reading = reading
    guard Self.knowsForm(of: path) else {
      throw RenderingError("\(path) should end in .xlsx, for it will be a workbook")
    }
    guard let identity = SourceFile.Identity(ofFileAt: source) else {
      // Opening it says why.
      _ = try SourceFile(path: source, limits: reading.limits)
      throw RenderingError("\(source) can't be read")
    }
    if SourceFile.areSame(path, source) {
      throw RenderingError("\(path) is the file that is checked; give the error file another name")
    }
    try FinishedFile.admit(target.path)
    self.identity = identity
    findings = try FindingLog(in: target.deletingLastPathComponent())
  }

  deinit {
    // A workbook that was closed has its own name by now; what else is left is of no use.
    for place in incoming { try? FileManager.default.removeItem(at: place) }
  }

  /// Whether the ending of a path says that a workbook is wanted.
  public static func knowsForm(of path: String) -> Bool {
    URL(fileURLWithPath: path).pathExtension.lowercased() == "xlsx"
  }

  /// Keeps the errors and warnings among findings, which come in file order.
  ///
  /// - Throws: What the file system says where the disk is full.
  public func receive(_ findings: [Finding]) throws {
    for finding in findings where finding.severity != .notice {
      try self.findings.append(finding)
    }
  }

  /// Writes the workbook and gives it its name, in the place of one that stood there before.
  ///
  /// - Parameter place: Which part of the file was read.
  /// - Returns: How the file came back.
  /// - Throws: `RenderingError` where it can't be written or the file was changed while it was checked, and `IntakeError`
  ///   where the file can't be read any more.
  @discardableResult
  public func close(_ place: TablePlace) throws -> Outcome {
    guard SourceFile.Identity(ofFileAt: source) == identity else {
      throw RenderingError("\(source) was changed while it was checked; check it once more")
    }
    let marked = try markedSource(place)
    let copy = try marked ?? markedLayout(place)
    try takePermissions(copy)
    try FinishedFile.put(copy.path, inPlaceOf: target.path)
    if marked != nil { return .marked }
    return place.kind == XLSXWorkbook().name ? .laidOutAlone(sheet: place.sheetName) : .laidOut
  }

  /// Whoever may not read the file that was sent may not read what comes back either.
  private func takePermissions(_ copy: URL) throws {
    let facts = try FileManager.default.attributesOfItem(atPath: source)
    guard let permissions = facts[.posixPermissions] as? NSNumber else { return }
    // It is there to be corrected, so its owner may write into it in any case.
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions.intValue & 0o666 | 0o600], ofItemAtPath: copy.path)
  }

  /// Marks the workbook that was sent; nil where it is none, or one into which nothing can safely be inserted.
  private func markedSource(_ place: TablePlace) throws -> URL? {
    guard place.kind == XLSXWorkbook().name else { return nil }
    do {
      let file = try SourceFile(path: source, limits: reading.limits)
      return try mark(file, at: source, sheet: place.sheet, place)
    } catch is Unspliceable {
      return nil
    } catch is IntakeError {
      // Parts that reading it had no need of may be broken; its rows are all the same.
      return nil
    }
  }

  /// Lays the rows out in a new workbook and marks that.
  private func markedLayout(_ place: TablePlace) throws -> URL {
    let layout = newPlace()
    // Its rows are those of students: nobody else may look while they are written.
    _ = FileManager.default.createFile(
      atPath: layout.path, contents: nil, attributes: [.posixPermissions: 0o600])
    var rows = try SourceRows(path: source, reading: reading, place: place)
    let name = place.sheetName.isEmpty ? Self.stem(of: source) : place.sheetName
    let workbook = try LaidOutWorkbook(at: layout, sheetName: name)
    try workbook.write(&rows)
    try workbook.close(titlesRow: place.titlesRow, titleCount: place.titles.count)
    let file = try SourceFile(path: layout.path, limits: Self.ownLimits)
    do {
      return try mark(file, at: layout.path, sheet: 0, place, as: workbook.formats)
    } catch is Unspliceable {
      throw RenderingError("\(source) has no column left for its errors; ask for them as .csv")
    }
  }

  private func mark(
    _ file: SourceFile, at path: String, sheet: Int, _ place: TablePlace,
    as layout: LaidOutFormats = LaidOutFormats()
  ) throws -> URL {
    let marker = try WorkbookMarker(
      file, sheet: sheet, titlesRow: place.titlesRow, titles: place.titles, findings: findings,
      folder: target.deletingLastPathComponent())
    let copy = newPlace()
    try FileManager.default.copyItem(atPath: path, toPath: copy.path)
    try marker.mark(into: copy, as: layout)
    return copy
  }

  private func newPlace() -> URL {
    let place = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent)-\(UUID().uuidString)")
    incoming.append(place)
    return place
  }

  private static func stem(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// What we wrote ourselves may be as large as it is.
  private static var ownLimits: ReadingLimits {
    var limits = ReadingLimits()
    for limit in [Limit.fileBytes, .inflatedBytes, .inflationRatio, .seconds] {
      limits[limit] = 1 << 40
    }
    return limits
  }
}
