import CTEModel
import CTERulePack
import CTEStore

extension Tenant {
  /// Returns what the fields of a draft may be given, as far as it is filled in: the programs and courses in which the
  /// student is enrolled, the schools that teach them, the credentials that are listed for the program, as the pack says.
  ///
  /// ```swift
  /// let choices = try await tenant.choices(for: RecordDraft(.credentialAttempt, ["student": "0012345678"]), on: today)
  /// choices.menus.first { $0.field == "program" }?.options.map(\.label)
  /// ```
  ///
  /// - Parameters:
  ///   - draft: The fields that are filled in.
  ///   - day: The day that rules call `today`.
  /// - Throws: `AccessError`, `ChangeError` where the draft names a field that isn't there, and `StoreError`.
  public func choices(for draft: RecordDraft, on day: CalendarDay) async throws -> EntryChoices {
    try await reading { session, access in
      _ = try access.requireEntry(of: draft.type)
      let entry = try await CheckedEntry(
        draft, isWhole: false, in: pack, on: day, session, access)
      var search = ChoiceSearch(
        entry, in: pack, session,
        seen: try await AccessFilter([access.require(.read)], session))
      var menus: [FieldMenu] = []
      for choices in pack.records[draft.type]?.choices ?? [] {
        menus.append(try await search.menu(choices, of: draft.type))
      }
      return EntryChoices(menus: menus, findings: entry.findings)
    }
  }
}
