import CTEStore

/// What is done with a file that is taken in.
enum ImportPurpose {
  /// Nothing is written.
  case look
  /// Its rows are written, or it is kept as a preview, as its format says.
  case take
  /// Its rows are written, whatever its format says.
  case takeAtOnce
  /// A preview is shown, and nothing is written.
  case show(Submission)
  /// The rows of a preview are written.
  case commit(Submission, Staleness)

  /// The preview of which the file is.
  var preview: Submission? {
    switch self {
    case .show(let preview), .commit(let preview, _): preview
    case .look, .take, .takeAtOnce: nil
    }
  }

  /// Whether nothing is written.
  var isOnlyLook: Bool {
    switch self {
    case .look, .show: true
    case .take, .takeAtOnce, .commit: false
    }
  }

  /// Whether the file is new to the store.
  var bringsFile: Bool {
    switch self {
    case .take, .takeAtOnce: true
    case .look, .show, .commit: false
    }
  }
}
