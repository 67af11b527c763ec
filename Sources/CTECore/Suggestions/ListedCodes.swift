import CTEModel
import CTERulePack

/// The codes that credentials have in the lists of all years: the tenant's, or the pack's where it has loaded none.
struct ListedCodes {
  private let pack: RulePack
  private var titles: [String: Set<SuggestedTitle>] = [:]

  init(in register: ProgramRegister) async throws {
    pack = register.pack
    var lists = ListReader(register.session, keys: register.keys, in: pack)
    let credentials = try await lists.titles("title", of: .credential)
    let listings = try await lists.columns(["code", "credential"], of: .credentialListing)
    let keys = lists.keys
    for (credential, title) in credentials {
      titles[keys[.credential].text(of: credential), default: []].insert(SuggestedTitle(title))
    }
    for row in 0..<listings.rowCount where listings.code(of: "code", row) != missingCode {
      let code = keys[.credentialCode].text(of: listings.code(of: "code", row))
      let title = credentials[listings.code(of: "credential", row)] ?? ""
      titles[code, default: []].insert(SuggestedTitle(title))
    }
  }

  /// Makes sure that an accepted suggestion can be loaded into a list: its code is no other credential's, and its category
  /// isn't the one by which files tell that something is suggested.
  ///
  /// - Parameters:
  ///   - entry: The decision.
  ///   - title: The title that the credential gets.
  /// - Throws: `ChangeError` where it can't.
  func require(_ entry: CheckedEntry, titled title: String) throws(ChangeError) {
    if let code = entry.text(of: "code", in: .credentialCode), let others = titles[code],
      others != [SuggestedTitle(title)]
    {
      throw ChangeError(
        .impossible,
        "the code is that of another credential in the lists; choose another code, or its title")
    }
    if let category = entry.text(of: "category", in: .word),
      category == pack.wordsOfSuggestions["category"]
    {
      throw ChangeError(
        .impossible,
        "the category is that of credentials in no list; choose one that listed credentials have")
    }
  }
}

extension CheckedEntry {
  /// Returns an identifier of a decision as it is stored; nil where there is none.
  fileprivate func text(of field: String, in domain: KeyDomain) -> String? {
    RecordType.credentialSuggestion.index(of: field).flatMap { codes[$0] }
      .map { knowledge.keys[domain].text(of: $0) }
  }
}
