/// Where nodes lie, as a DIMACS file lists it.
///
///     p aux sp co NODES
///     v NODE X Y
public struct CoordinateFile: Sendable {
  /// Degrees × 10⁶ east.
  public private(set) var x: [Int32]
  /// Degrees × 10⁶ north.
  public private(set) var y: [Int32]

  /// Reads a file, compressed with gzip or not.
  ///
  /// - Throws: An ``InputError`` that names the line; every one of the `nodeCount` nodes has to be there.
  public init(path: String, nodeCount: Int) throws(InputError) {
    var reader = try LineReader(path: path)
    let blank = UInt8(ascii: " ")
    x = Array(repeating: 0, count: nodeCount)
    y = x
    var isKnown = [Bool](repeating: false, count: nodeCount)
    var count = 0
    let range = Int(Int32.min)...Int(Int32.max)
    while reader.advance() {
      guard let first = reader.first, first != UInt8(ascii: "c") else { continue }
      guard reader.skip(first) && reader.skip(blank) else {
        throw reader.fail("no such line: '\(reader.rest)'")
      }
      switch first {
      case UInt8(ascii: "p"):
        for byte in "aux sp co ".utf8 {
          guard reader.skip(byte) else { throw reader.fail("expected 'p aux sp co NODES'") }
        }
        let announced = try reader.number("the number of nodes", in: 0...GraphFile.capacity)
        guard announced == nodeCount else {
          throw reader.fail("\(announced) nodes, the graph has \(nodeCount)")
        }
      case UInt8(ascii: "v"):
        guard nodeCount > 0 else { throw reader.fail("a node of a graph without nodes") }
        let node = try reader.number("the node", in: 1...nodeCount) - 1
        guard !isKnown[node] else { throw reader.fail("node \(node + 1) for the second time") }
        isKnown[node] = true
        count += 1
        _ = reader.skip(blank)
        x[node] = Int32(try reader.number("x", in: range))
        _ = reader.skip(blank)
        y[node] = Int32(try reader.number("y", in: range))
      default: throw reader.fail("a line that starts with '\(Character(Unicode.Scalar(first)))'")
      }
      try reader.finish()
    }
    guard count == nodeCount else { throw reader.fail("\(count) nodes instead of \(nodeCount)") }
  }
}
