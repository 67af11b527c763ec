import CEL
import Testing

/// Expressions and what they come to, both written in the language.
struct ValueTests {
  private func check(_ source: String, _ expected: String) throws {
    let value = try Environment().check(source).value()
    #expect(value.description == expected, "\(source)")
  }

  @Test(arguments: [
    ("-9223372036854775808", "-9223372036854775808"), ("0xFF", "255"), ("0xFFu", "255u"),
    ("1e3", "1000.0"), (".5", "0.5"), ("- -1", "1"),
    ("b'\\xff\\101\u{e9}'", "b\"\\xffA\\xc3\\xa9\""),
    ("r'\\d' + \"\\t\"", "\"\\\\d\\t\""), ("'''a\n'b' '''", "\"a\\n'b' \""),
    ("'\\u00e9\\U0001F600\\x41\\101'", "\"é😀AA\""), ("[1, 2u, null,]", "[1, 2u, null]"),
    ("{'a': 1, 2: true,}", "{\"a\": 1, 2: true}"), ("true // a remark", "true"),
    ("{'in-law': 1}.`in-law`", "1"), ("{'while': 1}.while", "1"),
  ])
  func `a literal stands for its value`(source: String, expected: String) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("1 + 2 * 3 - 8 / 3 % 2", "7"), ("-7 / 2", "-3"), ("-7 % 2", "-1"), ("5u - 3u", "2u"),
    ("-9223372036854775807 - 1", "-9223372036854775808"), ("1.5 * 2.0", "3.0"),
    ("1.0 / 0.0", "double(\"Infinity\")"), ("'a' + 'b'", "\"ab\""), ("[1] + [2]", "[1, 2]"),
    ("b'a' + b'b'", "b\"ab\""), ("-9223372036854775808 % -1", "0"),
    ("timestamp('2024-02-28T00:00:00Z') + duration('24h')", "timestamp(\"2024-02-29T00:00:00Z\")"),
    ("timestamp(0) - timestamp(1) + duration('1ns')", "duration(\"-0.999999999s\")"),
  ])
  func `operators reckon`(source: String, expected: String) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("dyn(1) == 1u && dyn(1) == 1.0 && 1 < 1.5 && 2u > 1", "true"),
    ("0.0 / 0.0 == 0.0 / 0.0", "false"), ("'\\u00e9' == 'e\\u0301'", "false"),
    ("'b' > 'B'", "true"),
    ("[1, [2]] == [1, [2]]", "true"), ("{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", "true"),
    ("dyn('1') == 1", "false"), ("null == null", "true"), ("b'\\xff' > b'a'", "true"),
    ("1 in [3, 2, 1] && !('x' in ['y']) && 'k' in {'k': 0}", "true"),
    ("dyn(1.0) in {1: 2}", "true"),
    ("false && dyn(1) / 0 == 1 || 1 / 0 == 1 || true", "true"),
    ("[null, timestamp(0)].exists(t, t == null) && (true ? null : timestamp(0)) == null", "true"),
    ("[{1: dyn('x')}, {dyn(2): 1}][0][1]", "\"x\""), ("'a\\u00a0b'", "\"a\\u00a0b\""),
    ("1 / 0 == 1 && false", "false"), ("true ? 1 : 1 / 0", "1"),
  ])
  func `equality, order and logic follow the language`(source: String, expected: String) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("int('-12') + int(3u) + int(2.9)", "-7"), ("uint(7) + uint('8')", "15u"),
    ("double('1e3')", "1000.0"), ("string(1.0) + string(-0.5) + string(1e30)", "\"1-0.51e+30\""),
    ("string(b'\\xc3\\xa9') + string(true)", "\"étrue\""), ("bool('TRUE')", "true"),
    ("bytes('é')", "b\"\\xc3\\xa9\""), ("type(1) == int && type(type(1)) == type", "true"),
    ("string(duration('1h30m0.5s'))", "\"5400.5s\""),
    ("int(timestamp('1970-01-01T00:01:00Z'))", "60"),
    ("string(timestamp('2026-07-01T05:30:00.120+05:30'))", "\"2026-07-01T00:00:00.12Z\""),
  ])
  func `conversions keep what they can`(source: String, expected: String) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("timestamp('2026-07-01T06:30:00Z').getHours('America/Phoenix')", "23"),
    ("timestamp('2026-03-08T10:00:00Z').getHours('America/Detroit')", "6"),
    ("timestamp('2026-03-08T06:59:59Z').getHours('America/Detroit')", "1"),
    ("timestamp('2026-07-01T00:00:00Z').getDate('-07:00')", "30"),
    ("timestamp('2024-12-31T00:00:00Z').getDayOfYear()", "365"),
    ("timestamp('2026-11-21T00:00:00Z').getDayOfWeek()", "6"),
    ("timestamp('0001-01-01T00:00:00Z').getFullYear()", "1"),
    ("duration('90m').getHours() + duration('90m').getMinutes()", "91"),
  ])
  func `clocks show what they do around the world`(source: String, expected: String) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("[1, 2, 3].all(x, x > 0) && [1, 2].exists(x, x == 2) && [1, 2].exists_one(x, x > 1)", "true"),
    ("[1, 2, 3].filter(x, x > 1).map(x, x * x)", "[4, 9]"),
    ("[1, 2, 3].map(x, x > 1, x * 10)", "[20, 30]"), ("{'a': 1}.map(k, k)", "[\"a\"]"),
    ("[3, 4].transformList(i, v, v > 3, i)", "[1]"),
    ("['a'].exists(i, v, i == 0 && v == 'a')", "true"),
    ("{'a': 1}.transformMap(k, v, k + string(v))", "{\"a\": \"a1\"}"),
    ("[1, 2].transformMapEntry(i, v, {v: i})", "{1: 0, 2: 1}"),
    ("[1, 2].map(x, [3].map(y, x + y))", "[[4], [5]]"), ("[0, 1].exists(x, 1 / x == 1)", "true"),
    ("cel.bind(x, 3, x * cel.bind(x, 2, x))", "6"), ("has({'a': 1}.a) && !has({'a': 1}.b)", "true"),
    ("optional.of(2).optMap(x, x + 1).value()", "3"), ("{'a': 1}.?b.orValue(7)", "7"),
    ("optional.of(1).orValue(1 / 0)", "1"), ("[1][?3].or(optional.of(4)).value()", "4"),
    ("{?'a': optional.none(), ?'b': optional.of(1)}", "{\"b\": 1}"),
    ("[optional.of(1), optional.none()].unwrapOpt()", "[1]"), ("[1, 2].last().value()", "2"),
  ])
  func `macros and optionals`(source: String, expected: String) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("'tacocat'.indexOf('c', 3) + 'tacocat'.lastIndexOf('a')", "9"),
    ("'a,b'.split(',')", "[\"a\", \"b\"]"),
    ("'abc'.substring(1, 2) + 'abc'.charAt(3)", "\"b\""), ("'é1'.upperAscii().reverse()", "\"1é\""),
    ("'aXbX'.replace('X', '-', 1)", "\"a-bX\""), ("['a', 'b'].join('+')", "\"a+b\""),
    ("'\\u00a0 a '.trim()", "\"a\""), ("strings.quote('a\"\\n')", "\"\\\"a\\\\\\\"\\\\n\\\"\""),
    (
      "'%s|%d|%.2f|%e|%x|%o|%b'.format([[1, 'a'], 2, 2.675, 12345.678, 255, 8, 5])",
      "\"[1, a]|2|2.67|1.234568e+04|ff|10|101\""
    ),
    ("'%.0f %.0f %.3e'.format([2.5, 1e22, 0.0])", "\"2 10000000000000000000000 0.000e+00\""),
    ("math.greatest(1, 2.5, 2u) == 2.5 && math.least([3, -1]) == -1", "true"),
    ("math.round(-1.5) + math.trunc(1.9) + math.abs(-2.0)", "1.0"),
    ("math.bitShiftRight(-1, 63) + math.bitXor(6, 3) + math.sign(-5)", "5"),
    ("'ab12'.matches('^[a-z]+[0-9]{2}$') && !'x'.matches('y')", "true"),
  ])
  func `extensions for texts and mathematics`(source: String, expected: String) throws {
    try check(source, expected)
  }

  @Test(arguments: [
    ("1 / 0", EvaluationError.Code.divisionByZero), ("1u % 0u", .divisionByZero),
    ("9223372036854775807 + 1", .overflow), ("-(-9223372036854775808)", .overflow),
    ("0u - 1u", .overflow), ("int(1e19)", .overflow), ("uint(-1)", .overflow),
    ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", .overflow),
    ("timestamp('2026-02-' + '30T00:00:00Z')", .invalidArgument),
    ("int('1' + '.5')", .invalidArgument),
    ("duration('1' + 'y')", .invalidArgument), ("string(b'\\xff')", .invalidArgument),
    ("timestamp(0).getHours('Nowhere/' + 'City')", .invalidArgument), ("[1][1]", .indexOutOfRange),
    ("timestamp('0000-12-' + '31T00:00:00Z')", .invalidArgument),
    ("{'a': 1}['b']", .noSuchKey), ("{'a': 1}.b", .noSuchKey), ("{1: 1, 1u: 2}", .repeatedKey),
    ("{dyn(1.5): 1}", .invalidKey), ("dyn('a') + 1", .noSuchOverload), ("dyn(1).x", .noSuchField),
    ("optional.none().value()", .emptyOptional), ("'a'.matches(string(b'('))", .invalidPattern),
    ("'abc'.substring(2, 1)", .indexOutOfRange), ("'%d'.format(['a'])", .invalidArgument),
    ("[1, 0].map(x, 1 / x)", .divisionByZero),
    ("[0, 1].exists_one(x, 1 / x == 1)", .divisionByZero),
    ("1 / 0 == 1 || false", .divisionByZero), ("math.abs(-9223372036854775808)", .overflow),
  ])
  func `what has no value says why`(source: String, expected: EvaluationError.Code) throws {
    let expression = try Environment().check(source)
    let error = #expect(throws: EvaluationError.self) { try expression.value() }
    #expect(error?.code == expected)
  }
}
