import CTEIntake

/// Delimited text made to hurt.
enum TextCases {
  private static let titles: Content = "School,Student Number\n"

  static var all: [HostileFile] { lengths + shapes + bytes }

  private static var lengths: [HostileFile] {
    [
      HostileFile("text: more columns than any sheet has", .limit(.columns)) {
        "," * 16_384 + "last\n1,2\n"
      },
      HostileFile("text: a row of more cells than any sheet has columns", .limit(.columns)) {
        titles + "1," * 3_000_000 + "\n"
      },
      HostileFile("text: more columns than are allowed here", .limit(.columns), at: 3) {
        "a,b,c,d\n1,2,3,4\n"
      },
      HostileFile("text: many more rows than are allowed here", .limit(.rows), at: 200_000) {
        titles + "1,2\n" * 300_000
      },
      HostileFile("text: many more blank rows than are allowed here", .limit(.rows), at: 200_000) {
        titles + "\n" * 300_000
      },
      HostileFile("text: more rows than are allowed here", .limit(.rows), at: 1000) {
        titles + "1,2\n" * 1000
      },
      HostileFile("text: more blank rows than are allowed here", .limit(.rows), at: 1000) {
        titles + "\r\n" * 1000
      },
      HostileFile("text: more rows before the titles than are allowed here", .limit(.rows), at: 90)
      {
        "\n" * 90 + titles
      },
      HostileFile("text: a row of too many bytes", .limit(.rowBytes)) {
        titles + ("e" * 1000 + ",") * 9000
      },
      HostileFile("text: titles of too many bytes", .limit(.rowBytes)) {
        ("e" * 1000 + ",") * 9000
      },
      HostileFile("text: a cell without end", .limit(.rowBytes)) {
        titles + "1," + "e" * (9 << 20)
      },
      HostileFile("text: a title without end", .limit(.rowBytes)) { "e" * (9 << 20) },
      HostileFile("text: many rows of nearly too many bytes", .any) {
        (("e" * 1000 + ",") * 7500 + "\n") * 9
      },
      HostileFile("text: a row longer than is allowed here", .limit(.rowBytes), at: 1000) {
        titles + "12345678," * 200 + "\n"
      },
      HostileFile("text: a cell too long", .limit(.cellCharacters)) {
        titles + "1," + "e" * 32_768 + "\n"
      },
      HostileFile("text: a quoted cell too long", .limit(.cellCharacters)) {
        titles + "1,\"" + "e\n" * 20_000 + "\"\n"
      },
      HostileFile("text: a title too long", .limit(.cellCharacters)) {
        "School," + "e" * 32_768 + "\n1,2\n"
      },
      HostileFile("text: a cell longer than is allowed here", .limit(.cellCharacters), at: 12) {
        titles + "1,1234567890123\n"
      },
    ]
  }

  private static var shapes: [HostileFile] {
    [
      HostileFile("text: a quotation mark that is never closed", .code("malformed")) {
        titles + "1,\"2\n3,4\n"
      },
      HostileFile("text: a title whose quotation mark is never closed", .code("malformed")) {
        "School,\"Student\n1,2\n"
      },
      HostileFile("text: a mark that is never closed before much text", .code("malformed")) {
        titles + "1,\"" + "2,3\n" * (3 << 20)
      },
      HostileFile("text: a file of quotation marks", .limit(.cellCharacters)) { "\"" * (1 << 20) },
      HostileFile("text: a file of an odd number of quotation marks", .code("malformed")) {
        "\"" * ((1 << 20) + 1)
      },
      HostileFile("text: quotation marks in quotation marks", .any) {
        titles + "1,\"" + "\"\"" * 16_000 + "\"\n"
      },
      HostileFile("text: rows of marks", .any) { titles + "\"\",\"\"x\"\n" * 100_000 },
      HostileFile("text: rows that are all longer than the titles", .any) {
        titles + "1,2,3\n" * 100_000
      },
      HostileFile("text: many cells in many rows", .any) { titles + ",,,,,,,,,,,,,,,\n" * 100_000 },
      HostileFile("text: wide and nearly blank", .any) {
        "a," * 16_000 + "b\n" + "1\n" * 80
      },
    ]
  }

  private static var bytes: [HostileFile] {
    [
      HostileFile("text: a zero in a cell", .code("unknownKind")) { titles + "1,2\03\n" },
      HostileFile("text: zeros behind much text", .code("malformed")) {
        titles + "1,2\n" * 10_000 + "1,\0\0\n"
      },
      HostileFile("text: nothing but zeros", .code("unknownKind")) { "\0" * 100_000 },
      HostileFile("text: zeros after a while", .code("unknownKind")) { titles + "\0" * (8 << 20) },
      HostileFile("text: an odd number of bytes of UTF-16", .any) {
        Content([0xFF, 0xFE, 65, 0, 44, 0, 66, 0, 10, 0, 49])
      },
      HostileFile("text: halves of characters of UTF-16", .any) {
        Content([0xFF, 0xFE, 65, 0, 44, 0, 66, 0, 10, 0]) + Content([0x00, 0xD8]) * 10_000
      },
      HostileFile("text: UTF-32", .code("unknownKind")) {
        Content([0xFF, 0xFE, 0, 0, 65, 0, 0, 0, 44, 0, 0, 0, 66, 0, 0, 0, 10, 0, 0, 0])
      },
      HostileFile("text: bytes that are no UTF-8", .any) {
        titles + Content([0x31, 0x2C, 0xFF, 0xC3, 0x28, 0x80, 0x0A]) * 10_000
      },
      HostileFile("text: every byte there is", .any) { titles + Content((1...255).map { $0 }) },
      HostileFile("text: control characters", .any) {
        titles + Content([1, 2, 3, 7, 8, 27, 127, 10])
      },
    ]
  }
}
