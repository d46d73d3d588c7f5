// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 with every warning an error.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
  name: "wardway-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "wardway", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
  ],
  targets: [
    .target(name: "SeededRandom", swiftSettings: strict),
    .executableTarget(
      name: "areabench",
      dependencies: [
        .product(name: "Wardway", package: "wardway"), .product(name: "WardwayCompiler", package: "wardway"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "atlasbench",
      dependencies: [
        "SeededRandom", .product(name: "Wardway", package: "wardway"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "provincebench", dependencies: ["SeededRandom", .product(name: "Wardway", package: "wardway")],
      swiftSettings: strict),
    .executableTarget(
      name: "servicebench",
      dependencies: [
        "SeededRandom", .product(name: "Wardway", package: "wardway"),
        .product(name: "WardwayContract", package: "wardway"),
      ],
      swiftSettings: strict),

    // Shortest paths alone, on graphs out of DIMACS files.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "DIMACS", dependencies: ["CZlib"], swiftSettings: strict),
    .executableTarget(
      name: "graphbench",
      dependencies: [
        "DIMACS", "SeededRandom",
        .product(name: "ShortestPaths", package: "wardway"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "DIMACSTests", dependencies: ["DIMACS"], swiftSettings: strict),
  ]
)
