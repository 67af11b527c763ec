import Foundation
import Testing

struct UploadCommandTests {
  @Test func `a receipt says all that is known of an upload, and what became of it since`() throws {
    let program = Program()
    try program.makeDemo()
    _ = try program.run("import", "upload.csv", "--tenant", "demo")
    let show = ["uploads", "show", "9", "--tenant", "demo"]
    let receipt = try program.run(show + ["--output", "json"]).output
    for part in [
      "\"state\" : \"committed\"", "\"file\" : \"upload.csv\"", "\"accepted\" : 5",
      "\"error\" : 19", "\"event\" : 10", "\"cell\" : \"J20\"",
      "\"officialName\" : \"The credential record exists for the student\"",
    ] {
      #expect(receipt.contains(part), "\(part)")
    }
    let original = try #require(
      try program.run(show).output.split(separator: "\n").last?
        .wholeMatch(of: #/The file as it was sent: (.*)/#)?.1)
    #expect(
      FileManager.default.contentsEqual(
        atPath: String(original),
        andPath: Program.root.appendingPathComponent("Examples/Quickstart/upload.csv").path))

    _ = try program.run("uploads", "withdraw", "9", "--tenant", "demo")
    let withdrawn = try program.run(show + ["--output", "json"]).output
    #expect(withdrawn.contains("\"state\" : \"withdrawn\""))
    #expect(withdrawn.contains("\"withdrawnIn\" : 11"))
    #expect(
      try program.run(show).output.hasPrefix(
        "Submission 9 (credential-upload) is withdrawn, in event 11 of the audit log.\n"))
  }

  @Test func `a plan names the same records as the withdrawal, and changes nothing`() throws {
    let program = Program()
    try program.makeDemo()
    _ = try program.run("import", "upload.csv", "--tenant", "demo")
    let list = ["credentials", "list", "--tenant", "demo"]
    let before = try program.run(list).output
    let withdraw = ["uploads", "withdraw", "9", "--tenant", "demo"]
    let plan = try program.run(withdraw + ["--plan"]).output
    #expect(plan.hasSuffix("\nTo do it: cte uploads withdraw 9 --tenant demo\n"))
    let dated = try program.run(withdraw + ["--plan", "--on", "2022-05-02"]).output
    #expect(dated.hasSuffix("\nTo do it: cte uploads withdraw 9 --tenant demo --on 2022-05-02\n"))
    #expect(try program.run(list).output == before)
    let done = try program.run(withdraw).output
    #expect(done.hasSuffix("\nTo undo it: cte uploads undo 9 --tenant demo\n"))
    let (planned, made) = (plan.split(separator: "\n"), done.split(separator: "\n"))
    #expect(planned.dropFirst().dropLast() == made.dropFirst().dropLast())
    #expect(try program.run(list).output != before)
    let json = try program.run("uploads", "undo", "9", "--tenant", "demo", "--output", "json")
    #expect(json.output.contains("\"effect\" : \"putBack\""))
    #expect(try program.run(list).output == before)
  }

  @Test func `the log is listed for programs with the details of each event`() throws {
    let program = Program()
    try program.makeDemo()
    let output = try program.run("audit", "list", "--tenant", "demo", "--output", "json").output
    let events = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
    #expect(events.count == 9)
    #expect(events[8]["action"] as? String == "import credential-records")
    #expect((events[8]["details"] as? [String: Any])?["accepted"] as? Int == 1)
  }
}
