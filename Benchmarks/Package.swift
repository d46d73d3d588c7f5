// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "wardway-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "wardway", path: "..")],
  targets: [
    .executableTarget(
      name: "areabench",
      dependencies: [
        .product(name: "Wardway", package: "wardway"), .product(name: "WardwayCompiler", package: "wardway"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "atlasbench", dependencies: [.product(name: "Wardway", package: "wardway")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "provincebench", dependencies: [.product(name: "Wardway", package: "wardway")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
  ]
)
