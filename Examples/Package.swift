// swift-tools-version: 6.2
import PackageDescription

/// What an app needs of Wardway: one dependency, one product, no C library.
///
/// Their code is also that of the documentation, which Scripts/docs checks.
let package = Package(
  name: "wardway-examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "wardway", path: "..")],
  targets: [
    ("hello-route", "Wardway"), ("handoff", "Wardway"), ("own-profile", "Wardway"), ("province", "Wardway"),
    ("visit-day", "Wardway"), ("guide", "Wardway"), ("shortest-paths", "ShortestPaths"),
  ].map { name, product in
    .executableTarget(
      name: name,
      dependencies: [.product(name: product, package: "wardway")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  }
)
