import Foundation

/// The public functions of `Tenant`, as they stand in the sources.
enum TenantFunctions {
  /// Returns the functions of all files that are about tenants, as their names and labels.
  static func inSources() throws -> Set<String> {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/CTECore")
    var found: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path) {
      let name = path.split(separator: "/").last ?? ""
      guard name == "Tenant.swift" || name.hasPrefix("Tenant+") else { continue }
      found.formUnion(
        functions(
          in: try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)))
    }
    return found
  }

  /// Returns the public functions of a source text.
  static func functions(in source: String) -> Set<String> {
    let starts = source.matches(of: #/public (?:static )?(?:func )?(\w+)\(/#)
    return Set(
      starts.map { start in
        let labels = labels(source[start.range.upperBound...]).map { "\($0):" }.joined()
        return "\(start.1)(\(labels))"
      })
  }

  /// Returns the labels of the parameters with which a text begins.
  private static func labels(_ text: Substring) -> [Substring] {
    var depth = 1
    var parameters: [Substring] = []
    var start = text.startIndex
    for place in text.indices where depth > 0 {
      switch text[place] {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      default: break
      }
      if depth == 0 || (depth == 1 && text[place] == ",") {
        parameters.append(text[start..<place])
        start = text.index(after: place)
      }
    }
    return parameters.compactMap { $0.split { " :\n".contains($0) }.first }
  }
}
