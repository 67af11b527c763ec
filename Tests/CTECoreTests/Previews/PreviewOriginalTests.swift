import CTECore
import Foundation
import Testing

struct PreviewOriginalTests {
  private let file = "UIC,PSN,CredentialCode,CredentialName\n0009000201,21223,SRADIO,\n"

  /// What becomes of a kept file, and what is said of it.
  enum Harm: CaseIterable {
    case missing, changed, cutOff

    var words: String { self == .missing ? "is missing" : "was changed or damaged" }
  }

  @Test(arguments: Harm.allCases)
  func
    `of a kept file that isn't the one that was sent nothing is shown or committed, until it is imported again`(
      harm: Harm
    ) async throws
  {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    try await demo.upload(file)
    let original = URL(fileURLWithPath: try #require(try await demo.tenant.original(of: 6)))
    switch harm {
    case .missing: try FileManager.default.removeItem(at: original)
    case .changed: try Data(file.replacing("SRADIO", with: "SSOUND").utf8).write(to: original)
    case .cutOff: try Data(file.utf8.prefix(5)).write(to: original)
    }
    let shown = await #expect(throws: ChangeError.self) { try await demo.show(6) }
    let committed = await #expect(throws: ChangeError.self) { try await demo.commit(6) }
    for error in [shown, committed] {
      #expect(error?.message.contains(harm.words) == true, "\(String(describing: error))")
    }
    #expect(try await demo.tenant.count(of: .credentialAttempt) == 0)
    #expect(try await demo.tenant.submission(6).submission.isPreview)

    #expect(try await demo.upload(file).submission == 6)
    #expect(try Data(contentsOf: original) == Data(file.utf8))
    #expect(try await demo.commit(6).counts.accepted == 1)
    #expect(try await demo.tenant.verifyAudit() == .whole(events: 8))
  }
}
