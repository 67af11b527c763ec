/// A program at a school in a year, and how it stands with its credentials.
///
/// It is known by its own number alone: several have one title, and one title stands for several programs.
public struct OfferedProgram: Hashable, Sendable {
  /// The number of the program at the school.
  public let offering: String
  /// The program.
  public let program: String?
  /// Its title: its own, or else that of the program.
  public let title: String?
  /// Its type, as the pack's code.
  public let type: String?
  /// The school that has it; nil where the list doesn't say.
  public let school: Place?
  /// The organization that answers for it; nil where the list doesn't say.
  public let agency: Place?
  /// How many credentials were received in it in the year, as far as they may be seen.
  public let credentialCount: Int
  /// Whether it is declared that nobody receives a credential in it in the year.
  public let declaresNone: Bool

  /// An organization with its name.
  public struct Place: Hashable, Sendable {
    /// The organization.
    public let id: String
    /// Its name; nil where it has none.
    public let name: String?
  }
}

extension OfferedProgram.Place: CustomStringConvertible {
  /// The name and the number, such as `North High School (00412)`.
  public var description: String { name.map { "\($0) (\(id))" } ?? id }
}
