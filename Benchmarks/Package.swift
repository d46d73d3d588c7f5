// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 with every warning an error.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

/// Lets benchmarks time, and check against, what is behind the doors of Wardway's modules: the declarations that its
/// targets share under the name of their package, which is that of its folder.
let insider: SwiftSetting = {
  let folder = Context.packageDirectory.split(separator: "/").dropLast().last ?? ""
  let name = folder.lowercased().map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" }
  return .unsafeFlags(["-package-name", String(name)])
}()

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
      packageAccess: false, swiftSettings: strict + [insider]),
    .executableTarget(
      name: "atlasbench",
      dependencies: [
        "SeededRandom", .product(name: "Wardway", package: "wardway"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      packageAccess: false, swiftSettings: strict + [insider]),
    .executableTarget(
      name: "provincebench", dependencies: ["SeededRandom", .product(name: "Wardway", package: "wardway")],
      packageAccess: false, swiftSettings: strict + [insider]),
    .executableTarget(
      name: "servicebench",
      dependencies: [
        "SeededRandom", .product(name: "Wardway", package: "wardway"),
        .product(name: "WardwayContract", package: "wardway"),
      ],
      packageAccess: false, swiftSettings: strict + [insider]),

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
      packageAccess: false, swiftSettings: strict + [insider]),
    .testTarget(name: "DIMACSTests", dependencies: ["DIMACS"], swiftSettings: strict),
  ]
)
