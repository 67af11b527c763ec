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
    ]

  /// A method that reads a part of a point in time in UTC or a time zone, or converts a span.
  private static func field(
    _ name: String, _ part: @escaping @Sendable (WallTime, Timestamp) -> Int,
    of spanPart: (@Sendable (Duration) -> Int64)? = nil
  ) -> Definition {
    var signatures: [Signature] = [
      .of(.timestamp, gives: .int), .of(.timestamp, .string, gives: .int),
    ]
    if spanPart != nil { signatures.append(.of(.duration, gives: .int)) }
    let body: @Sendable ([Value]) throws(Failure) -> Value = { arguments throws(Failure) in
      switch (arguments[0], arguments.count) {
      case (.timestamp(let moment), 1):
        return .int(Int64(part(WallTime(moment, offset: 0), moment)))
      case (.timestamp(let moment), 2):
        guard case .string(let zone) = arguments[1] else { break }
        guard let offset = TimeZones.offset(of: zone, at: moment) else {
          throw Failure(.invalidArgument)
        }
        return .int(Int64(part(WallTime(moment, offset: offset), moment)))
      case (.duration(let span), 1):
        if let spanPart { return .int(spanPart(span)) }
      default: break
      }
      throw Failure(.noSuchOverload)
    }
    return Definition(name, signatures, body: .variadic(body))
  }
}
