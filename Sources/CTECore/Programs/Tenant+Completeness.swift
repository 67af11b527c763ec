extension Tenant {
  /// Checks that each active program of the tenant's year that the actor sees either has credentials or is declared to have
  /// none.
  ///
  /// - Parameter organization: The organization whose programs are checked, as for `programs(of:sortedBy:descending:)`; nil
  ///   for all.
  /// - Throws: `AccessError` where the actor may not read, `ChangeError` where there is no such organization, `IntakeError`
  ///   where a list of the pack can't be read, and `StoreError`.
  public func completeness(of organization: String? = nil) async throws -> CompletenessReport {
    CompletenessReport(on: try await programs(of: organization).programs, in: pack)
  }
}
