import CTECore

/// What a tenant should hold, computed from all that ever happened in the slowest and simplest way.
///
/// It keeps no journal: what was there before an event is what all the events before it give.
struct ChangeModel {
  /// An event, as far as it is about enrollments and credentials.
  enum Act {
    /// Something else.
    case other
    /// A file, with the records that it brings and the rows in which they stand.
    case upload(Int, [ModelRecord])
    /// A record that a person saves, in place of another or of none.
    case save(ModelKey?, ModelRecord)
    case delete([ModelKey])
    case withdraw(Int)
    case undo(Int)
  }

  /// All events; the first has the number 1.
  var acts: [Act]
  /// What stood in the rows of each submission's file.
  var files: [Int: [[String: String]]] = [:]

  /// Creates the model of a tenant with which a case begins.
  init() {
    let enrolled = [2, 3].map { row in
      ModelRecord(
        type: .enrollment,
        values: [
          "year": "2026", "student": "00000\(row - 1)", "program": "P1", "school": "S1",
          "course": "C1",
        ], submission: 2, row: row)
    }
    acts =
      [.other]
      + (1...ChangeDemo.firstSubmissions).map { .upload($0, $0 == 2 ? enrolled : []) }
  }

  typealias State = [ModelKey: ModelRecord]

  /// Returns what there is after each event, beginning with what there was before the first.
  func states() -> [State] {
    var states: [State] = [[:]]
    for event in acts.indices {
      var story = ChangeStory(acts: Array(acts[..<event]), states: states)
      story.play(acts[event])
      states.append(story.state)
    }
    return states
  }

  /// The number of the event that is next.
  var nextEvent: Int { acts.count + 1 }

  /// The numbers of the submissions.
  var submissions: [Int] {
    acts.compactMap { if case .upload(let number, _) = $0 { number } else { nil } }
  }
}

/// A type of records that come and go.
enum ModelType: CaseIterable {
  case enrollment, attempt
}

/// What tells a record from others.
struct ModelKey: Hashable {
  let type: ModelType
  let parts: [String]
}

/// A version of a record.
struct ModelRecord: Hashable {
  let type: ModelType
  var values: [String: String]
  var submission: Int
  var row: Int
  var saved = 0

  var key: ModelKey {
    switch type {
    case .enrollment:
      ModelKey(
        type: type,
        parts: ["year", "student", "school", "program", "course"].map { values[$0] ?? "" })
    case .attempt:
      ModelKey(
        type: type,
        parts: [
          values["student"] ?? "", values["credential"] ?? "", "\(submission)", "\(row)",
        ])
    }
  }

  var id: RecordID { RecordID(submission: submission, row: row) }

  /// What an enrollment supports, and what a credential rests on.
  var support: [String] { ["year", "student", "program"].map { values[$0] ?? "" } }

  /// What a student can have once; nil where that isn't known.
  var identity: [String]? {
    guard type == .attempt, let credential = values["credential"] else { return nil }
    return [values["student"] ?? "", credential]
  }
}
