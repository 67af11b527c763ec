import ArgumentParser
import CTECore

/// Options of the commands that take something back, after a plan of it if that is wished.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var tenant: TenantOptions
  @Flag(help: "Change nothing; only say what would become of which records.")
  var plan = false
  @OptionGroup var day: DayOption
  @OptionGroup var output: OutputOption

  /// What the library is told of how the change is asked for.
  struct Asking {
    let isPlan: Bool
    let moment: Moment
    let day: CalendarDay
  }

  /// Makes a change or its plan, prints the report, and says what to type next.
  ///
  /// - Parameters:
  ///   - command: What does it, as it was typed.
  ///   - undo: What undoes it, as it is typed, after the event of its report; nil for the undo of the event.
  func run(
    _ command: String, undo: String? = nil,
    _ body: (Tenant, Asking) async throws -> ChangeReport
  ) async throws {
    let opened = try await tenant.open(on: day.today)
    let asking = Asking(isPlan: plan, moment: day.now, day: day.today)
    let report = try await telling { try await body(opened, asking) }
    let next =
      report.event.map { "To undo it: \(tenant.typed(undo ?? "undo \($0)"))" }
      ?? "To do it: \(tenant.typed(command))\(day.typed)"
    try output.print(json: report.json(), text: report.text() + "\n" + next)
  }
}
