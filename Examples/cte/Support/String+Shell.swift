extension String {
  /// The text as a person types it into a shell.
  var quotedForShell: String {
    let isPlain = !isEmpty && unicodeScalars.allSatisfy { Self.plain.contains($0) }
    return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./@:+".unicodeScalars)
}
