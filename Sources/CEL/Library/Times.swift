extension StandardLibrary {
  static let times =
    [
      field("getFullYear") { time, _ in time.day.year },
      field("getMonth") { time, _ in time.day.month - 1 },
      field("getDate") { time, _ in time.day.day },
      field("getDayOfMonth") { time, _ in time.day.day - 1 },
      field("getDayOfWeek") { time, _ in time.dayOfWeek },
      field("getDayOfYear") { time, _ in time.day.dayOfYear },
      field("getHours") { time, _ in
        time.hour
      } of: {
        $0.components.seconds / 3600
      },
      field("getMinutes") { time, _ in
        time.minute
      } of: {
        $0.components.seconds / 60
      },
      field("getSeconds") { time, _ in
        time.second
      } of: {
        $0.components.seconds
      },
      field("getMilliseconds") { _, moment in
        Int(moment.nanoseconds) / 1_000_000
      } of: {
        $0.components.attoseconds / 1_000_000_000_000_000
      },
    ].flatMap { $0 }

  /// A method that reads a part of a point in time in UTC or a time zone, or converts a span.
  ///
  /// Whether a zone's clocks are set for summer has to be found out, so it costs more.
  private static func field(
    _ name: String, _ part: @escaping @Sendable (WallTime, Timestamp) -> Int,
    of spanPart: (@Sendable (Duration) -> Int64)? = nil
  ) -> [Definition] {
    var signatures: [Signature] = [.of(.timestamp, gives: .int)]
    if spanPart != nil { signatures.append(.of(.duration, gives: .int)) }
    let inUTC: @Sendable (Value) throws(Failure) -> Value = { value throws(Failure) in
      switch value {
      case .timestamp(let moment): return .int(Int64(part(WallTime(moment, offset: 0), moment)))
      case .duration(let span):
        if let spanPart { return .int(spanPart(span)) }
        throw Failure(.noSuchOverload)
      default: throw Failure(.noSuchOverload)
      }
    }
    let inZone = Definition(name, .of(.timestamp, .string, gives: .int), cost: .fixed(20)) {
      value, zone throws(Failure) in
      guard case .timestamp(let moment) = value, case .string(let zone) = zone else {
        throw Failure(.noSuchOverload)
      }
      guard let offset = TimeZones.offset(of: zone, at: moment) else {
        throw Failure(.invalidArgument)
      }
      return .int(Int64(part(WallTime(moment, offset: offset), moment)))
    }
    return [Definition(name, signatures, body: .unary(inUTC)), inZone]
  }
}
