// swift-tools-version: 6.2
import PackageDescription

// A package of its own, as a vendor's: it sees nothing but what CEL makes public.
let package = Package(
  name: "EmbeddedRules",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "CTECore", path: "../..")],
  targets: [
    .executableTarget(
      name: "EmbeddedRules", dependencies: [.product(name: "CEL", package: "CTECore")],
      path: "Sources")
  ]
)
