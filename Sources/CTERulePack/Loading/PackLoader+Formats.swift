import CTEModel

extension PackLoader {
  /// Reads the import formats of `formats/`.
  func formats(
    schemes: SchemeNames, records: [RecordType: RecordDefinition], language: PackLanguage
  ) -> [String: ImportFormat] {
    var formats: [String: ImportFormat] = [:]
    for file in files.files(in: "formats") {
      let reader = FormatReader(
        loader: self, schemes: schemes, records: records, language: language, log: log)
      let mapping = MappingReader(file.root, log: log)
      checkSource(mapping)
      formats[file.name] = reader.format(named: file.name, in: mapping)
    }
    return formats
  }
}
