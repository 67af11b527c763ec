extension ProgramGroupings {
  /// Returns the groups in lines for people, with how many students each has.
  public func text() -> String {
    let classes = sections.map { ["(\($0.id))", $0.title ?? "", "\($0.studentCount)"] }
    let rows =
      [["()", "All currently enrolled", "\(enrolledCount)"]] + classes
      + [["()", "In school but not enrolled", "\(inSchoolOnlyCount)"]]
    return (program.headlines + TextTable.lines(rows)).joined(separator: "\n")
  }

  /// Returns the groups as one JSON object; equal ones give equal bytes.
  public func json() throws -> String {
    try JSONText.pretty(
      Entry(
        program: OfferedProgramForm(program), enrolled: enrolledCount,
        sections: sections.map {
          SectionEntry(section: $0.id, title: $0.title, students: $0.studentCount)
        }, inSchoolOnly: inSchoolOnlyCount))
  }

  private struct Entry: Encodable {
    let program: OfferedProgramForm
    let enrolled: Int
    let sections: [SectionEntry]
    let inSchoolOnly: Int
  }

  private struct SectionEntry: Encodable {
    let section: String
    let title: String?
    let students: Int
  }
}

extension OfferedProgram {
  /// What a program is, in lines for people.
  var headlines: [String] {
    let numbers = [program, "(\(offering))", type].compactMap { $0 }.joined(separator: " ")
    let places = [agency, school].compactMap { $0?.description }.joined(separator: "/")
    let declaration = declaresNone ? "It is declared to have no credentials this year." : ""
    return [title ?? "", numbers, places, declaration].filter { !$0.isEmpty }.map(\.printable)
  }
}
