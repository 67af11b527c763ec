import CTEModel
public import CTERulePack
import CTEStore

extension RulePack {
  /// Returns the role of a name: that of administrators, which every tenant has, or one of the pack's.
  public func role(named name: String) -> Role? {
    name == Grant.administrator ? .administrator : roles.first { $0.name == name }
  }
}

extension Role {
  /// The role that every tenant has, whatever its pack says.
  public static let administrator = Role(
    name: Grant.administrator, label: "Administrator",
    summary: "Whoever answers for the tenant.", permissions: Set(Permission.allCases),
    formats: nil, organizationKinds: nil)
}
