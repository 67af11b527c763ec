import CTEModel
import CTEStore

/// The title of a credential that isn't in a list, as one is told from another: without regard to blanks and case.
struct SuggestedTitle: Hashable {
  private let words: [String]

  init(_ text: String) {
    words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  init(of record: StoredRecord) {
    self.init(record.text(of: "suggestedTitle") ?? "")
  }

  var isEmpty: Bool { words.isEmpty }
}

extension StoredRecord {
  /// Whether a credential has no code but a title that is suggested for a list.
  var isSuggestion: Bool {
    code(of: "credentialCode") == missingCode && !SuggestedTitle(of: self).isEmpty
  }

  /// Returns a free text; nil where there is none.
  func text(of field: String) -> String? {
    guard let place = type.index(of: field), case .text(let bytes) = values[place], !bytes.isEmpty
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The text with one blank between its words and none around them.
  var evenedOut: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
