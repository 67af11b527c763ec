// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "RuleBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "CTECore", path: "../../..")],
  targets: [
    .executableTarget(
      name: "RuleBenchmark", dependencies: [.product(name: "CEL", package: "CTECore")],
      path: "Sources")
  ]
)
