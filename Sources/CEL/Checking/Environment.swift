/// What expressions may use: the language itself, and the variables, records and functions of a host.
///
/// ```swift
/// var environment = Environment()
/// environment.declare("grade", as: .int)
/// let isSenior = try environment.check("grade == 12")
/// try isSenior.value(over: ["grade": .int(12)])  // true
/// ```
public struct Environment: Sendable {
  /// The namespace in which names are looked up first, such as `org.example`; empty where there is none.
  public let container: String
  package private(set) var variables: [Variable] = []
  private var places: [String: Int] = [:]
  package private(set) var schemas: [String: RecordSchema] = [:]
  private(set) var functions = StandardLibrary.functions

  /// A variable of the host.
  package struct Variable {
    package let name: String
    package let type: ValueType
    let maximumSize: UInt64?
  }

  /// Creates an environment of the language alone.
  public init(container: String = "") {
    self.container = container
  }

  /// Declares a variable.
  ///
  /// - Parameters:
  ///   - name: Its name, which may have points in it.
  ///   - type: The type of its values.
  ///   - size: The most bytes of a text, or elements of a list or map, that its values have; nil where that isn't known.
  ///     It only makes estimates of cost better.
  public mutating func declare(_ name: String, as type: ValueType, atMost size: UInt64? = nil) {
    let variable = Variable(name: name, type: type, maximumSize: size)
    if let place = places[name] {
      variables[place] = variable
    } else {
      places[name] = variables.count
      variables.append(variable)
    }
  }

  /// Declares a kind of record. A schema of the same name takes the place of an earlier one.
  public mutating func declare(_ schema: RecordSchema) {
    schemas[schema.name] = schema
  }

  /// Declares a function, or adds a form to one.
  ///
  /// - Parameters:
  ///   - function: Its name, which may have points in it unless it is a method.
  ///   - overload: The form, whose types differ from those of the function's other forms.
  public mutating func declare(_ function: String, _ overload: Overload) {
    precondition(
      !functions[function, default: []].contains {
        $0.isMember == overload.isMember && $0.parameters == overload.parameters
      }, "\(overload.signature(of: function)) is declared already")
    functions[function, default: []].append(overload)
  }

  /// Parses and checks an expression.
  ///
  /// - Throws: `SourceIssues` with every mistake in it.
  public func check(_ source: String) throws(SourceIssues) -> CheckedExpression {
    try CheckedExpression(source, in: self, isStrict: true)
  }

  /// Parses an expression, and leaves its types to be found out when it is evaluated.
  ///
  /// - Throws: `SourceIssues` with every mistake in its writing.
  public func parse(_ source: String) throws(SourceIssues) -> CheckedExpression {
    try CheckedExpression(source, in: self, isStrict: false)
  }
}

extension Environment {
  /// Returns the names that a name may mean, the innermost namespace first.
  func candidates(for name: String) -> [String] {
    if name.hasPrefix(".") { return [String(name.dropFirst())] }
    var candidates: [String] = []
    var namespace = container[...]
    while !namespace.isEmpty {
      candidates.append("\(namespace).\(name)")
      namespace = namespace.lastIndex(of: ".").map { namespace[..<$0] } ?? ""
    }
    return candidates + [name]
  }

  /// Returns the place of the variable of exactly this name.
  func place(of name: String) -> Int? { places[name] }

  /// Returns the place of the variable that a name means.
  func variable(_ name: String) -> Int? {
    candidates(for: name).lazy.compactMap { places[$0] }.first
  }

  /// Returns the type that a name denotes, such as `int`.
  func denotation(_ name: String) -> ValueType? {
    candidates(for: name).lazy.compactMap { name in
      ValueType.denotations[name] ?? schemas[name].map { .record($0.name) }
    }.first
  }

  /// Returns the schema that a name means.
  func schema(_ name: String) -> RecordSchema? {
    candidates(for: name).lazy.compactMap { schemas[$0] }.first
  }

  /// Returns the function that a name means, with its forms.
  func function(_ name: String) -> (name: String, overloads: [Overload])? {
    candidates(for: name).lazy.compactMap { name in functions[name].map { (name, $0) } }.first
  }
}
