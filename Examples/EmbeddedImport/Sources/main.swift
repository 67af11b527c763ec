// A vendor's tool with a store of its own: it loads lists once, then takes in what schools send.
//
//   swift run EmbeddedImport FOLDER FILE…
//
// FOLDER holds the tenant's data. The files are imported in their order; each finds its format by its titles.

import BundledRulePacks
import CTECore
import CTEStoreSQLite
import Foundation

/// What the tool keeps of a file for its own screen: the first findings of each rule.
final class Screen: FindingSink {
  private(set) var examples: [RuleID: Finding] = [:]

  func receive(_ findings: [Finding]) {
    for finding in findings where examples[finding.rule] == nil {
      examples[finding.rule] = finding
    }
  }
}

func now() -> Moment {
  Moment(seconds: Int64(Date().timeIntervalSince1970))
}

/// Opens the tenant, and makes it the first time.
func openTenant(in folder: URL) async throws -> Tenant {
  guard let id = TenantID("sample-vendor") else {
    preconditionFailure("the name is a tenant's name")
  }
  let store = SQLiteStore(at: folder)
  let packs = BundledRulePacks.library()
  let clerk = Actor("sample clerk")
  if try await store.tenants().contains(id) {
    return try await Tenant(id, in: store, packs: packs, as: clerk)
  }
  let settings = TenantSettings(pack: "arizona", year: FiscalYear(2022))
  return try await Tenant.create(
    id, settings: settings, in: store, packs: packs, as: clerk, at: now())
}

func show(_ report: ImportReport, _ screen: Screen) {
  print("\(report.format): \(report.state.rawValue)")
  print(
    "  \(report.counts.read) read, \(report.counts.accepted) accepted,",
    "\(report.counts.unchanged) unchanged, \(report.counts.rejected) rejected")
  for outcome in report.outcomes where outcome.status == .failed {
    guard let example = screen.examples[outcome.rule] else { continue }
    print("  \(outcome.count) x \(outcome.rule), first at \(example.cell): \(example.message)")
  }
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard let folder = arguments.first, arguments.count > 1 else {
  print("usage: EmbeddedImport FOLDER FILE…")
  exit(64)
}

do {
  let tenant = try await openTenant(in: URL(fileURLWithPath: folder))
  var hasErrors = false
  for file in arguments.dropFirst() {
    // Findings arrive while the file is read; the report comes when its rows are committed.
    let screen = Screen()
    let report = try await tenant.importFile(file, at: now(), findings: screen)
    show(report, screen)
    hasErrors = hasErrors || report.hasErrors
  }

  // The store remembers who sent what, and its log shows whether anybody meddled with it.
  for submission in try await tenant.submissions() {
    print("#\(submission.number) \(submission.fileName) by \(submission.actor)")
  }
  let events = try await tenant.auditEvents()
  print("\(events.count) events, \(AuditEvent.firstBreak(in: events) == nil ? "whole" : "broken")")
  print("\(try await tenant.count(of: .credentialAttempt)) credentials are recorded")
  exit(hasErrors ? 1 : 0)
} catch {
  print(error)
  exit(2)
}
