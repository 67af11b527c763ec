import CTEModel

/// What a state decides of a suggested credential.
enum SuggestionDecision {
  /// It is proposed for the list of a year.
  case accepted(year: FiscalYear, code: String, category: String, title: String?)
  /// It isn't, for a reason.
  case declined(reason: String)

  /// Returns the values of the record that keeps it, by the name of the field.
  ///
  /// - Parameters:
  ///   - title: The title as it was suggested.
  ///   - now: The tenant's year.
  func values(title: String, now: FiscalYear) -> [String: String] {
    switch self {
    case .accepted(let year, let code, let category, let listed):
      [
        "decision": "accepted", "year": "\(year)", "code": code, "category": category,
        "listedTitle": listed?.evenedOut ?? title, "reason": "",
      ]
    case .declined(let reason):
      [
        "decision": "declined", "year": "\(now)", "code": "", "category": "", "listedTitle": "",
        "reason": reason.evenedOut,
      ]
    }
  }

  /// Makes sure that it can be decided in a year.
  func check(in now: FiscalYear) throws(ChangeError) {
    switch self {
    case .accepted(let year, let code, let category, _):
      guard year > now else {
        throw ChangeError(
          .impossible,
          "the list of \(year) is not one of a coming year; accept it into that of \(now.number + 1) or later"
        )
      }
      if code.evenedOut.isEmpty || category.evenedOut.isEmpty {
        throw ChangeError(
          .impossible, "an accepted credential has a code and a category in its list; give both")
      }
    case .declined(let reason):
      if reason.evenedOut.isEmpty {
        throw ChangeError(.impossible, "a suggestion is declined with a reason; say why")
      }
    }
  }
}
