import BundledRulePacks
import CTECore
import CTETestKit
import Foundation
import Testing

/// Who may commit what somebody sent.
struct PreviewAccessTests {
  private let file = """
    UIC,PSN,CredentialCode,CredentialName
    0009000201,21223,SRADIO,
    0009000207,20956,SROBOT,

    """
  private let notice = "1 row could be imported when the preview was kept, now 2 can"

  private func solo(in demo: SecondStateDemo) async throws -> Tenant {
    let solo = try await demo.actor(
      Grant(to: "solo", role: "buildingReporter", offering: "21223"))
    let report = try await demo.upload(file, as: solo)
    #expect(report.submission == 6 && report.counts.accepted == 1 && report.counts.rejected == 1)
    return solo
  }

  @Test func `who may import for the whole tenant commits what somebody sent, whose it stays`()
    async throws
  {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let solo = try await solo(in: demo)
    #expect(try await demo.show(6).staleness.map(\.message) == [notice])
    let committed = try await demo.commit(6)
    #expect(committed.counts.accepted == 2)
    #expect(committed.notices.map(\.message).contains(notice))
    #expect(try await solo.submissions().map(\.number) == [6])
    #expect(try await solo.submission(6).submission.actor == "solo")
    let event = try #require(try await demo.tenant.auditEvents().last)
    #expect(event.draft.submission == 6 && event.draft.actor == "sample operator")
  }

  /// No shipped role sees all and enters a part, so one of them is widened.
  @Test func `who sees all but may import for a part alone commits only what they sent`()
    async throws
  {
    try await SampleState.run { state in
      let wide = try state.copyOfPack(
        "roles.yaml", "  allows: [read]\n  organizations: [agency]\n", "  allows: [read]\n")
      _ = try await Tenant.upgrade(
        SampleState.id, pack: wide, in: state.store, packs: BundledRulePacks.library(),
        as: SampleState.maker, at: Demo.moment)
      let maker = try await state.tenant()
      for grant in [
        Grant(to: "seer", role: "cepd"),
        Grant(to: "seer", role: "buildingReporter", offering: "900001"),
      ] { try await maker.give(grant, at: Demo.moment) }
      let seer = try await state.tenant(as: Actor("seer"))
      #expect(try await seer.submission(6).submission.isPreview)
      let error = await #expect(throws: AccessError.self) {
        try await seer.commit(preview: 6, at: Demo.moment)
      }
      #expect(error?.message.contains("was sent by somebody else") == true)
      #expect(try await maker.submission(6).submission.isPreview)
      #expect(try await maker.commit(preview: 6, at: Demo.moment).state == .committed)
    }
  }

  @Test func `whoever may do more by now is told that other rows are valid`() async throws {
    let demo = try await SecondStateDemo(loading: SecondStateDemo.lists)
    let solo = try await solo(in: demo)
    _ = try await demo.actor(Grant(to: "solo", role: "buildingReporter", offering: "20956"))
    let committed = try await solo.commit(preview: 6, at: SecondStateDemo.moment)
    #expect(committed.counts.accepted == 2)
    #expect(committed.notices.map(\.message).contains(notice))
  }
}
