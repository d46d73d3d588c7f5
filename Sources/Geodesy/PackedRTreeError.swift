/// The reason a packed tree could not be taken out of a file's columns.
package struct PackedRTreeError: Error, Hashable, Sendable {
  /// What is wrong: an open set.
  package struct Code: Hashable, Sendable {
    let name: String

    /// The column of items has another length than said.
    package static let wrongItemCount = Code(name: "wrongItemCount")
    /// The column of boxes has another length than that many items need.
    package static let wrongBoxCount = Code(name: "wrongBoxCount")
    /// The number of an item is too high.
    package static let unknownItem = Code(name: "unknownItem")
  }

  /// What is wrong.
  package let code: Code
  /// The length that was expected, or the number of items.
  package let expected: Int
  /// The length or the item's number that was found.
  package let found: Int

  /// Completes "could not read the spatial index: …".
  package var message: String {
    switch code {
    case .wrongItemCount: "it should hold \(expected) items but holds \(found); compile the map again"
    case .wrongBoxCount: "it should hold \(expected) boxes but holds \(found); compile the map again"
    default: "it names item \(found) of \(expected); compile the map again"
    }
  }
}

extension PackedRTreeError: CustomStringConvertible {
  /// The whole sentence.
  package var description: String { "could not read the spatial index: \(message)" }
}
