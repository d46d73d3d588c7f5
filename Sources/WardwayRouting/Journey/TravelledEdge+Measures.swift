extension TravelledEdge {
  /// Length on the ground in metres.
  public var distance: Double { Double(length) / 1000 }

  /// What the clock shows.
  public var duration: Duration { .milliseconds(durationMilliseconds) }

  /// Perceived time, with what is added where it is avoided.
  public var cost: Duration { .milliseconds(costMilliseconds) }

  /// The clear width in metres; nil where the map doesn't say.
  public var clearWidth: Double? { width == 0 ? nil : Double(width) / 100 }
}
