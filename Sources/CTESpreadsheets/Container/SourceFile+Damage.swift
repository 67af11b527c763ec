import CTEIntake

extension SourceFile {
  /// The error of a container that is broken or not whole.
  var damaged: IntakeError {
    IntakeError(
      .malformed,
      "\(name) is damaged or not whole; open it in a spreadsheet program and save it as .xlsx")
  }

  /// The error of a container whose content nobody can read without a password.
  var protected: IntakeError {
    IntakeError(
      .malformed,
      "\(name) is protected with a password; remove the protection and upload it again")
  }

  /// The error of a container whose headers say something else than what is there.
  var untrue: IntakeError { limits.passed(.untrueHeaders, by: name) }

  /// The error of a part that can't be understood.
  func damaged(part: String) -> IntakeError {
    // The names of parts are whatever someone wrote into the container.
    let isPlain = part.utf8.count <= 100 && part.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    let place = isPlain ? " (\(part))" : ""
    return IntakeError(
      .malformed,
      "\(name) has a damaged part\(place); open it in a spreadsheet program and save it again")
  }
}
