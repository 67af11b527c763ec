/// Takes what stands in an XML part, in its order.
protocol XMLHandler: AnyObject {
  /// An element begins.
  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws
  /// An element ends.
  func end(_ name: XMLName) throws
  /// Some text, perhaps not the whole of it.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

extension XMLHandler {
  func end(_ name: XMLName) throws {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
}
