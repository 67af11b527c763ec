import CTEModel

// What the files of `rules/` and `tests/` may look like.
extension Shape {
  static let rule = Shape(
    "rule", "What must hold of a record, and the words for one of which it doesn't.",
    [
      .required("summary", .text, "The bad condition, in one sentence."),
      replaces,
      .required(
        "appliesTo", .reference(to: .recordType), "The record type of which the rule speaks."),
      .optional("years", .shape(ruleYears), "The only years in which the rule holds."),
      .optional(
        "after", .list(.reference(to: .rule)),
        "The rules that must have passed on a row before this one is asked."),
      .required(
        "severity", .choice(Severity.allCases.map(\.rawValue)), "How much its findings weigh."),
      .optional("officialName", .text, "What the state itself calls the finding, literally."),
      .optional(
        "gridName", .text, "What the grid of a preview prints for it, where that differs."),
      .optional(
        "require", .expression,
        "What must hold. A rule without it is reported by a look-up or an identity."),
      .required(
        "blames", .list(.reference(to: .field)),
        "The fields at which findings point; the first carries them."),
      .required("message", .template, "What is wrong, with values in braces."),
      .optional("expected", .template, "What should stand there, where one value can be named."),
      .optional("help", .text, "What to check or do."),
      .required("source", .reference(to: .source), "The document that says so, and where in it."),
      .required(
        "examples", .shape(examples), "Records that the rule accepts, and records that it rejects."),
    ])

  private static let ruleYears = Shape(
    "ruleYears", "A span of fiscal years, open at an end that isn't said.",
    [
      .optional("first", .number(possibleYears), "The first year."),
      .optional("last", .number(possibleYears), "The last year."),
    ])

  private static let examples = Shape(
    "examples", "Records that the rule accepts, and records that it rejects.",
    [
      .required(
        "accept", .list(.names(.own("part of an example"), exampleContent)),
        "Records that are right."),
      .required(
        "reject", .list(.names(.own("part of an example"), exampleContent)),
        "Records that are wrong."),
    ])

  /// A record, or what a look-up finds: fields with their values, or a list of such.
  private static let exampleContent = ShapeContent.either([
    .value, .names(.fields, .value), .list(.names(.fields, .value)),
  ])

  static let fixture = Shape(
    "fixture", "Files that a pack is tried with, and what must be found in them.",
    [
      .required("summary", .text, "What the fixture shows."),
      .required("year", .number(possibleYears), "The fiscal year."),
      .required("today", .day, "The day that rules call today."),
      .optional("reference", .list(.shape(referenceFile)), "Files that are loaded before."),
      .required(
        "files", .list(.shape(triedFile)), "Files that are then imported, one after the other."),
      .optional("silent", .list(.shape(silentRule)), "Rules that can't fire here."),
    ])

  private static let referenceFile = Shape(
    "referenceFile", "A file that is loaded before.",
    [
      .required("file", .text, "Its path from the fixture's folder."),
      .required("format", .reference(to: .format), "Its format."),
    ])

  private static let triedFile = Shape(
    "triedFile", "A file that is imported, and what must be found in it.",
    [
      .required("file", .text, "Its path from the fixture's folder."),
      .required("format", .reference(to: .format), "Its format."),
      .optional(
        "access", .list(.shape(accessPart)),
        "The parts of the tenant that whoever imports it may change; all if it isn't said."),
      .optional("counts", .shape(counts), "What becomes of its rows."),
      .optional("findings", .list(.shape(expectedFinding)), "All that is found, and nothing else."),
    ])

  private static let accessPart = Shape(
    "accessPart", "A part of a tenant.",
    [
      .optional("organization", .value, "An organization, with all beneath it."),
      .optional("program", .value, "A program."),
      .optional("offering", .value, "A program at a school."),
    ])

  private static let counts = Shape(
    "counts", "What becomes of the rows of a file; what isn't said isn't compared.",
    ["read", "accepted", "unchanged", "updated", "rejected"].map {
      .optional($0, .number(0...1_000_000), "How many rows are \($0).")
    })

  private static let expectedFinding = Shape(
    "expectedFinding", "A finding that must be there.",
    [
      .required("row", .number(1...1_000_000), "The row as a spreadsheet program shows it."),
      .required("column", .value, "The column's title; empty beyond the last one."),
      .required("rule", .reference(to: .rule), "The rule or cell check."),
      .optional("expected", .value, "What should stand there."),
    ])

  private static let silentRule = Shape(
    "silentRule", "A rule that can't fire in a fixture.",
    [
      .required("rule", .reference(to: .rule), "The rule."),
      .required("reason", .text, "Why it can't fire."),
    ])
}
