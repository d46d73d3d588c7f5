extension TravelledEdge {
  /// Length on the ground in metres.
  public var distance: Double { Double(length) / 1000 }

  /// The clear width in metres; nil where the map doesn't say.
  public var clearWidth: Double? { width == 0 ? nil : Double(width) / 100 }
}
