// swift-tools-version: 6.2
import PackageDescription

/// Drives are checked below the planner's door: with what Wardway's targets share under the name of their package, which
/// is that of its folder.
let insider: SwiftSetting = {
  let folder = Context.packageDirectory.split(separator: "/").dropLast(2).last ?? ""
  let name = folder.lowercased().map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" }
  return .unsafeFlags(["-package-name", String(name)])
}()

let package = Package(
  name: "wardway-drivecheck",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "wardway", path: "../..")],
  targets: [
    .executableTarget(
      name: "drivecheck", dependencies: [.product(name: "Wardway", package: "wardway")],
      packageAccess: false, swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error), insider])
  ]
)
