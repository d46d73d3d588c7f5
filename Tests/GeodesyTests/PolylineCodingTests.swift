import Geodesy
import TestSupport
import Testing

@Suite struct PolylineCodingTests {
  /// Google's own example.
  let text = "_p~iF~ps|U_ulLnnqC_mqNvxq`@"
  let line = [(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)].map {
    Coordinate(latitude: $0, longitude: $1)!
  }

  @Test func `Google's example is encoded and decoded`() throws {
    #expect(PolylineCoding.encode(line, precision: .five) == text)
    #expect(try PolylineCoding.decode(text, precision: .five) == line)
    #expect(try PolylineCoding.decode("", precision: .six) == [])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a line comes back to the precision`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let line = (0..<20).map { _ in Coordinate.random(degrees: 180, using: &random) }
    for (precision, step) in [(PolylineCoding.Precision.five, 100), (.six, 10)] {
      let back = try PolylineCoding.decode(
        PolylineCoding.encode(line, precision: precision), precision: precision)
      #expect(back.count == line.count)
      for (a, b) in zip(line, back) {
        #expect(abs(Int(a.latitudeE7) - Int(b.latitudeE7)) <= step / 2)
        #expect(abs(Int(a.longitudeE7) - Int(b.longitudeE7)) <= step / 2)
      }
    }
  }

  @Test func `half a step is rounded away from zero`() {
    let places = [50, 49, -50, -49].map { Coordinate(latitudeE7: $0, longitudeE7: 0) }
    #expect(places.map { PolylineCoding.encode([$0], precision: .five) } == ["A?", "??", "@?", "??"])
  }

  @Test(arguments: [
    ("_p~iF~ps|U_", PolylineError.Code.truncated), ("_p~iF", .truncated),
    ("_p~iF~ps|U\u{7f}", .foreignCharacter),
    ("_p iF", .foreignCharacter), ("骨", .foreignCharacter), ("~~~~~~~~~~~~~~", .outOfRange),
    ("_p~iF~ps|U_p~iFB_p~iFB", .outOfRange),
  ])
  func `a malformed text names what is wrong`(text: String, code: PolylineError.Code) {
    let error = #expect(throws: PolylineError.self) { try PolylineCoding.decode(text, precision: .five) }
    #expect(error?.code == code)
    #expect(error?.description.contains("could not decode the polyline: ") == true)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no text crashes the decoder`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let bytes = (0..<40).map { _ in UInt8.random(in: 60...127, using: &random) }
    _ = try? PolylineCoding.decode(String(decoding: bytes, as: UTF8.self), precision: .six)
  }
}
