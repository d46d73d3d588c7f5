import ShortestPaths

/// Hub labels: distances alone.
struct HubLabelsBench: PointToPoint, ~Copyable {
  private let labels: HubLabels

  static func run(_ problem: Problem, _ options: Options, _ report: inout Report) {
    let (hierarchy, hierarchyCPU, hierarchyWall) = Meter.time {
      ContractionHierarchy.build(problem, options)
    }
    let (labels, cpu, wall) = Meter.time { HubLabels(hierarchy) }
    report.addPreparation(cpu: hierarchyCPU + cpu, wall: hierarchyWall + wall, indexBytes: labels.byteCount)
    report.add("labels_cpu_s", cpu)
    report.add("label_entries", labels.entryCount)
    // As two arrays of hubs and costs would have them.
    report.add("plain_label_bytes", labels.entryCount * 8)
    var bench = HubLabelsBench(labels: labels)
    report.measure(&bench, problem, options)
  }

  mutating func distance(_ source: UInt32, _ target: UInt32) -> UInt32 {
    labels.cost(from: Int(source), to: Int(target))
  }

  mutating func path(_ source: UInt32, _ target: UInt32, _ arcs: inout [UInt32]) -> UInt32? { nil }
}
