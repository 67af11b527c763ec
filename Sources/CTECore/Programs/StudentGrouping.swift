/// Which students of a program at a school are meant.
public enum StudentGrouping: Hashable, Sendable {
  /// All who are enrolled in a class of the program now.
  case enrolled
  /// Those who are enrolled in one class now.
  case inSection(String)
  /// Those who were ever enrolled in the program and are still in school, but in none of its classes now.
  case inSchoolOnly
  /// Those who were ever enrolled in the program and whose names or numbers have all parts of a text in them.
  case matching(String)
}

/// How the students of a program at a school can be grouped.
public struct ProgramGroupings: Sendable {
  /// The program.
  public let program: OfferedProgram
  /// How many are enrolled in any of its classes now.
  public let enrolledCount: Int
  /// Its classes of the year, by their number.
  public let sections: [Section]
  /// How many were ever enrolled and are still in school, but in none of its classes now.
  public let inSchoolOnlyCount: Int

  /// A class.
  public struct Section: Hashable, Sendable {
    /// The class.
    public let id: String
    /// Its title; nil where it has none.
    public let title: String?
    /// How many are enrolled in it now.
    public let studentCount: Int
  }
}
