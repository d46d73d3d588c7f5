import Columns

/// What is posted where a directed edge begins: an exit's number, and where the road leads.
///
/// 16 bytes. Few edges have one, so they are kept apart from the edges.
package struct DriveSignRecord: Sendable, BitwiseCopyable {
  /// The directed edge.
  package var directed: UInt32
  /// The number of the exit, in the strings; 0 where it has none.
  package var exit: UInt32 = 0
  /// Where the road leads, in the strings, several with semicolons between; 0 where nobody says.
  package var destination: UInt32 = 0
  /// The numbers of the roads that it leads to, as ``destination``.
  package var destinationRef: UInt32 = 0

  /// Makes an empty sign.
  package init(directed: UInt32) { self.directed = directed }
}

extension DriveNetwork {
  /// Returns what is posted where a directed edge begins.
  ///
  /// - Complexity: O(log *n*) for *n* signs.
  package func sign(of directed: UInt32) -> DriveSignRecord? {
    let index = signs.partitioningIndex { $0.directed >= directed }
    return index < signs.count && signs[index].directed == directed ? signs[index] : nil
  }
}
