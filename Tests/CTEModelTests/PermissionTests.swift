import CTEModel
import Testing

struct PermissionTests {
  @Test func `permissions are listed in one order, and are written as their names`() {
    #expect(
      Set(Permission.allCases).sorted().map(\.rawValue)
        == ["read", "enter", "certify", "administer"])
    #expect(Permission(rawValue: "Read") == nil)
  }
}
