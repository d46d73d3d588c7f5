/// The reason a packed tree could not be taken out of a file's columns.
public struct PackedRTreeError: Error, Hashable, Sendable {
  /// What is wrong: an open set.
  public struct Code: Hashable, Sendable {
    let name: String

    /// The column of items has another length than said.
    public static let wrongItemCount = Code(name: "wrongItemCount")
    /// The column of boxes has another length than that many items need.
    public static let wrongBoxCount = Code(name: "wrongBoxCount")
    /// The number of an item is too high.
    public static let unknownItem = Code(name: "unknownItem")
  }

  /// What is wrong.
  public let code: Code
  /// The length that was expected, or the number of items.
  public let expected: Int
  /// The length or the item's number that was found.
  public let found: Int

  /// Completes "could not read the spatial index: …".
  public var message: String {
    switch code {
    case .wrongItemCount: "it should hold \(expected) items but holds \(found); compile the map again"
    case .wrongBoxCount: "it should hold \(expected) boxes but holds \(found); compile the map again"
    default: "it names item \(found) of \(expected); compile the map again"
    }
  }
}

extension PackedRTreeError: CustomStringConvertible {
  /// The whole sentence.
  public var description: String { "could not read the spatial index: \(message)" }
}
