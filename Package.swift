// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 with every warning an error.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// The same, and every unsafe construct has to be named.
let library: [SwiftSetting] = strict + [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]

let package = Package(
  name: "wardway",
  platforms: [.macOS(.v15), .iOS(.v18)],
  products: [
    .library(name: "Wardway", targets: ["Wardway"]),
    .library(name: "ShortestPaths", targets: ["ShortestPaths", "Columns"]),
    .library(name: "WardwayDrawing", targets: ["WardwayDrawing"]),
    .library(name: "WardwayContract", targets: ["WardwayContract"]),
    .library(name: "WardwayCompiler", targets: ["WardwayCompiler"]),
    .executable(name: "wardway", targets: ["WardwayTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // What an app links: pure Swift, no C library, no third-party package.
    .target(name: "Columns", swiftSettings: library),
    .target(name: "Geodesy", dependencies: ["Columns"], swiftSettings: library),
    .target(name: "ShortestPaths", dependencies: ["Columns"], swiftSettings: library),
    .target(name: "JSONText", swiftSettings: library),
    .target(
      name: "WardwayMap", dependencies: ["Columns", "Geodesy", "JSONText", "ShortestPaths"],
      swiftSettings: library),
    .target(name: "WardwayRouting", dependencies: ["WardwayMap"], swiftSettings: library),
    .target(name: "WardwayGuidance", dependencies: ["WardwayRouting"], swiftSettings: library),
    .target(name: "WardwayDrawing", dependencies: ["WardwayGuidance"], swiftSettings: library),
    .target(
      name: "Wardway", dependencies: ["Geodesy", "WardwayMap", "WardwayRouting", "WardwayGuidance"],
      swiftSettings: library),

    // Requests and answers as JSON, for whatever serves them.
    .target(
      name: "WardwayContract", dependencies: ["JSONText", "Wardway"], exclude: ["Schema"],
      swiftSettings: library),

    // What makes maps: C and C++ libraries stay here.
    .target(
      name: "COsmium",
      linkerSettings: ["z", "bz2", "expat", "lz4", "pthread"].map { .linkedLibrary($0) }),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev", "proj-data"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(
      name: "WardwayCompiler",
      dependencies: ["JSONText", "WardwayMap", "COsmium", "CExpat", "CGEOS", "CPROJ", "CZip"],
      swiftSettings: library),
    .executableTarget(
      name: "WardwayTool",
      dependencies: [
        "Wardway", "WardwayCompiler", "WardwayContract", "WardwayDrawing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "WardwayFuzz",
      dependencies: [
        "JSONText", "TestSupport", "Wardway", "WardwayCompiler", "WardwayContract",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // What tests of several modules use.
    .target(
      name: "TestSupport", dependencies: ["JSONText"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "GeodesyTests", dependencies: ["Geodesy", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ShortestPathsTests", dependencies: ["ShortestPaths", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "WardwayMapTests", dependencies: ["WardwayMap", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "WardwayCompilerTests", dependencies: ["WardwayCompiler", "Wardway", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WardwayTests", dependencies: ["Wardway", "WardwayCompiler", "TestSupport"], swiftSettings: strict
    ),
    .testTarget(
      name: "WardwayDrawingTests",
      dependencies: ["Wardway", "WardwayCompiler", "WardwayDrawing", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WardwayContractTests",
      dependencies: ["JSONText", "Wardway", "WardwayCompiler", "WardwayContract", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WardwayToolTests", dependencies: ["WardwayTool", "TestSupport"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
