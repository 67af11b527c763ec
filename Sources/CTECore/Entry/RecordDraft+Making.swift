import CTEModel
import CTERulePack

extension RecordDraft {
  /// Makes sure that the draft says nothing that no row of a file could say.
  ///
  /// - Throws: `ChangeError` where it is of another year than files make such records of, or has a code as well as a title
  ///   that is suggested.
  func requireMaking(in pack: RulePack) throws(ChangeError) {
    let year = values["year"]?.evenedOut ?? ""
    if !year.isEmpty, year != "\(pack.year)", pack.filesSetYear(of: type) {
      throw ChangeError(
        .impossible,
        "a \(type.words) is of the tenant's year, \(pack.year); records of another year are entered while the tenant is at it"
      )
    }
    if isSuggestion, values["credentialCode"]?.evenedOut.isEmpty == false {
      throw ChangeError(
        .impossible, "a credential has a code or a suggested title; leave one of them empty")
    }
  }

  /// The words that files give to records such as this one, by the name of the field.
  func words(in pack: RulePack) -> [String: String] {
    isSuggestion ? pack.wordsOfSuggestions : [:]
  }

  private var isSuggestion: Bool {
    type == .credentialAttempt && values["suggestedTitle"]?.evenedOut.isEmpty == false
  }
}

extension RulePack {
  /// The formats that anybody may send, in the order of their names.
  private var untrusted: [ImportFormat] {
    formats.values.filter { !$0.isTrusted }.sorted { $0.name < $1.name }
  }

  /// Whether the files that anybody may send make records of a type for the tenant's year alone.
  ///
  /// Where such a file says the year itself, the pack's rules judge it.
  fileprivate func filesSetYear(of type: RecordType) -> Bool {
    guard let year = type.index(of: "year") else { return false }
    let plans = untrusted.flatMap(\.records).filter { $0.type == type }
    return !plans.isEmpty
      && plans.allSatisfy { plan in
        if case .year = plan.sources[year] { true } else { false }
      }
  }

  /// The words that files give to credentials that are suggested, such as their category, by the name of the field.
  var wordsOfSuggestions: [String: String] {
    let type = RecordType.credentialAttempt
    guard let title = type.index(of: "suggestedTitle") else { return [:] }
    let plan = untrusted.flatMap(\.records).first { plan in
      guard plan.type == type, case .cell = plan.sources[title] else { return false }
      return true
    }
    var words: [String: String] = [:]
    for (field, source) in zip(type.fields, plan?.sources ?? []) {
      if case .constant(let word) = source { words[field.name] = word }
    }
    return words
  }
}
