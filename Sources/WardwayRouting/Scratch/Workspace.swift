import ShortestPaths
import WardwayMap

/// The memory that a request needs while it is answered; nothing in it outlives the answer.
struct Workspace: ~Copyable, Sendable {
  var walks = SearchMemory()
  var snapper = Snapper()
  private var driveFinder: DriveFinder?
  private var driveTable: DriveTable?

  /// Calls `body` with what searches the roads, made for the first journey by car.
  ///
  /// - Throws: What `body` throws, or that the request is to end.
  mutating func withDrives<Answer>(
    on roads: RoadPrices, _ body: (inout DriveFinder) -> Answer
  ) throws(PlanningError) -> Answer {
    if driveFinder == nil { driveFinder = DriveFinder(roads.network) }
    driveFinder!.interruption = walks.interruption
    let answer = body(&driveFinder!)
    try walks.goOn()
    return answer
  }

  /// Calls `body` with what prices many drives at once, as if nothing were closed or avoided.
  mutating func withDriveTable<Answer>(on roads: RoadPrices, _ body: (inout DriveTable) -> Answer) -> Answer {
    if driveTable == nil { driveTable = DriveTable(roads.open) }
    return body(&driveTable!)
  }
}
