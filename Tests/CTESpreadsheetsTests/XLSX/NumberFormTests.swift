import Testing

@testable import CTESpreadsheets

struct NumberFormTests {
  @Test(arguments: [
    ("General", NumberForm.general), ("0", .general), ("0.00E+00", .general), ("#,##0", .general),
    ("@", .general),
    ("00000", .zeros(5)), ("[Red]000", .zeros(3)), ("00000;-00000", .zeros(5)),
    ("00000\\-0000", .general), ("000\"-\"00", .general), ("\"day\"0", .general),
    ("00_)", .general),
    ("mm/dd/yyyy", .day), ("m/d/yy", .day), ("[$-409]mmmm\\ d\\,\\ yyyy;@", .day), ("MMM", .day),
    ("yyyy\"年\"m\"月\"d\"日\"", .day), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .day),
    ("m/d/yyyy h:mm", .dayAndTime), ("yyyy-mm-dd\\Thh:mm:ss", .dayAndTime), ("h:mm", .time),
    ("[$-409]h:mm AM/PM;@", .time), ("mm:ss.0", .time), ("h A/P", .time), ("[h]:mm:ss", .span),
    ("[mm]:ss", .span),
    ("[Blue][>=100]0.0;yyyy", .general), ("", .general), ("[", .general), ("\"", .general),
    ("\\", .general),
  ])
  func `a format says what its numbers are`(code: String, form: NumberForm) {
    #expect(NumberForm(code: code) == form)
  }

  @Test(arguments: [
    (0, NumberForm.general), (2, .general), (13, .general), (14, .day), (17, .day), (18, .time),
    (21, .time),
    (22, .dayAndTime), (27, .day), (36, .day), (45, .time), (46, .span), (47, .time),
    (48, .general), (58, .day),
    (-1, .general), (164, .general),
  ])
  func `a format that programs know has a number`(number: Int, form: NumberForm) {
    #expect(NumberForm(builtIn: number) == form)
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (1.005, "1.005"), (9.9999999999999999e22, "100000000000000000000000"),
    (-2.5, "-2.5"),
    (123456.789, "123456.789"), (0.000012345678901234567, "0.0000123456789012346"),
    (99_999_999_999_999.99, "100000000000000"),
    (9999999999999.9999, "10000000000000"),
    (4.9e-324, "0." + String(repeating: "0", count: 323) + "5"),
  ])
  func `a number shows fifteen digits and no exponent`(value: Double, shown: String) {
    var bytes: [UInt8] = []
    ShownNumber(value).append(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == shown)
  }
}
