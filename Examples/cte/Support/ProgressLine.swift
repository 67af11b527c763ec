import CTECore
import Foundation

/// Shows on a terminal how far a file has been read, and its first findings while reading goes on.
final class ProgressLine {
  private let start = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var findingCount = 0
  private var isDrawn = false

  /// So many findings are enough to see that something is wrong; the report has all.
  private static let firstFindings = 5
  private static let interval = Duration.milliseconds(100)

  /// Returns a line for standard error, or nil where that is no terminal.
  static func onTerminal() -> ProgressLine? {
    isatty(FileHandle.standardError.fileDescriptor) == 1 ? ProgressLine() : nil
  }

  func show(_ progress: ImportProgress) {
    for finding in progress.findings where finding.severity != .notice {
      guard findingCount < Self.firstFindings else { break }
      findingCount += 1
      draw("\(finding.cell)  \(finding.message)".onOneLine, isLasting: true)
    }
    let now = ContinuousClock.now
    guard progress.phase != .checking || now - shown > Self.interval || !isDrawn else { return }
    shown = now
    draw(words(progress, elapsed: now - start), isLasting: false)
  }

  /// Takes the line away, so that what follows begins where it stood.
  func clear() {
    guard isDrawn else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    isDrawn = false
  }

  private func draw(_ text: String, isLasting: Bool) {
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)\(isLasting ? "\n" : "")".utf8))
    isDrawn = !isLasting
  }

  private func words(_ progress: ImportProgress, elapsed: Duration) -> String {
    switch progress.phase {
    case .gathering: return "reading the records that checks need …"
    case .committing: return "\(progress.rows) rows checked; committing …"
    case .checking: break
    }
    let seconds = max(
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18, 0.001)
    var words = "\(progress.rows) rows checked, \(Int(Double(progress.rows) / seconds)) a second"
    if progress.share > 0.01, progress.share < 1 {
      let left = Int((seconds / progress.share * (1 - progress.share)).rounded(.up))
      words += ", \(Int(progress.share * 100)) %, about \(left) s left"
    }
    return words
  }
}

extension String {
  /// The text without signs that would move a terminal's cursor, and no longer than a line.
  fileprivate var onOneLine: String {
    let signs = unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(signs.prefix(160)))
  }
}
