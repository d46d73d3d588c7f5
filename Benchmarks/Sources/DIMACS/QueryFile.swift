/// Questions, and the right answers where they are known.
///
///     source,target,distance
///     17,4,77209
///     3,9,inf
///     5,6,
///
/// `inf` says that there is no path, nothing that the distance isn't known. Nodes count from 1 in the file and
/// from 0 here.
public struct QueryFile: Sendable {
  /// A question.
  public struct Query: Hashable, Sendable {
    /// Where the path starts.
    public let source: UInt32
    /// Where the path ends.
    public let target: UInt32
    /// What it costs; `.max` if there is no path, nil if that isn't known.
    public let distance: UInt32?
  }

  /// The questions in the file's order.
  public private(set) var queries: [Query] = []

  /// Reads a file, compressed with gzip or not.
  ///
  /// - Throws: An ``InputError`` that names the line.
  public init(path: String, nodeCount: Int) throws(InputError) {
    var reader = try LineReader(path: path)
    let comma = UInt8(ascii: ",")
    guard reader.advance() && reader.rest == "source,target,distance" else {
      throw reader.fail("expected 'source,target,distance'")
    }
    while reader.advance() {
      guard reader.first != nil else { continue }
      guard nodeCount > 0 else { throw reader.fail("a query on a graph without nodes") }
      let source = try reader.number("the source", in: 1...nodeCount) - 1
      guard reader.skip(comma) else { throw reader.fail("expected a comma after the source") }
      let target = try reader.number("the target", in: 1...nodeCount) - 1
      guard reader.skip(comma) else { throw reader.fail("expected a comma after the target") }
      var distance: UInt32?
      if reader.rest == "inf" {
        distance = .max
      } else if reader.first != nil {
        distance = UInt32(try reader.number("the distance", in: 0...Int(UInt32.max) - 1))
        try reader.finish()
      }
      queries.append(Query(source: UInt32(source), target: UInt32(target), distance: distance))
    }
  }
}
