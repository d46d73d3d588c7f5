import Foundation
import WardwayMap

@testable import WardwayCompiler

/// Hospitals, with the streets around them and in files of their own.
extension DiagnosticCase {
  private static let street = "st: highway=residential name=Street parking:both=lane"
  private static let campus = "AhBCDA: amenity=hospital name=H"
  /// A street, and a campus that it doesn't touch.
  private static let apart = "s--------t\n   g\nA--h--B\n|  |  |\n| i-j |\nD-----C"
  /// A street, and a campus at it.
  private static let near = "s--g-----t\nA--h--B\n| i-j |\nD-----C"

  static let venues: [DiagnosticCase] = [
    drawn(.hospitalWithoutOutline, on: apart, [street], nodes: ["i: amenity=hospital name=H"]),
    drawn(
      .overlappingVenues, on: "s--g-----t\nA--h----B\n| i-j   |\n|   E-F |\n|   H-G |\nD-------C",
      [
        "sgt: highway=residential name=Street", "AhBCDA: amenity=hospital name=One", "hij: highway=footway",
        "EFGHE: amenity=hospital name=Two", "gh: highway=footway",
      ]),
    drawn(
      .unnamedVenue, .venueWithoutCarPark, on: near,
      [
        "sgt: highway=residential name=Street", "AhBCDA: amenity=hospital", "hij: highway=footway",
        "gh: highway=footway",
      ]),
    drawn(.unreachedEntrance, on: apart, [street, campus], nodes: ["h: entrance=main"]),
    drawn(.venueWithoutEntrance, on: apart, [street, campus, "ij: highway=footway"]),
    drawn(
      .venueWithoutIndoorWays, on: apart,
      [
        street, "AhBCDA: building=hospital amenity=hospital name=H", "sg: highway=footway",
        "gh: highway=footway",
      ], nodes: ["h: entrance=main"]),
    drawn(.venueWithoutWays, on: apart, [street, campus]),
  ].flatMap { $0 }

  /// What is said when hospitals are added to an atlas of one street.
  private static func added(
    _ code: Diagnostic.Code, _ add: @escaping @Sendable (VenueFiles) throws -> AdditionReport
  ) -> DiagnosticCase {
    DiagnosticCase(code) {
      let report = try add(try VenueFiles())
      return report.diagnostics + report.files.flatMap(\.diagnostics)
    }
  }

  static let addedVenues: [DiagnosticCase] = [
    added(.unreadableFile) { try $0.add(try $0.write("<osm", as: "broken")) },
    added(.duplicateVenue) { try $0.add(try $0.hospital(1), try $0.hospital(1, columns: 8)) },
    added(.entranceOffStreets) { try $0.add(try $0.hospital(1, rows: 8)) },
    added(.venueOffStreets) { try $0.add(try $0.hospital(1, rows: 8)) },
    added(.noHospital) { try $0.add(try $0.file("a---b", ["ab: highway=footway"], as: "none")) },
    added(.carParkOffRoads) { files in
      files.compiler.vehicles = VehicleProfile.standard
      _ = try files.compiler.compile([files.path("streets.osm")], to: files.atlas)
      let drawing =
        "\n--s---------------\nw-o--------------x\n| d\n| e" + String(repeating: "\n", count: 14)
        + "      p-q\n      u-r\nz----------------y"
      return try files.add(
        try files.file(
          drawing,
          [
            "wxyzw: amenity=hospital", "sd: highway=footway", "de: highway=corridor level=0",
            "pqrup: amenity=parking name=Far",
          ], nodes: ["d: entrance=main"], as: "venue"))
    },
    added(.unreadableStreets) { files in
      try spoil(.streets, of: files)
      return try files.add(try files.hospital(1))
    },
    added(.unreadableVenue) { files in
      _ = try files.add(try files.hospital(1))
      try spoil("way-1", of: files)
      return try files.add(try files.hospital(2, columns: 2))
    },
  ]

  /// Gives a file of the atlas another format version.
  private static func spoil(_ network: NetworkID, of files: VenueFiles) throws {
    guard let part = try Atlas(opening: files.atlas).manifest.parts.first(where: { $0.network == network })
    else { return }
    let file = URL(filePath: "\(files.atlas)/\(part.file)")
    var bytes = try Data(contentsOf: file)
    bytes[8] = 99
    try bytes.write(to: file)
  }
}
