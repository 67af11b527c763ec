/// Takes the findings of a file while it is checked, in file order.
public protocol FindingSink: AnyObject {
  /// Takes the findings of the next rows.
  func receive(_ findings: [Finding]) throws
}
