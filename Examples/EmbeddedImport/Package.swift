// swift-tools-version: 6.2
import PackageDescription

// A package of its own, as a vendor's: it sees nothing but what CTECore makes public.
let package = Package(
  name: "EmbeddedImport",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "CTECore", path: "../..")],
  targets: [
    .executableTarget(
      name: "EmbeddedImport",
      dependencies: [
        .product(name: "CTECore", package: "CTECore"),
        .product(name: "BundledRulePacks", package: "CTECore"),
        .product(name: "CTEStoreSQLite", package: "CTECore"),
      ],
      path: "Sources")
  ]
)
