import Geodesy
import Testing

@testable import WardwayMap

/// Where venues lie.
@Suite struct VenueBoxesTests {
  private func part(_ box: [Int32]?) -> Manifest.Part {
    var part = Manifest.Part(network: "v", file: "v", bytes: 1)
    part.box = box
    return part
  }

  @Test(arguments: [0.0, 20, 5_000])
  func `the tree finds what a scan of all boxes finds`(metres: Double) {
    var parts: [Manifest.Part] = [part(nil), part([1, 2]), part([.max, .max, .min, .min])]
    var state: UInt32 = 7
    func random() -> Int32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int32(state >> 12 & 0xFFFFF)
    }
    for _ in 0..<200 {
      let (south, west) = (random() + 600_000_000, random())
      parts.append(part([south, west, south + random() / 50, west + random() / 50]))
    }
    let boxes = VenueBoxes(parts)
    for _ in 0..<300 {
      let place = Coordinate(latitudeE7: random() + 600_000_000, longitudeE7: random())
      let scan = parts.indices.filter {
        parts[$0].boundingBox?.expanded(byMetres: metres).contains(place) ?? false
      }
      #expect(boxes.near(place, within: metres) == scan)
    }
  }

  private func area(_ west: Int32, _ south: Int32, _ east: Int32, _ north: Int32) -> Outline {
    Outline(
      rings: [
        [(south, west), (south, east), (north, east), (north, west)].map {
          Coordinate(latitudeE7: $0.0, longitudeE7: $0.1)
        }
      ])
  }

  @Test func `areas overlap where they share more than a line`() {
    let middle = area(0, 0, 10, 10)
    for other in [
      area(5, 5, 15, 15), area(2, 2, 8, 8), area(-5, 3, 15, 6), area(0, 0, 10, 10), area(0, 0, 5, 10),
    ] {
      #expect(middle.overlaps(other) && other.overlaps(middle))
    }
    for other in [area(10, 0, 20, 10), area(10, 10, 20, 20), area(30, 0, 40, 10), area(-9, 10, 20, 12)] {
      #expect(!middle.overlaps(other) && !other.overlaps(middle))
    }
  }
}
