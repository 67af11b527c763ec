import CTEModel

// What the files of `records/` and `formats/` may look like.
extension Shape {
  static let record = Shape(
    "record", "What a pack says about a record type.",
    fileKeys + [
      .optional("fields", .names(.fields, .shape(field)), "Labels and forms of the fields."),
      .optional(
        "lookups", .names(.own("look-up"), .shape(lookup)),
        "Other records that a record is checked against."),
      .optional(
        "derived", .names(.fields, .reference(to: .path)), "Fields that are taken from a look-up."),
      .optional("identity", .list(.reference(to: .path)), "What tells two records apart."),
      .optional(
        "repeated", .shape(repeated), "What becomes of a record whose identity is taken."),
      .optional(
        "outOfScope", .reference(to: .rule),
        "The rule that reports records to which the actor has no access, beside whatever else is wrong with them."
      ),
      .optional(
        "missing", .reference(to: .rule),
        "The rule whose words stand for a required column or value that is missing."),
      .optional(
        "restsOn", .names(.own("support"), .shape(support)),
        "Other records without which a record can't stand, so that it is deleted with the last of them."
      ),
      .optional(
        "choices", .names(.fields, .shape(choices)),
        "What a screen offers for fields, in the order in which they are chosen."),
    ])

  private static let field = Shape(
    "field", "What a pack says about a field.",
    [
      .required("label", .text, "The field's name for people."),
      .optional("scheme", .reference(to: .scheme), "How its identifiers are written."),
      .optional("codes", .reference(to: .codeList), "The code list whose words it holds."),
      .optional(
        "required", .flag, "Whether the cells of a file that has the column must be filled in."),
      .optional("maximumLength", .number(1...10_000), "The greatest number of characters."),
    ])

  private static let lookup = Shape(
    "lookup", "Other records that a record is checked against.",
    [
      .required("record", .reference(to: .recordType), "Their type."),
      .required(
        "where", .names(.fields, .reference(to: .path)),
        "Their fields, and the values of the record that these must equal."),
      .optional(
        "expect", .choice(["one"]), "That one record is meant, so that rules read its fields."),
      .optional("absent", .reference(to: .rule), "The rule that reports that there is none."),
      .optional(
        "present", .reference(to: .rule),
        "The rule that reports that there is one, in the store or in an earlier row of the file."),
    ])

  private static let support = Shape(
    "support", "Other records without which a record can't stand.",
    [
      .required("record", .reference(to: .recordType), "Their type."),
      .required(
        "where", .names(.fields, .reference(to: .path)),
        "Their fields, and the fields of the record that these must equal."),
    ])

  private static let choices = Shape(
    "choices", "What a screen offers for a field: the values that other records have.",
    [
      .required("record", .reference(to: .recordType), "The type of the other records."),
      .required("field", .reference(to: .field), "Their field that has the values."),
      .optional(
        "label", .reference(to: .field), "Their field that people see instead of the value."),
      .optional(
        "where", .names(.fields, .reference(to: .path)),
        "Their fields, and the values of the record that these must equal; all if it isn't said."),
    ])

  private static let repeated = Shape(
    "repeated",
    "What becomes of a record whose identity is taken by another of other content.",
    [
      .optional(
        "inStore", .reference(to: .rule),
        "The rule that refuses it where the other is recorded already."),
      .optional(
        "inFile", .reference(to: .rule),
        "The rule that refuses it where the other stands in an earlier row."),
      .optional(
        "unchanged", .flag,
        "Instead of rules, that the other stays as it is and the row counts as unchanged."),
      .optional(
        "once", .choice(["ever", "year"]),
        "Whether an identity is taken for ever, or anew every fiscal year."),
    ])

  static let format = Shape(
    "format", "How a kind of file is laid out, and what its rows become.",
    fileKeys + [
      .optional(
        "container", .shape(container), "What kind of file it is, and where its titles stand."),
      .optional(
        "unknownColumns", .choice(ImportFormat.UnknownColumns.allCases.map(\.rawValue)),
        "What becomes of columns that the format doesn't name."),
      .optional(
        "trust", .choice(["loaded"]),
        "That the rows were judged before, so that only cells and identity are checked."),
      .optional("acceptance", .shape(acceptance), "How accepted rows come into the store."),
      .optional(
        "grid", .list(.shape(gridColumn)), "The columns in which a preview shows its rows."),
      .required("columns", .list(.shape(column)), "The columns."),
      .optional("records", .list(.shape(madeRecord)), "The records that every row makes."),
      .optional(
        "rows", .list(.shape(rowKind)),
        "Kinds of rows and the records that each makes; a row is of the first kind that fits."),
    ])

  private static let container = Shape(
    "container", "What kind of file it is, and where its titles stand.",
    [
      .optional(
        "kinds", .list(.choice(ImportFormat.knownKinds)),
        "The kinds of files that are taken; all if it isn't said."),
      .optional("header", .shape(header), "The row of the titles."),
    ])

  private static let header = Shape(
    "header", "The row of the titles.",
    [
      .optional(
        "row", .number(1...100), "The row as a spreadsheet program shows it; 1 if it isn't said."),
      .optional(
        "matchCase", .flag,
        "Whether titles must match in upper and lower case; they must if it isn't said."),
      .optional(
        "matchBlanks", .flag,
        "Whether titles must match in blanks and line breaks; they must if it isn't said."),
      .optional(
        "matchApostrophes", .flag,
        "Whether titles must have the same kind of apostrophe; they must if it isn't said."),
    ])

  private static let acceptance = Shape(
    "acceptance", "How accepted rows come into the store.",
    [
      .required(
        "mode", .choice(["rows", "preview"]),
        "Row by row: those without an error are written at once; or after a preview, when somebody asks for it."
      ),
      .optional("unit", .choice(["row"]), "That each row is accepted or refused by itself."),
      .optional(
        "expiresAfterDays", .number(1...366),
        "For how many days a preview can be committed; 14 if it isn't said."),
    ])

  private static let gridColumn = Shape(
    "gridColumn", "A column of a preview.",
    [
      .required("title", .text, "Its title."),
      .required(
        "value", .text,
        "What stands in it, with places for values such as {student} or {listing.category}; what a record doesn't have is left out."
      ),
    ])

  private static let column = Shape(
    "column", "A column of a file.",
    [
      .optional("title", .text, "Its title."),
      .optional(
        "titles", .list(.text), "The titles under which it may stand; the first is its own."),
      .optional("field", .reference(to: .field), "The field that takes it."),
      .optional("ignore", .flag, "That the column is known, but never kept."),
      .optional("required", .flag, "Whether a file must have the column."),
      .optional("form", .text, "How days or numbers are written, such as m/d/yyyy or nn.nn."),
      .optional(
        "values", .names(.words, .reference(to: .code)),
        "Texts that stand in cells, and what they stand for."),
      .optional("scheme", .reference(to: .scheme), "The scheme where it differs from the field's."),
      .optional("adds", .reference(to: .code), "The word that the column adds to a set."),
      .optional("when", .value, "The text that adds the word."),
      .optional("otherwise", .value, "The only other text that may stand there."),
    ])

  private static let madeKeys: [Key] = [
    .optional("record", .reference(to: .recordType), "The type of the record."),
    .optional(
      "fields", .names(.fields, .reference(to: .column)),
      "The record's fields and the columns' fields that they take, where the names differ. What isn't named isn't taken."
    ),
    .optional(
      "set", .names(.fields, .reference(to: .code)),
      "Fields that are the same in every row: a word, or 'year' for the fiscal year that is loaded."
    ),
  ]

  private static let madeRecord = Shape("madeRecord", "A record that a row makes.", madeKeys)

  private static let rowKind = Shape(
    "rowKind", "A kind of row and the records that it makes.",
    [.optional("when", .expression, "Which rows are of the kind, asked of the columns' texts.")]
      + madeKeys
      + [.optional("records", .list(.shape(madeRecord)), "The records, where a row makes several.")]
  )
}
