import CTECore
import Foundation

/// What a sequence of imports gave in a store, to be compared with what it gives in another.
struct ImportTranscript {
  /// What an import gave, and what the tenants held afterwards.
  struct Step: Equatable {
    let file: String
    let state: String
    let report: String
    let findings: [Finding]
    let tenants: [TenantContent]
  }

  /// What a tenant holds.
  struct TenantContent: Equatable {
    let counts: [Int]
    let submissions: [Submission]
    let events: [AuditEvent]
    let verdict: AuditVerdict
  }

  var steps: [Step] = []
  let folder: URL
  let tenants: [Tenant]

  /// Imports into two tenants of a store: lists, uploads with mistakes, and all that can come in between.
  static func play(in store: any Store, files folder: URL) async throws -> ImportTranscript {
    let tenants = [
      try await Demo.create("demo", in: store), try await Demo.create("other", in: store),
    ]
    var transcript = ImportTranscript(folder: folder, tenants: tenants)
    for list in Demo.lists + Demo.lists { try await transcript.load(list) }
    for _ in 1...2 { try await transcript.load("upload") }
    for file in files {
      try await transcript.take(file, isDryRun: true)
      try await transcript.take(file, findings: Interrupter())
      for _ in 1...2 { try await transcript.take(file) }
    }
    try await transcript.load("upload", into: 1)
    try await transcript.load("student", into: 1)
    return transcript
  }
}
