// swift-tools-version: 6.2
import PackageDescription

/// What Wardway's own targets share under the name of their package, which is that of its folder, is tested here too.
let insider: SwiftSetting = {
  let folder = Context.packageDirectory.split(separator: "/").dropLast(2).last ?? ""
  let name = folder.lowercased().map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" }
  return .unsafeFlags(["-package-name", String(name)])
}()

/// Swift 6 with every warning an error.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error), insider]

// What several threads share, apart from the rest, so that ThreadSanitizer has little to build: Scripts/test-threads.
let package = Package(
  name: "wardway-threads",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "wardway", path: "../..")],
  targets: [
    .executableTarget(
      name: "race", dependencies: [.product(name: "ShortestPaths", package: "wardway")],
      packageAccess: false, swiftSettings: strict),
    .target(name: "MutexEdges", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "TestSupport", path: "TestSupport", exclude: ["Schema"], swiftSettings: strict),
    .testTarget(
      name: "ShortestPathsTests",
      dependencies: [.product(name: "ShortestPaths", package: "wardway"), "TestSupport"],
      path: "ShortestPathsTests", packageAccess: false, swiftSettings: strict),
    .testTarget(
      name: "SharedAtlasTests",
      dependencies: [.product(name: "Wardway", package: "wardway"), "MutexEdges", "TestSupport"],
      path: "SharedAtlasTests", packageAccess: false, swiftSettings: strict),
  ]
)
