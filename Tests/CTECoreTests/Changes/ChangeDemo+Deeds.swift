import CTECore

extension ChangeDemo {
  /// What became of something that somebody did to a tenant.
  struct Answer: Equatable {
    let fate: ChangeModel.Fate
    /// What was told of it.
    let told: [String]
    /// How many records are gone, are others than before, and are new or back; nil where that isn't told.
    var counts: [Int]?
  }

  /// Does something; of what can be planned, a plan is made first.
  func take(_ deed: RandomLife.Deed) async throws -> Answer {
    do {
      switch deed {
      case .enroll(let records):
        return try await answer(
          upload(text(of: records, Self.enrollmentTitles), as: "registrations"))
      case .record(let records):
        return try await answer(upload(text(of: records, Self.historyTitles), as: "history"))
      case .add(let type, let values):
        return try await answer(
          tenant.add(RecordDraft(type.type, values), at: Self.moment))
      case .modify(let record, let values):
        return try await answer(
          tenant.modify(record.id, of: record.type.type, values, at: Self.moment))
      default: return try await answer(takenBack(deed))
      }
    } catch let error as ChangeError {
      return Answer(fate: .refused, told: [error.message])
    }
  }

  private func takenBack(_ deed: RandomLife.Deed) async throws -> ChangeReport {
    let before = try await present()
    let plan = try await takeBack(deed, isPlan: true)
    let report = try await { () async throws -> ChangeReport in
      guard try await present() == before else { throw Unexpected("the plan changed something") }
      return try await takeBack(deed, isPlan: false)
    }()
    guard plan.told == report.told else {
      throw Unexpected("planned \(plan.told), done \(report.told)")
    }
    return report
  }

  private func takeBack(
    _ deed: RandomLife.Deed, isPlan: Bool
  ) async throws -> ChangeReport {
    switch deed {
    case .delete(let records):
      try await tenant.delete(
        records.map(\.id), of: records[0].type.type, isPlan: isPlan, at: Self.moment)
    case .withdraw(let number):
      try await tenant.withdraw(submission: number, isPlan: isPlan, at: Self.moment)
    case .undo(let event):
      try await tenant.undo(event: event, isPlan: isPlan, at: Self.moment)
    case .undoWithdrawal(let number):
      try await tenant.undo(withdrawalOf: number, isPlan: isPlan, at: Self.moment)
    default: throw Unexpected("this isn't taken back")
    }
  }

  private func text(of records: [ModelRecord], _ titles: String) -> String {
    let fields =
      titles == Self.historyTitles
      ? ["year", "student", "program", "credentialCode", "day", "passed"]
      : ["year", "student", "program", "school", "course", "credits"]
    let words = ["true": "Y", "false": "N"]
    return Self.text(
      titles,
      records.map { record in
        fields.map { record.values[$0] ?? "" }.map { words[$0] ?? $0 }.joined(separator: " ")
      })
  }
}

extension ChangeDemo {
  /// The enrollments and credentials as a model has them.
  func present() async throws -> Set<ModelRecord> {
    var present: Set<ModelRecord> = []
    for type in ModelType.allCases {
      let entries = try await tenant.records(of: type.type)
      let records = entries.map { entry in
        ModelRecord(
          type: type, values: entry.values, submission: entry.id.submission, row: entry.id.row,
          saved: entry.savedIn ?? 0)
      }
      present.formUnion(records)
      guard present.isSuperset(of: records), Set(entries.map(\.id)).count == entries.count else {
        throw Unexpected("two records have one name")
      }
    }
    return present
  }

  private func answer(_ report: ImportReport) -> Answer {
    Answer(
      fate: report.state == .committed ? .done : .idle,
      told: ["\(report.state) \(report.counts) \(report.submission ?? 0)"])
  }

  private func answer(_ report: EntryReport) -> Answer {
    Answer(
      fate: report.record == nil ? .idle : .done,
      told: ["\(String(describing: report.record))"] + report.findings.map { "\($0)" })
  }

  private func answer(_ report: ChangeReport) -> Answer {
    Answer(
      fate: .done, told: report.told,
      counts: [
        report.count(of: .removed) + report.count(of: .removedAlong),
        report.count(of: .earlierAgain), report.count(of: .putBack),
      ])
  }
}

extension ModelType {
  /// The type of the records.
  var type: RecordType { self == .enrollment ? .courseEnrollment : .credentialAttempt }
}
