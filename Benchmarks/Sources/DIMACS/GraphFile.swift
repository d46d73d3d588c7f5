/// A directed graph as a DIMACS file lists it.
///
///     c any comment
///     p sp NODES ARCS
///     a TAIL HEAD WEIGHT
///
/// Nodes count from 1 in the file and from 0 here.
public struct GraphFile: Sendable {
  /// The number of nodes.
  public private(set) var nodeCount = 0
  /// The nodes that arcs leave.
  public private(set) var tails: [UInt32] = []
  /// The nodes that arcs lead to.
  public private(set) var heads: [UInt32] = []
  /// The weights of the arcs, below 2³² − 1.
  public private(set) var weights: [UInt32] = []

  /// The most nodes or arcs that a file may announce.
  public static let capacity = 200_000_000

  /// Reads a file, compressed with gzip or not.
  ///
  /// - Throws: An ``InputError`` that names the line.
  public init(path: String) throws(InputError) {
    var reader = try LineReader(path: path)
    let blank = UInt8(ascii: " ")
    var announced: Int?
    while reader.advance() {
      guard let first = reader.first, first != UInt8(ascii: "c") else { continue }
      guard reader.skip(first) && reader.skip(blank) else {
        throw reader.fail("no such line: '\(reader.rest)'")
      }
      switch first {
      case UInt8(ascii: "p"):
        guard announced == nil else { throw reader.fail("a second 'p' line") }
        guard reader.skip(UInt8(ascii: "s")) && reader.skip(UInt8(ascii: "p")) && reader.skip(blank) else {
          throw reader.fail("expected 'p sp NODES ARCS'")
        }
        nodeCount = try reader.number("the number of nodes", in: 0...Self.capacity)
        _ = reader.skip(blank)
        announced = try reader.number("the number of arcs", in: 0...Self.capacity)
      case UInt8(ascii: "a"):
        guard let announced else { throw reader.fail("an arc before the 'p' line") }
        guard tails.count < announced else { throw reader.fail("more than \(announced) arcs") }
        guard nodeCount > 0 else { throw reader.fail("an arc of a graph without nodes") }
        tails.append(UInt32(try reader.number("the tail", in: 1...nodeCount) - 1))
        _ = reader.skip(blank)
        heads.append(UInt32(try reader.number("the head", in: 1...nodeCount) - 1))
        _ = reader.skip(blank)
        weights.append(UInt32(try reader.number("the weight", in: 0...Int(UInt32.max) - 1)))
      default: throw reader.fail("a line that starts with '\(Character(Unicode.Scalar(first)))'")
      }
      try reader.finish()
    }
    guard let announced else { throw reader.fail("the file has no 'p' line") }
    guard tails.count == announced else { throw reader.fail("\(tails.count) arcs instead of \(announced)") }
  }
}
