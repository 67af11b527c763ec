import CExpat
import CTEIntake

/// Reads an XML part piece by piece and hands it to a handler.
///
/// Nothing outside the part is ever looked for, and a part that declares entities is refused.
final class XMLReader {
  /// The handler; whoever holds the reader holds it too.
  private unowned let handler: any XMLHandler
  private let file: SourceFile
  private let part: String
  private let mostDepth: Int
  private let mostBytes: Int
  private let parser: XML_Parser
  private var trouble: (any Error)?
  private var depth = 0
  private var fed = 0
  /// Where what was handed over last ends.
  private var handedOver = 0
  private var names = MetNames()
  /// The encoding that the part declares; nil where it declares none.
  private(set) var encoding: String?
  /// Whether the handler has seen enough.
  private(set) var isStopped = false

  /// Creates a reader of a part.
  ///
  /// - Parameters:
  ///   - part: The part's name, for errors.
  ///   - file: The file to which it belongs.
  ///   - handler: Takes what is read; it must live as long as the reader.
  init(_ part: String, of file: SourceFile, handler: any XMLHandler) throws(IntakeError) {
    guard let parser = XML_ParserCreate(nil) else { throw file.damaged(part: part) }
    self.handler = handler
    self.file = file
    self.part = part
    mostDepth = file.limits[.xmlDepth]
    // Attributes take some ten times the memory of their bytes.
    mostBytes = file.limits[.rowBytes] / 8
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    setCallbacks()
  }

  deinit {
    XML_ParserFree(parser)
  }

  /// Reads some bytes.
  ///
  /// - Throws: `IntakeError` where they are no XML, declare entities or pass a limit, and what the handler throws.
  func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws {
    guard !isStopped else { return }
    fed += bytes.count
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
    if let trouble { throw trouble }
    if isStopped { return }
    guard status == XML_STATUS_OK else { throw failure }
    // Where the library waits for more before it looks again, it has no place.
    handedOver = max(handedOver, byteIndex)
    if !isLast { try hold(fed - handedOver) }
  }

  /// Reads a whole part.
  func read(_ part: ZipPart) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    repeat {
      let count = try part.read(into: buffer)
      let isLast = count < buffer.count
      try feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]), isLast: isLast)
      if isLast { return }
    } while true
  }

  /// Reads no further; may be called by the handler.
  func stop() {
    isStopped = true
    XML_StopParser(parser, 0)
  }

  /// Where, in the part's bytes, what is being handed over begins.
  var byteIndex: Int { max(0, Int(XML_GetCurrentByteIndex(parser))) }

  /// How many bytes of the part make what is being handed over.
  var byteCount: Int { Int(XML_GetCurrentByteCount(parser)) }

  private var failure: IntakeError {
    XML_GetErrorCode(parser) == XML_ERROR_AMPLIFICATION_LIMIT_BREACH
      ? file.limits.passed(.xmlEntities, by: file.name) : file.damaged(part: part)
  }

  private func hold(_ count: Int) throws(IntakeError) {
    if count > mostBytes { throw file.limits.passed(.rowBytes, by: file.name) }
  }
}

// MARK: - What the library calls

extension XMLReader {
  private func setCallbacks() {
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        XMLReader.of(data)?.begin(name, XMLAttributes(list: attributes))
      },
      { data, name in
        guard let name else { return }
        XMLReader.of(data)?.end(name)
      })
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      let text = UnsafeRawBufferPointer(start: bytes, count: Int(count))
      XMLReader.of(data)?.take(text.assumingMemoryBound(to: UInt8.self))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let reader = XMLReader.of(data) else { return }
      reader.take { _ in throw reader.file.limits.passed(.xmlEntities, by: reader.file.name) }
    }
    XML_SetXmlDeclHandler(parser) { data, _, encoding, _ in
      XMLReader.of(data)?.encoding = encoding.map { String(cString: $0) }
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    depth += 1
    take { handler in
      if depth > mostDepth { throw file.limits.passed(.xmlDepth, by: file.name) }
      handedOver = byteIndex + byteCount
      try hold(byteCount)
      // The library keeps every name that it meets.
      guard names.meet(name), names.meet(attributes) else { throw file.damaged(part: part) }
      try handler.begin(XMLName(name), attributes)
    }
  }

  private func end(_ name: UnsafePointer<CChar>) {
    depth -= 1
    take { try $0.end(XMLName(name)) }
  }

  private func take(_ text: UnsafeBufferPointer<UInt8>) {
    handedOver = byteIndex
    take { try $0.text(text) }
  }

  /// Calls the handler, unless something went wrong before: the library may call once more after it was stopped.
  private func take(_ call: (any XMLHandler) throws -> Void) {
    guard trouble == nil, !isStopped else { return }
    do {
      try call(handler)
    } catch {
      trouble = error
      XML_StopParser(parser, 0)
    }
  }
}
