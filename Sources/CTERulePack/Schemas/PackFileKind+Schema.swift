extension PackFileKind {
  /// The schema of a whole file, with all that it refers to.
  ///
  /// A file as a whole isn't taken by year, though the loader would: nobody writes one so.
  var schema: OrderedJSON {
    let title = "A rule pack's file: \(globs.joined(separator: ", "))"
    return ["$schema": "http://json-schema.org/draft-07/schema#", "title": .text(title)]
      + content.schema + ["definitions": .object(content.definitions)]
  }
}
