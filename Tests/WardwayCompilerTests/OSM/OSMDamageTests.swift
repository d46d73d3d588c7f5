import Testing
import WardwayCompiler

/// Whatever happens to a file on its way, reading it ends with data or with a named error.
@Suite struct OSMDamageTests {
  static let files: [(name: String, bytes: [UInt8])] = [
    ("a.osm", Array(OSMFixture.xml.utf8)), ("a.osm.gz", OSMFixture.gzip), ("a.osm.bz2", OSMFixture.bzip2),
    ("a.osm.pbf", OSMFixture.pbf(compressed: false)), ("b.osm.pbf", OSMFixture.pbf(compressed: true)),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: files.indices)
  func `a file that is cut off anywhere is an error`(index: Int) {
    let (name, bytes) = Self.files[index]
    for length in bytes.indices {
      do {
        let extract = try OSMFixture.read((name, Array(bytes.prefix(length))))
        // A PBF file may end after any block.
        #expect(extract.nodes.isEmpty && name.hasSuffix("pbf"), "\(name) cut to \(length)")
      } catch let error as MapReadingError {
        #expect(
          [.truncated, .empty, .notOSM, .wrongName].contains(error.code)
            || length < 30 && error.code == .damaged, "\(name) cut to \(length): \(error)")
      } catch {
        Issue.record(error)
      }
    }
  }

  @Test(.timeLimit(.minutes(2)), arguments: files.indices)
  func `a flipped bit gives data or a named error`(index: Int) {
    let (name, bytes) = Self.files[index]
    for position in bytes.indices {
      for bit in name.hasSuffix("pbf") ? Array(0..<8) : [position % 8] {
        var damaged = bytes
        damaged[position] ^= 1 << bit
        do {
          _ = OSMFixture.summary(try OSMFixture.read((name, damaged)))
        } catch let error as MapReadingError {
          #expect(!error.message.isEmpty)
        } catch {
          Issue.record(error)
        }
      }
    }
  }
}
