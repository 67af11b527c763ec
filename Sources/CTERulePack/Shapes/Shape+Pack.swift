import CTEModel

// What the files that speak of a pack as a whole may look like.
extension Shape {
  static let manifest = Shape(
    "pack", "What a pack is called, what it extends, which years it covers, and its sources.",
    [
      .required("title", .text, "The pack's name for people.").constant,
      .optional("summary", .text, "What the pack is about, in one sentence."),
      .required("version", .text, "The version that receipts and the audit log name.").constant,
      .optional("extends", .reference(to: .pack), "The pack that this one starts from.").constant,
      .optional("base", .flag, "Whether others start from it, so that it need not use all it has.")
        .constant,
      .required("years", .shape(years), "The first and the last fiscal year that the pack covers.")
        .constant,
      .optional(
        "fiscalYear", .shape(fiscalYear), "When fiscal years begin; on 07-01 if it isn't said."
      ).constant,
      .optional(
        "sources", .names(.own("source"), .shape(source)),
        "The documents that facts come from, by name."),
      .optional(
        "without", .list(.shape(unwanted)), "Files of the extended pack that don't hold here."
      ).constant,
    ])

  /// The years of which every calendar has all days.
  static let possibleYears = 2...9998

  static let years = Shape(
    "years", "A span of fiscal years.",
    [
      .required("first", .number(possibleYears), "The first year.").constant,
      .required("last", .number(possibleYears), "The last year.").constant,
    ])

  private static let fiscalYear = Shape(
    "fiscalYear", "When fiscal years begin.",
    [.required("begins", .monthDay, "The first day of every fiscal year, as mm-dd.").constant])

  private static let source = Shape(
    "source", "A document that facts come from.",
    [
      .required("title", .text, "The document's title."),
      .optional("document", .text, "Where it is found."),
      .optional("published", .text, "Who published it, and when."),
      .optional("note", .text, "What a reader should know of it."),
    ])

  private static let unwanted = Shape(
    "unwanted", "A file of the extended pack that doesn't hold here.",
    [
      .required(
        "file", .reference(to: .file),
        "Its path without the ending, such as rules/credential/not-listed."
      ).constant,
      .required("reason", .text, "Why it doesn't hold."),
    ])

  static let identifierScheme = Shape(
    "scheme", "How identifiers of a kind are written.",
    [
      .required("summary", .text, "What the identifiers name."),
      .required("source", .reference(to: .source), "The document that says so."),
      .optional("digits", .number(1...18), "Exactly so many digits."),
      .optional(
        "restoreZeros", .flag, "Whether zeros that a spreadsheet stripped are restored and counted."
      ),
      .optional("maximumLength", .number(1...1000), "At most so many characters."),
      .optional(
        "ignoreCaseAndBlanks", .flag, "Whether texts that differ in these alone are the same."),
      .optional("pattern", .text, "A regular expression that the whole text must match."),
      .optional("expected", .text, "What the pattern asks for, in words."),
      replaces,
    ])

  static let codeList = Shape(
    "codeList", "The words that a field may hold.",
    fileKeys + [
      .required(
        "codes", .names(.words, .either([.text, .shape(code)])), "The codes with their labels.")
    ])

  private static let code = Shape(
    "code", "A code with what it means, and other texts that stand for it in files.",
    [
      .required("label", .text, "What the code means."),
      .optional("aliases", .list(.text), "Texts that may stand in a file in its place."),
    ])

  static let parameter = Shape(
    "parameter", "A value that rules read, and that may change from year to year.",
    [
      .required("summary", .text, "What the value says."),
      .required("source", .reference(to: .source), "The document that says so."),
      .required(
        "kind", .either([parameterKind, .names(.own("part"), parameterKind)]),
        "What the value is, or what each of its parts is."),
      .required("value", .anything, "The value."),
      replaces,
    ])

  private static let parameterKind = ShapeContent.choice(ParameterKind.allCases.map(\.rawValue))

  static let window = Shape(
    "window", "When files of some formats are taken.",
    [
      .required("summary", .text, "What may be done in the window."),
      .required("source", .reference(to: .source), "The document that says so."),
      .required("formats", .list(.reference(to: .format)), "The formats that are taken then."),
      .optional(
        "enforce", .flag,
        "Whether files are refused at other times; else a notice says that the window is closed."),
      .optional("open", .list(.shape(period)), "The spans of days, first and last included."),
      replaces,
    ])

  private static let period = Shape(
    "period", "A span of days.",
    [
      .required("first", .day, "The first day."),
      .required("last", .day, "The last day."),
    ])

  static let role = Shape(
    "role", "What a person may do who holds the role.",
    [
      .required("summary", .text, "Who holds the role."),
      .required("source", .reference(to: .source), "The document that says so."),
      .required("label", .text, "The state's own name for the role."),
      .required(
        "allows", .list(.choice(Permission.allCases.map(\.rawValue))),
        "What it allows; nothing that isn't named."),
      .optional(
        "formats", .list(.reference(to: .format)),
        "The only formats of which files may be imported; all if it isn't said."),
      .optional(
        "organizations", .list(.reference(to: .code)),
        "The only kinds of organizations that may hold it; all if it isn't said."),
      replaces,
    ])

  static let list = Shape(
    "list", "A list that ships with the pack: one file for each fiscal year, as it was published.",
    fileKeys + [
      .required(
        "format", .reference(to: .format), "The format of the files; one that is loaded as it is."),
      .required(
        "coverage", .choice(["whole", "partial"]),
        "Whether the files have all that was published. What isn't found in a part isn't judged."),
      .optional("file", .text, "The file, by year."),
    ])

  /// The keys with which most files begin.
  static let fileKeys: [Key] = [
    .required("summary", .text, "What the file is about, in one sentence."),
    .required("source", .reference(to: .source), "The document that says so, and where in it."),
    replaces,
  ]

  static let replaces = Key.optional(
    "replaces", .reference(to: .pack),
    "The extended pack whose file of the same path this one replaces."
  ).constant
}
