import Testing

@testable import HostileFiles

struct HostileFileTests {
  let run: HostileRun

  init() throws {
    run = try HostileRun.shared.get()
  }

  @Test func `every file is tried, and none takes the program down`() {
    let names = HostileFile.all.map(\.name)
    #expect(Set(names).count == names.count)
    let last = run.lines.last?.name ?? "nothing"
    #expect(run.lines.map(\.name) == names, "\(last) was the last that was tried")
    #expect(run.exitCode == 0)
  }

  @Test func `more than two hundred files are refused by one name and no other`() {
    #expect(run.lines.count { $0.expected.contains(" ") } > 200)
  }

  @Test func `every file is refused by its name`() {
    for line in run.lines {
      #expect(line.isAsExpected, "\(line); expected \(line.expected)")
    }
  }

  @Test func `no file takes much memory`() {
    for line in run.lines {
      #expect(line.kilobytes < 64 * 1024, "\(line)")
    }
  }

  @Test func `every refusal is a short sentence that names the file`() {
    for line in run.lines where line.outcome != "read" {
      let isSentence = line.message.contains("upload") && !line.message.hasSuffix(".")
      #expect(isSentence && line.message.count < 400, "\(line.name): \(line.message.prefix(400))")
    }
  }
}
