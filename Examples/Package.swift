// swift-tools-version: 6.2
import PackageDescription

/// What an app needs of Wardway: one dependency, one product, no C library.
let package = Package(
  name: "wardway-examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "wardway", path: "..")],
  targets: ["hello-route", "handoff", "own-profile", "province", "visit-day", "guide"].map { name in
    .executableTarget(
      name: name,
      dependencies: [.product(name: "Wardway", package: "wardway")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  }
)
