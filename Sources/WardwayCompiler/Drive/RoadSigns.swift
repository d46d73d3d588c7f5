/// What is posted where one comes onto a road in a direction.
struct RoadSigns {
  /// The number of the exit, or "".
  var exit = ""
  /// Where it leads, several with semicolons between, or "".
  var destination = ""
  /// The numbers of the roads that it leads to, as ``destination``.
  var destinationRef = ""

  var isEmpty: Bool { exit.isEmpty && destination.isEmpty && destinationRef.isEmpty }

  init() {}

  /// Reads a way's tags for a direction.
  ///
  /// - Parameter isOnly: Whether the road is open in this direction only, so that a tag without a direction
  ///   is about it.
  init(_ tags: OSMTags, suffix: String, isOnly: Bool) {
    func read(_ key: String) -> String { tags[key + suffix] ?? (isOnly ? tags[key] : nil) ?? "" }
    exit = read("junction:ref")
    destination = read("destination")
    destinationRef = read("destination:ref")
  }
}
