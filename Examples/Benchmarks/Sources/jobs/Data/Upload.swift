import Foundation

/// A file of credentials, and the mistakes that were put into it.
struct Upload {
  let set: DataSet
  let rows: Int
  var isWorkbook = false

  /// The upload of as many rows as there are students.
  init(_ set: DataSet, isWorkbook: Bool = false) {
    self.set = set
    rows = set.students
    self.isWorkbook = isWorkbook
  }

  /// The other upload of a set.
  init(extraOf set: DataSet) {
    guard let extraRows = set.extraRows else {
      preconditionFailure("the set has no other upload")
    }
    self.set = set
    rows = extraRows
  }

  func file(_ setting: Setting) throws -> URL {
    try named("upload", isWorkbook ? "xlsx" : "csv", setting)
  }

  func truth(_ setting: Setting) throws -> URL { try named("truth", "csv", setting) }

  private func named(_ stem: String, _ kind: String, _ setting: Setting) throws -> URL {
    let other = rows == set.students ? "" : "_\(rows)"
    return try set.folder(setting).appending(path: "\(stem)\(other).\(kind)")
  }
}
