import CTEModel
import CTERulePack
import Foundation
import Testing

struct LinkTests {
  @Test func `a file may be a link to another file of the pack`() throws {
    let fixture = try PackFixture()
    try fixture.move("codes/course-kinds.yaml", to: "lakeland/kinds")
    try fixture.link("codes/course-kinds.yaml", to: "../kinds")
    try fixture.move("courses/2025.csv", to: "lakeland/courses/all.csv")
    try fixture.link("courses/2025.csv", to: "all.csv")
    #expect(try fixture.issues() == "")
    #expect(try fixture.load().codeLists["course-kinds"] != nil)
  }

  @Test func `a link that leads out of the pack is refused`() throws {
    let fixture = try PackFixture()
    try fixture.move("codes/course-kinds.yaml", to: "kinds.yaml")
    try fixture.link("codes/course-kinds.yaml", to: "../../kinds.yaml")
    #expect(
      try fixture.issues() == """
        lakeland/codes/course-kinds.yaml:1:1: the link leads out of the pack
          help: put the file itself in its place
        """)
  }

  @Test func `a list that is a link out of the pack is refused`() throws {
    let fixture = try PackFixture()
    try fixture.move("courses/2025.csv", to: "2025.csv")
    try fixture.link("courses/2025.csv", to: "../../2025.csv")
    #expect(
      try fixture.issues() == """
        lakeland/courses/2025.csv:1:1: the link leads out of the pack
          help: put the file itself in its place
        """)
  }

  @Test func `a pack may be reached by a link`() throws {
    let fixture = try PackFixture()
    try FileManager.default.createSymbolicLink(
      atPath: fixture.folder.appendingPathComponent("lake").path, withDestinationPath: "lakeland")
    #expect(try fixture.issues(of: "lake") == "")
    #expect(try fixture.load("lake").rules.count == 5)
  }
}

extension PackFixture {
  fileprivate func move(_ path: String, to place: String) throws {
    try FileManager.default.moveItem(
      at: folder.appendingPathComponent("lakeland/\(path)"),
      to: folder.appendingPathComponent(place))
  }

  fileprivate func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent("lakeland/\(path)").path, withDestinationPath: target)
  }
}
