import ArgumentParser
import CTECore

/// A field and its text, typed as `FIELD=TEXT`.
struct FieldText {
  let field: String
  let text: String

  init(_ argument: String) throws {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else {
      throw ValidationError("write a field, a sign of equality and its text, such as passed=true")
    }
    field = String(argument[..<sign])
    text = String(argument[argument.index(after: sign)...])
  }
}

extension [FieldText] {
  /// Returns the texts by field.
  func byField() throws -> [String: String] {
    try reduce(into: [:]) { texts, given in
      guard texts.updateValue(given.text, forKey: given.field) == nil else {
        throw ValidationError("the field '\(given.field)' is given twice; leave one of them out")
      }
    }
  }
}

/// The values of a record as they are typed.
struct EntryOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A field's value, such as passed=true; given once for each field.", valueName: "field=text"),
    transform: FieldText.init)
  var given: [FieldText] = []

  func validate() throws {
    _ = try values
  }

  var values: [String: String] {
    get throws { try given.byField() }
  }
}
