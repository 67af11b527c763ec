import Foundation

/// A value as JSON has it, with whole numbers apart from those that are written with a fraction.
enum JSONValue {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads a file, and says what is wrong with it.
  init(file path: String) throws {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw JSONFileError("\(path) can't be read: it is no file, or not open to you")
    }
    do {
      self.init(try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed]))
    } catch {
      let place = (error as NSError).userInfo["NSDebugDescription"] as? String
      throw JSONFileError("\(path) is no JSON" + (place.map { ": \($0)" } ?? ""))
    }
  }

  init(_ object: Any) {
    switch object {
    case let text as String: self = .string(text)
    case let elements as [Any]: self = .array(elements.map { JSONValue($0) })
    case let entries as [String: Any]: self = .object(entries.mapValues { JSONValue($0) })
    case let number as NSNumber: self.init(number)
    default: self = .null
    }
  }

  private init(_ number: NSNumber) {
    let form = String(cString: number.objCType)
    if form == "c" || form == "B" {
      self = .bool(number.boolValue)
    } else if form == "d" || form == "f" {
      self = .double(number.doubleValue)
    } else if form == "Q" {
      self = .uint(number.uint64Value)
    } else {
      self = .int(number.int64Value)
    }
  }
}

extension JSONValue {
  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  var flag: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  var array: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  var object: [String: JSONValue]? {
    if case .object(let entries) = self { return entries }
    return nil
  }
}

/// Why a JSON file, or what stands in it, can't be taken.
struct JSONFileError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
