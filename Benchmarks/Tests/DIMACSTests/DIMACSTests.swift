import DIMACS
import Foundation
import Testing

@Suite struct DIMACSTests {
  /// Writes a file that is gone when the test ends.
  private func reading<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  private func fault(_ text: String, _ body: (String) throws -> Void) throws -> String {
    try reading(text) { path in
      do { try body(path) } catch let error as InputError {
        return "\(error.line.map(String.init) ?? "file"): \(error.message)"
      }
      return "nothing"
    }
  }

  @Test func `a graph, its coordinates and queries are read`() throws {
    let graph = try reading("c hello\np sp 3 2\na 1 2 7\r\na 3  1 0\n") { try GraphFile(path: $0) }
    #expect(graph.nodeCount == 3)
    #expect(graph.tails == [0, 2] && graph.heads == [1, 0] && graph.weights == [7, 0])
    let places = try reading("p aux sp co 2\nv 2 -5 6\nv 1 0 1") {
      try CoordinateFile(path: $0, nodeCount: 2)
    }
    #expect(places.x == [0, -5] && places.y == [1, 6])
    let file = try reading("source,target,distance\n1,2,77\n2,1,inf\n2,2,\n") {
      try QueryFile(path: $0, nodeCount: 2)
    }
    #expect(file.queries.map(\.source) == [0, 1, 1] && file.queries.map(\.target) == [1, 0, 1])
    #expect(file.queries.map(\.distance) == [77, .max, nil])
  }

  @Test(
    arguments: [
      ("", "1: the file has no 'p' line"),
      ("a 1 2 3\n", "1: an arc before the 'p' line"),
      ("p sp 2 1\np sp 2 1\n", "2: a second 'p' line"),
      ("p max 2 1\n", "1: expected 'p sp NODES ARCS'"),
      ("p sp 2 1\na 1 3 4\n", "2: the head is 3, not from 1 to 2"),
      ("p sp 2 1\na 0 1 4\n", "2: the tail is 0, not from 1 to 2"),
      ("p sp 2 1\na 1 2 4294967295\n", "2: the weight is 4294967295, not from 0 to 4294967294"),
      ("p sp 2 1\na 1 2 -4\n", "2: the weight is -4, not from 0 to 4294967294"),
      ("p sp 2 1\na 1 2 99999999999999999999\n", "2: the weight is out of range"),
      ("p sp 2 1\na 1 2 4 5\n", "2: '5' is too much"),
      ("p sp 2 1\na 1 2\n", "2: the weight is no whole number"),
      ("p sp 2 2\na 1 2 4\n", "2: 1 arcs instead of 2"),
      ("p sp 2 1\na 1 2 4\na 1 2 4\n", "3: more than 1 arcs"),
      ("p sp 2 1\nx 1 2 4\n", "2: a line that starts with 'x'"),
      ("p sp 999999999 1\n", "1: the number of nodes is 999999999, not from 0 to 200000000"),
    ])
  func `a broken graph is refused with its line`(text: String, message: String) throws {
    #expect(try fault(text) { _ = try GraphFile(path: $0) } == message)
  }

  @Test func `broken coordinates and queries are refused with their line`() throws {
    func places(_ text: String) throws -> String {
      try fault(text) { _ = try CoordinateFile(path: $0, nodeCount: 2) }
    }
    #expect(try places("p aux sp co 3\n") == "1: 3 nodes, the graph has 2")
    #expect(try places("v 1 0 0\nv 1 0 0\n") == "2: node 1 for the second time")
    #expect(try places("v 1 0 0\n") == "1: 1 nodes instead of 2")
    #expect(try places("v 1 0 2147483648\n").hasPrefix("1: y is 2147483648"))
    func queries(_ text: String) throws -> String {
      try fault(text) { _ = try QueryFile(path: $0, nodeCount: 2) }
    }
    #expect(try queries("from,to\n") == "1: expected 'source,target,distance'")
    #expect(try queries("source,target,distance\n1;2;3\n") == "2: expected a comma after the source")
    #expect(try queries("source,target,distance\n1,3,3\n") == "2: the target is 3, not from 1 to 2")
    #expect(try queries("source,target,distance\n1,2,far\n") == "2: the distance is no whole number")
  }

  @Test func `a file that isn't there or is cut short is refused`() throws {
    #expect(throws: InputError.self) { try GraphFile(path: "/nowhere/at.all") }
    // A gzip header, and nothing after it.
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B]).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: InputError.self) { try GraphFile(path: path) }
  }
}
