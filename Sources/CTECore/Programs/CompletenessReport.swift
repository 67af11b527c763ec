public import CTERulePack

/// Whether each active program of a year either has credentials or is declared to have none.
public struct CompletenessReport: Sendable {
  /// The programs that were looked at.
  public let programs: [OfferedProgram]
  let pack: RulePack

  /// Creates the report on some programs.
  ///
  /// - Parameters:
  ///   - programs: The programs.
  ///   - pack: The pack that names the columns for people.
  public init(on programs: [OfferedProgram], in pack: RulePack) {
    self.programs = programs
    self.pack = pack
  }

  /// How many have credentials.
  public var withCredentials: Int { programs.count { $0.credentialCount > 0 } }
  /// How many are declared to have none.
  public var declared: Int { programs.count(where: \.declaresNone) }
  /// Those that have neither credentials nor the declaration.
  public var lacking: [OfferedProgram] {
    programs.filter { $0.credentialCount == 0 && !$0.declaresNone }
  }
  /// Those that have both, which nothing that is entered or uploaded can bring about.
  public var contradictory: [OfferedProgram] {
    programs.filter { $0.credentialCount > 0 && $0.declaresNone }
  }
  /// Whether there is nothing to do.
  public var isComplete: Bool { lacking.isEmpty && contradictory.isEmpty }
}
