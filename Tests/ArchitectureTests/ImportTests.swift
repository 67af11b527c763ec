import Foundation
import Testing

struct ImportTests {
  /// What each target may import of ours and of others. The standard library's own modules stand in every target.
  static let allowed: [String: Set<String>] = [
    "CTEModel": [],
    "CEL": ["Foundation"],
    "CTERulePack": ["CTEModel", "CEL", "CLibYAML", "Foundation"],
    "CTEIntake": ["CTEModel", "CEL", "CTERulePack", "Glibc", "Darwin"],
    "CTEValidation": ["CTEModel", "CTERulePack", "CEL"],
    "CTEStore": ["CTEModel", "CTERulePack", "Crypto", "Foundation", "Synchronization"],
    "CTECore": [
      "CTEModel", "CEL", "CTERulePack", "CTEIntake", "CTEValidation", "CTEStore", "Crypto",
      "Foundation",
    ],
    "CTESpreadsheets": [
      "CTEModel", "CTERulePack", "CTEIntake", "CLibZip", "CExpat", "CXLSXWriter", "CFreeXL",
      "Foundation", "Glibc", "Darwin",
    ],
    "CTEStoreSQLite": [
      "CTEModel", "CTERulePack", "CTEStore", "GRDB", "GRDBSQLite", "Crypto", "Foundation",
      "Synchronization",
    ],
    // Not Testing: a product that imports it can't be linked everywhere outside of tests.
    "CTETestKit": ["CTEModel", "CTERulePack", "CTEStore", "CTECore", "Foundation"],
  ]

  @Test(arguments: allowed.keys.sorted())
  func `a target imports only what its layer allows`(target: String) throws {
    let swiftFiles = Checkout.files(in: "Sources/\(target)").filter { $0.hasSuffix(".swift") }
    #expect(!swiftFiles.isEmpty)
    for file in swiftFiles {
      let imported = try Self.imports(in: Checkout.text(file))
      let strangers = imported.subtracting(Self.allowed[target] ?? [])
      #expect(strangers.isEmpty, "\(file) imports \(strangers.sorted())")
    }
  }

  @Test func `the language uses Foundation for time zones and nothing else`() throws {
    let users = try Checkout.files(in: "Sources/CEL").filter { file in
      try file.hasSuffix(".swift") && !Self.imports(in: Checkout.text(file)).isEmpty
    }
    #expect(users == ["Sources/CEL/Library/TimeZones.swift"])
  }

  @Test func `every target has its row in the table of layers`() throws {
    let targets = try Checkout.folders(in: "Sources").filter { folder in
      !Checkout.files(in: "Sources/\(folder)").contains { $0.hasSuffix("module.modulemap") }
    }
    #expect(targets == Self.allowed.keys.sorted())
  }

  @Test func `the reader of import lines sees every form of them`() {
    let text = """
      import A
      public import B
      @_exported public import C
      @testable import D
      internal import struct E.F
      // import G
      let text = "import H"
      """
    #expect(Self.imports(in: text) == ["A", "B", "C", "D", "E"])
  }

  static func imports(in text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        let pattern =
          #/^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/#
        return line.firstMatch(of: pattern).map { String($0.1) }
      })
  }
}
