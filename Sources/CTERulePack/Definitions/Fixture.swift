package import CTEModel

/// Files that a pack is tried with, and what must be found in them.
package struct Fixture: Sendable {
  /// The name: its folder's.
  package let name: String
  package let year: FiscalYear
  /// The day that rules call today.
  package let today: CalendarDay
  /// Files that are loaded before.
  package let reference: [File]
  /// Files that are then imported, one after the other.
  package let files: [TriedFile]
  /// Rules that can't fire here, without their pack.
  package let silent: [SilentRule]
  package let origin: PackIssue.Origin

  /// A file of a fixture.
  package struct File: Sendable {
    /// Where it lies.
    package let path: String
    /// Its path as the fixture has it.
    package let name: String
    package let format: String
    package let origin: PackIssue.Origin
  }

  /// A file that is imported, with what becomes of its rows and what is found in it.
  package struct TriedFile: Sendable {
    package let file: File
    /// The parts of the tenant that whoever imports it may change; nil for all of it.
    package let access: [AccessPart]?
    /// How many rows are read, accepted and so on, as far as it is said.
    package let counts: [(name: String, count: Int, origin: PackIssue.Origin)]
    package let findings: [ExpectedFinding]
  }

  /// A finding that must be there.
  package struct ExpectedFinding: Sendable {
    package let row: Int
    package let column: String
    /// The rule without its pack, or the cell check.
    package let rule: String
    package let expected: String?
    package let origin: PackIssue.Origin
  }

  /// A rule that can't fire in a fixture.
  package struct SilentRule: Sendable {
    package let rule: String
    package let origin: PackIssue.Origin
  }
}
