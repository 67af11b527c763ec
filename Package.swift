// swift-tools-version: 6.2
import PackageDescription

// Debian has the headers where every compiler looks; asking pkg-config there only warns where it isn't installed.
#if os(Linux)
  let yamlPkgConfig: String? = nil
#else
  let yamlPkgConfig: String? = "yaml-0.1"
#endif

/// The module of a C library that only spreadsheets need.
func spreadsheetLibrary(_ name: String, _ pkgConfig: String, apt: String, brew: String) -> Target {
  #if os(Linux)
    let pkgConfig: String? = nil
  #endif
  return .systemLibrary(
    name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

// The layers and who may import whom: a target exists to keep a dependency out or a direction in.
// Tests/ArchitectureTests reads the import lines of every file and holds them to the same table.
let package = Package(
  name: "CTECore",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "CTECore", targets: ["CTECore"]),
    .library(name: "CTEStoreSQLite", targets: ["CTEStoreSQLite"]),
    .library(name: "CTESpreadsheets", targets: ["CTESpreadsheets"]),
    .library(name: "BundledRulePacks", targets: ["BundledRulePacks"]),
    .library(name: "CTETestKit", targets: ["CTETestKit"]),
    .library(name: "CEL", targets: ["CEL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Vocabulary and language: they import nothing of ours.
    .target(name: "CTEModel"),
    .target(name: "CEL", exclude: ["README.md"]),

    // Packs.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: yamlPkgConfig,
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "CTERulePack", dependencies: ["CTEModel", "CEL", "CLibYAML"]),

    // Stages: they never import each other.
    .target(
      name: "CTEIntake", dependencies: ["CTERulePack", "CTEModel", "CEL"],
      exclude: ["README.md"]),
    .target(name: "CTEValidation", dependencies: ["CTERulePack", "CTEModel", "CEL"]),
    .target(
      name: "CTEStore",
      dependencies: [
        "CTERulePack", "CTEModel", .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // Composition.
    .target(
      name: "CTECore",
      dependencies: [
        "CTEModel", "CEL", "CTERulePack", "CTEIntake", "CTEValidation", "CTEStore",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // Chosen on purpose.
    .target(
      name: "CTEStoreSQLite",
      dependencies: [
        "CTEModel", "CTERulePack", "CTEStore",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["README.md"]),
    spreadsheetLibrary("CLibZip", "libzip", apt: "libzip-dev", brew: "libzip"),
    spreadsheetLibrary("CExpat", "expat", apt: "libexpat1-dev", brew: "expat"),
    spreadsheetLibrary(
      "CXLSXWriter", "xlsxwriter", apt: "libxlsxwriter-dev", brew: "libxlsxwriter"),
    spreadsheetLibrary("CFreeXL", "freexl", apt: "libfreexl-dev", brew: "freexl"),
    .target(
      name: "CTESpreadsheets",
      dependencies: [
        "CTEModel", "CTERulePack", "CTEIntake", "CLibZip", "CExpat", "CXLSXWriter", "CFreeXL",
      ]),
    .target(
      name: "BundledRulePacks", dependencies: ["CTERulePack"], path: "RulePacks",
      exclude: ["README.md"],
      resources: [.copy("perkins"), .copy("arizona"), .copy("michigan")]),
    .target(
      name: "CTETestKit", dependencies: ["CTEModel", "CTERulePack", "CTEStore", "CTECore"],
      exclude: ["README.md"]),

    // Programs. They are no products: whoever depends on us never fetches what only they need.
    .systemLibrary(name: "CMalloc"),
    .executableTarget(
      name: "cte",
      dependencies: [
        "CMalloc", "CEL", "CTECore", "CTESpreadsheets", "CTEStoreSQLite", "BundledRulePacks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Examples/cte", exclude: ["README.md"]),

    // Tests.
    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "CTEModelTests", dependencies: ["CTEModel"]),
    .executableTarget(
      name: "CELFuzz", dependencies: ["CEL", "CTETestKit"], path: "Tests/CELFuzz",
      exclude: ["Corpus"]),
    .testTarget(name: "CELTests", dependencies: ["CEL", "CELFuzz", "CTETestKit"]),
    .testTarget(
      name: "CTERulePackTests",
      dependencies: ["CEL", "CTEModel", "CTERulePack", "BundledRulePacks", "CTETestKit"],
      exclude: ["BrokenPacks", "Lakeland"]),
    .testTarget(
      name: "CTEIntakeTests",
      dependencies: ["CTEIntake", "CTEModel", "CTERulePack", "CTETestKit"]),
    .executableTarget(
      name: "HostileFiles",
      dependencies: ["CTERulePack", "CTEIntake", "CTESpreadsheets", "CTETestKit"],
      path: "Tests/HostileFiles"),
    .testTarget(
      name: "CTESpreadsheetsTests",
      dependencies: [
        "CTEModel", "CTERulePack", "CTEIntake", "CTESpreadsheets", "CTETestKit", "HostileFiles",
      ]),
    .testTarget(
      name: "CTEValidationTests",
      dependencies: ["CEL", "CTEModel", "CTERulePack", "CTEValidation", "CTETestKit"]),
    .testTarget(
      name: "CTECoreTests",
      dependencies: [
        "CTEModel", "CTECore", "CTESpreadsheets", "CTEStoreSQLite", "BundledRulePacks",
        "CTETestKit",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "CrashHarness",
      dependencies: [
        "CTEModel", "CTECore", "CTEStore", "CTEStoreSQLite", "BundledRulePacks",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/CrashHarness"),
    .testTarget(
      name: "CTEStoreSQLiteTests",
      dependencies: [
        "CTEModel", "CTECore", "CTEStore", "CTEStoreSQLite", "CrashHarness",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Version1", "Version2"]),
    .testTarget(name: "ExampleTests", dependencies: ["cte", "CTEIntake"]),
  ]
)

// https://github.com/swiftlang/swift-evolution: SE-0335, SE-0409, SE-0444, SE-0461, SE-0470.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
  ]
}
