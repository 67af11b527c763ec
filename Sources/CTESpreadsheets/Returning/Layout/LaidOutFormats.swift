/// What the formats of a workbook that we laid out say, beside how its cells look.
///
/// What writes new workbooks can write neither a text that is kept from becoming a formula nor an error; both become what
/// they are while the workbook is marked.
struct LaidOutFormats {
  /// Formats whose cells hold text that looks like a formula.
  var quoted: Set<Int> = []
  /// Formats whose cells hold the text of an error.
  var errors: Set<Int> = []
}
