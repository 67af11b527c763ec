import Foundation

extension PackLoader {
  /// Reads the `index.yaml` of the lists that ship with the pack.
  func lists(formats: [String: ImportFormat]) -> [PackList] {
    PackFileKind.listFolders.compactMap { folder in
      files.file("\(folder)/index").flatMap { list(folder, $0, formats: formats) }
    }
  }

  private func list(
    _ name: String, _ file: PackFiles.File, formats: [String: ImportFormat]
  ) -> PackList? {
    let reader = MappingReader(file.root, log: log)
    checkSource(reader)
    guard let formatNode = reader.node("format"), checkFormat(formatNode, isAmong: formats) else {
      return nil
    }
    if formats[formatNode.scalar ?? ""]?.isTrusted == false {
      log.report(
        at: formatNode.origin, "the format of a list is one with 'trust: loaded'",
        help: "what ships with a pack was judged before")
    }
    return reader.node("file").flatMap { node in
      location(of: node, in: name, of: file.pack).map { path in
        PackList(
          name: name, summary: reader.text("summary") ?? "", file: path,
          path: "\(file.pack)/\(name)/\(node.scalar ?? "")", format: formatNode.scalar ?? "",
          isPartial: reader.text("coverage") == "partial")
      }
    }
  }

  /// Returns where a list's file lies, or nil after reporting that it doesn't lie beside its `index.yaml`.
  private func location(of node: YAMLNode, in name: String, of pack: String) -> String? {
    let csv = node.scalar ?? ""
    guard !csv.contains("/"), ![".", ".."].contains(csv) else {
      log.report(
        at: node.origin, "the file lies right in \(name)/, so '\(csv)' is no name of one",
        help: "name the file without a folder")
      return nil
    }
    if let url = files.url(of: "\(name)/\(csv)", in: pack) { return url.path }
    log.reportUnknown(
      "file", csv, at: node.origin, among: files.names(in: name, of: pack),
      otherwise: "the file lies beside index.yaml, in \(name)/")
    return nil
  }
}
