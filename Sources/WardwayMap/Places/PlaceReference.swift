/// A place of an atlas that isn't looked at yet.
package struct PlaceReference: Hashable, Sendable {
  /// The network that it is in.
  package var network: NetworkID
  /// The place's number there.
  package var place: Int

  /// Makes a reference.
  package init(network: NetworkID, place: Int) {
    self.network = network
    self.place = place
  }
}
