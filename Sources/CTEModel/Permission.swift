/// What an actor may do within a scope.
///
/// Each is asked for by itself: who administers may not read unless a role says so too.
public enum Permission: String, CaseIterable, Hashable, Sendable {
  /// To see records, uploads, findings and results.
  case read
  /// To add, change, delete and upload records, and to withdraw uploads.
  case enter
  /// To attest that what was entered is complete and true.
  case certify
  /// To give roles to others and, where it is for the whole tenant, to change its pack and year, and to back up, restore and
  /// delete it.
  case administer
}

extension Permission: Comparable {
  /// Returns whether the first is named before the second wherever several are listed.
  ///
  /// The order is only one for the eye: none includes another.
  public static func < (first: Permission, second: Permission) -> Bool {
    first.place < second.place
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
