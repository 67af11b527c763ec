public import CTEModel
import CTERulePack
import CTEStore

extension Tenant {
  /// Returns the accepted suggestions as rows of the pack's format of credential lists, so that they can be appended to the
  /// list of a year; sorted by program and code.
  ///
  /// - Parameter year: The year of the list.
  /// - Throws: `AccessError` where the actor may not see the whole tenant, `ChangeError` where the pack has no such format, and
  ///   `StoreError`.
  public func proposals(for year: FiscalYear) async throws -> ExportSheet {
    try await reading { session, access in
      try access.requireWhole(.read, to: "see what is proposed for lists")
      let records = try await SeenRecords(session: session, scope: .whole).all(
        of: .credentialSuggestion, where: ["year": Int32(year.number)])
      let texts = try await RecordTexts(of: records, session)
      let accepted = records.map { texts.values(of: $0) }.filter { $0["decision"] == "accepted" }
      return try ProposedListings(in: pack).sheet(
        of: accepted.sorted { first, second in
          (first["program"] ?? "", first["code"] ?? "")
            < (second["program"] ?? "", second["code"] ?? "")
        })
    }
  }
}
