// A student information system that checks a file before the state sees it: offline, without a store.
//
//   swift run EmbeddedPrecheck FILE [PACK] [YEAR]

import BundledRulePacks
import CTECore
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
guard let file = arguments.first else {
  print("usage: EmbeddedPrecheck FILE [PACK] [YEAR]")
  exit(64)
}
let packName = arguments.dropFirst().first ?? "arizona"
let year = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 2022

do {
  // 1. The rules: a pack that ships with the package, or a folder of your own.
  let pack = try RulePack.load(
    packName, year: FiscalYear(year), from: BundledRulePacks.library())

  // 2. The check: every cell, and every rule that needs no other records.
  let today = Moment(seconds: Int64(Date().timeIntervalSince1970)).day
  let report = try Precheck(pack: pack, today: today).check(file)

  // 3. What to show: findings by cell, in the words of the pack.
  for finding in report.findings {
    print("\(finding.cell)  \(finding.column): \(finding.message)")
    if let help = finding.help { print("      \(help)") }
  }
  let waiting = report.outcomes.filter { $0.status == .notApplicable }.count
  print("\(report.counts.read) rows read, \(report.counts.rejected) with errors;")
  print("\(waiting) rules wait for the records that only the state has.")
  exit(report.hasErrors ? 1 : 0)
} catch {
  // Packs and files explain their own trouble, with places and help.
  print(error)
  exit(2)
}
