// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who depends on CTECore fetches what only benchmarks need.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "CTECore", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without its traits it needs no library that replaces malloc.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "TypicalRule", dependencies: [.product(name: "CEL", package: "CTECore")]),
    .executableTarget(
      name: "jobs",
      dependencies: [
        "TypicalRule", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "Micro",
      dependencies: [
        "TypicalRule",
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "BundledRulePacks", package: "CTECore"),
        .product(name: "CEL", package: "CTECore"),
        .product(name: "CTECore", package: "CTECore"),
        .product(name: "CTESpreadsheets", package: "CTECore"),
        .product(name: "CTEStoreSQLite", package: "CTECore"),
      ],
      path: "Benchmarks/Micro",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
