import Foundation

/// Lines on a plan.
enum PlanLine {
  /// Makes the point of a line that is nearest to a door one of its points, and returns its position.
  ///
  /// - Parameter line: What lies between `start` and `end`.
  static func insert(
    _ door: PlanPoint, into line: inout [PlanPoint], between start: PlanPoint, _ end: PlanPoint
  ) -> Int {
    let whole = [start] + line + [end]
    var best = (distance: Double.infinity, segment: 0, point: door)
    for (segment, (a, b)) in zip(whole, whole.dropFirst()).enumerated() {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let square = dx * dx + dy * dy
      let share = square > 0 ? ((door.x - a.x) * dx + (door.y - a.y) * dy) / square : 0
      let within = min(max(share, 0), 1)
      let point = PlanPoint(a.x + dx * within, a.y + dy * within)
      let distance = IndoorGraph.distance(point, door)
      if distance < best.distance { best = (distance, segment, point) }
    }
    // A point that is there already stands for the door.
    if let same = line.firstIndex(of: best.point) { return same }
    line.insert(best.point, at: best.segment)
    return best.segment
  }
}
