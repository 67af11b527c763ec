import ArgumentParser
import BundledRulePacks
import CTECore
import CTEStoreSQLite
import Foundation

/// Where the tenants' data lies and who uses it.
struct StoreOptions: ParsableArguments {
  @Option(
    help: "The folder of the tenants' data (else $CTE_DATA, else the platform's data folder).")
  var data: String?

  @Option(name: .customLong("as"), help: "Who makes the call (else the local operator).")
  var actor: String?

  var store: any Store { files }

  /// The store as what it is on the disk, which can be backed up.
  var files: SQLiteStore { SQLiteStore(at: folder) }

  var caller: Actor { actor.map { Actor($0) } ?? .localOperator }

  func validate() throws {
    guard let actor else { return }
    if actor.allSatisfy(\.isWhitespace) {
      throw ValidationError("--as names nobody; leave it out to be the local operator")
    }
    if Actor(actor) == .localOperator {
      throw ValidationError(
        "'\(actor)' is nobody's name; leave --as out to be the local operator")
    }
  }

  private var folder: URL {
    if let folder = data ?? ProcessInfo.processInfo.environment["CTE_DATA"] {
      return URL(fileURLWithPath: folder)
    }
    let home = FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)
      .first
    return (home ?? FileManager.default.temporaryDirectory).appendingPathComponent("cte")
  }

  func tenant(_ name: String, on day: CalendarDay? = nil) async throws -> Tenant {
    try await Tenant(tenantID(name), in: store, packs: Packs.library, as: caller, on: day)
  }

  /// Makes sure that the caller administers a tenant.
  ///
  /// - Parameter action: What they ask for, as in "only who administers the tenant can …".
  func requireAdministrator(of id: TenantID, to action: String) async throws {
    try await Tenant.requireAdministrator(
      caller, of: id, to: action, in: store, packs: Packs.library)
  }

  /// Returns a command as it is typed to go on with the same data as the same actor.
  func typed(_ command: String) -> String {
    let own = [("--data", data), ("--as", actor)].compactMap { name, value in
      value.map { " \(name) \($0.quotedForShell)" }
    }
    return "cte \(command)" + own.joined()
  }

  func tenantID(_ name: String) throws -> TenantID {
    guard let id = TenantID(name) else {
      throw ValidationError(
        "'\(name)' is no tenant's name; use lower-case letters, digits and hyphens, such as lakeland-2026"
      )
    }
    return id
  }
}

/// The day on which a command runs.
struct DayOption: ParsableArguments {
  @Option(name: .customLong("on"), help: "The day that counts as today, as yyyy-mm-dd.")
  var day: Day?

  /// The day that rules call today.
  var today: CalendarDay { day?.value ?? now.day }

  /// The option as it was typed, to go on as of the same day; empty where it wasn't given.
  var typed: String { day.map { " --on \($0.value)" } ?? "" }

  /// The time by the machine's clock, whichever day counts as today.
  var now: Moment { .now }
}

extension Moment {
  /// The time by the machine's clock.
  static var now: Moment { Moment(seconds: Int64(Date().timeIntervalSince1970)) }
}

/// A day as an argument.
struct Day: ExpressibleByArgument {
  let value: CalendarDay

  init?(argument: String) {
    guard let day = CalendarDay(isoText: argument) else { return nil }
    value = day
  }
}

/// A fiscal year as an argument.
struct Year {
  let value: FiscalYear

  /// The years whose days and neighbours can be written.
  private static let known = 2...9998

  /// Reads a year with its four digits, or returns nil where that is none.
  init?(_ argument: String) {
    guard argument.utf8.count == 4, argument.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(argument), Self.known.contains(number)
    else { return nil }
    value = FiscalYear(number)
  }

  /// Reads a year, or says what one is.
  static func read(_ argument: String) throws -> Year {
    guard let year = Year(argument) else {
      throw ValidationError("a year has four digits, such as 2026")
    }
    return year
  }
}

extension Option where Value == Year {
  /// An option that takes a year, and says what one is where it gets something else.
  init(help: ArgumentHelp) {
    self.init(help: help, transform: Year.read)
  }
}

extension Option where Value == Year? {
  /// The same where a year may be left out.
  init(help: ArgumentHelp) {
    self.init(help: help, transform: Year.read)
  }
}

/// Where packs are found: beside the program, in the folders of `$CTE_PACKS`, and among the shipped ones.
enum Packs {
  /// Returns the path of a folder that has a pack, though it is named without a slash, or else the name.
  static func named(_ pack: String) -> String {
    if pack.contains("/") { return pack }
    let manifest = URL(fileURLWithPath: pack).appendingPathComponent("pack.yaml")
    return FileManager.default.fileExists(atPath: manifest.path) ? "./\(pack)" : pack
  }

  /// The names of the packs that ship with the package.
  static var shipped: [String] { BundledRulePacks.library().names }

  static var library: PackLibrary {
    let program = Bundle.main.bundleURL
    let named = (ProcessInfo.processInfo.environment["CTE_PACKS"] ?? "").split(separator: ":").map {
      URL(fileURLWithPath: String($0))
    }
    return BundledRulePacks.library(after: [program.appendingPathComponent("RulePacks")] + named)
  }
}
