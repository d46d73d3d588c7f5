// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 with every warning an error.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

// The tests of shortest paths apart from the rest, so that ThreadSanitizer has little to build: Scripts/test-threads.
let package = Package(
  name: "wardway-threads",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "wardway", path: "../..")],
  targets: [
    .executableTarget(
      name: "race", dependencies: [.product(name: "ShortestPaths", package: "wardway")],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ShortestPathsTests",
      dependencies: [.product(name: "ShortestPaths", package: "wardway"), "TestSupport"],
      path: "ShortestPathsTests", swiftSettings: strict),
  ]
)
