import CTEIntake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of an old workbook, read wherever its container says that they stand.
final class XLSFile {
  let source: SourceFile
  private let contents: ContainerBytes

  /// Opens the file once more, beside whoever reads it in its order.
  init(_ source: SourceFile) throws(IntakeError) {
    self.source = source
    let descriptor = try source.reopen()
    do {
      contents = try ContainerBytes(source, descriptor: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit {
    close(contents.descriptor)
  }

  /// How many bytes there are.
  var size: Int { contents.count }

  /// Returns some bytes of the file.
  ///
  /// - Throws: `IntakeError` where the file doesn't have them.
  func bytes(at offset: Int, count: Int) throws(IntakeError) -> [UInt8] {
    // A file that was cut off on its way is damaged rather than untrue.
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { throw damaged }
    return try contents.read(at: offset, count: count)
  }
}

// The words for what is wrong with an old workbook as a whole.
extension XLSFile {
  var name: String { source.name }

  var limits: ReadingLimits { source.limits }

  /// The error of a file whose structure is broken.
  var damaged: IntakeError { source.damaged }

  /// The error of a file whose headers say something else than what is there.
  var untrue: IntakeError { source.untrue }

  /// The error of a file whose content nobody can read without a password.
  var protected: IntakeError { source.protected }

  /// The error of a workbook of the years before 1993.
  var ancient: IntakeError {
    IntakeError(.unknownKind, "\(name) is a workbook of a very old kind; save it as .xlsx")
  }

  /// The error of a document that is no workbook.
  func stranger(_ what: String) -> IntakeError {
    IntakeError(.unknownKind, "\(name) is \(what); upload the workbook with the table")
  }
}
