/// A kind of file that packs are made of.
enum PackFileKind: String, CaseIterable, Sendable {
  case pack, identifiers, parameters, windows, roles
  case codeList = "code-list"
  case record, format, rule, list, fixture

  /// The folders of lists that ship with a pack.
  static let listFolders = ["courses", "credentials", "organizations", "programs"]

  /// Returns the kind of file that lies at a path within a pack, or nil where none is read there.
  init?(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    switch (parts.count, parts.first ?? "", parts.last ?? "") {
    case (1, _, "pack.yaml"): self = .pack
    case (1, _, "identifiers.yaml"): self = .identifiers
    case (1, _, "parameters.yaml"): self = .parameters
    case (1, _, "windows.yaml"): self = .windows
    case (1, _, "roles.yaml"): self = .roles
    case (2, "codes", _): self = .codeList
    case (2, "records", _): self = .record
    case (2, "formats", _): self = .format
    case (3, "rules", _): self = .rule
    case (2, let folder, "index.yaml") where Self.listFolders.contains(folder): self = .list
    case (3, "tests", "expect.yaml"): self = .fixture
    default: return nil
    }
  }

  /// What the file may look like.
  var content: ShapeContent {
    switch self {
    case .pack: .shape(.manifest)
    case .identifiers: .names(.own("scheme"), .shape(.identifierScheme))
    case .parameters: .names(.own("parameter"), .shape(.parameter))
    case .windows: .names(.own("window"), .shape(.window))
    case .roles: .names(.own("role"), .shape(.role))
    case .codeList: .shape(.codeList)
    case .record: .shape(.record)
    case .format: .shape(.format)
    case .rule: .shape(.rule)
    case .list: .shape(.list)
    case .fixture: .shape(.fixture)
    }
  }

  /// Whether the file has nothing but named entries, each of which stands for itself where a pack extends another.
  var isCatalog: Bool {
    switch self {
    case .identifiers, .parameters, .windows, .roles: true
    default: false
    }
  }

  /// Where files of the kind lie in a pack, as patterns that editors know.
  var globs: [String] {
    switch self {
    case .pack, .identifiers, .parameters, .windows, .roles: ["\(rawValue).yaml"]
    case .codeList: ["codes/*.yaml"]
    case .record: ["records/*.yaml"]
    case .format: ["formats/*.yaml"]
    case .rule: ["rules/*/*.yaml"]
    case .list: Self.listFolders.map { "\($0)/index.yaml" }
    case .fixture: ["tests/*/expect.yaml"]
    }
  }

  /// Returns why no file of a path would ever be read.
  static func problem(ofPlace path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count == 1 { return "no file of this name is read here" }
    switch parts[0] {
    case "rules": return "a rule lies in rules/<category>/"
    case "codes", "records", "formats": return "files of '\(parts[0])' lie right in it"
    case "tests": return "a fixture's file is tests/<name>/expect.yaml"
    case _ where listFolders.contains(parts[0]):
      return "what is read here is '\(parts[0])/index.yaml'"
    default: return "the folder '\(parts[0])' isn't read"
    }
  }

  /// The names of files that are read right in the folder of a pack.
  static let rootFiles = [Self.pack, .identifiers, .parameters, .windows, .roles].map {
    "\($0.rawValue).yaml"
  }

  /// The names of folders that are read.
  static let folders = ["codes", "formats", "records", "rules", "tests"] + listFolders
}
