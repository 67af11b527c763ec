import CEL
import CTEModel

@testable import CTERulePack

/// A rule about course enrollments of which only matters what is proved of it.
struct RuleSketch: Sendable {
  let name: String
  let requirement: String?
  let after: [String]
  let severity: Severity

  init(
    _ name: String, _ requirement: String?, after: [String] = [], severity: Severity = .error
  ) {
    self.name = name
    self.requirement = requirement
    self.after = after
    self.severity = severity
  }

  func rule(in environment: Environment = .enrollments) throws -> Rule {
    Rule(
      id: RuleID("lakeland:\(name)"), summary: name, type: .courseEnrollment,
      after: after.map { RuleID("lakeland:\($0)") }, severity: severity,
      officialName: nil, gridName: nil,
      requirement: try requirement.map { try environment.check($0) },
      blames: [0],
      message: MessageTemplate(parts: []), expected: nil, help: nil, source: "manual, 1",
      accepted: [], rejected: [], origin: .init(file: "lakeland/rules/\(name).yaml"),
      requirementOrigin: nil, requirementPlaces: nil)
  }
}

extension Environment {
  /// What rules about course enrollments may use.
  static let enrollments: Environment = {
    var environment = Environment()
    let schema = RecordSchema.of(.courseEnrollment)
    for schema in [schema, .of(.student)] { environment.declare(schema) }
    for field in schema.fields { environment.declare(field.name, as: field.type) }
    environment.declare("this", as: .record(schema.name))
    environment.declare("person", as: .record("student"))
    environment.declare("enrollments", as: .list(.record(schema.name)))
    environment.declare("year", as: .int)
    environment.declare("today", as: .timestamp)
    environment.declare("parameters.weeks.min", as: .int)
    environment.declare("parameters.weeks.max", as: .int)
    environment.declare("parameters.kinds", as: .list(.string))
    return environment
  }()

  /// The values of its parameters.
  static let constants: [String: Value] = [
    "parameters.weeks.min": 4, "parameters.weeks.max": 40, "parameters.kinds": ["a", "b"],
  ]
}
