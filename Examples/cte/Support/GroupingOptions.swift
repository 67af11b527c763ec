import ArgumentParser
import CTECore

/// Which students of a program at a school are meant.
struct GroupingOptions: ParsableArguments {
  @Option(help: "Only those who are enrolled in this class now.")
  var section: String?
  @Flag(help: "Only those who were enrolled once and are still in school, but in no class now.")
  var notInClass = false
  @Option(help: "Only those who were enrolled once, by parts of their names or their number.")
  var search: String?

  func validate() throws {
    guard [section != nil, notInClass, search != nil].count(where: { $0 }) < 2 else {
      throw ValidationError(
        "students are of one group; take one of --section, --not-in-class and --search")
    }
  }

  /// Whether a group is named.
  var isGiven: Bool { value != .enrolled }

  var value: StudentGrouping {
    if let section { return .inSection(section) }
    if let search { return .matching(search) }
    return notInClass ? .inSchoolOnly : .enrolled
  }
}
