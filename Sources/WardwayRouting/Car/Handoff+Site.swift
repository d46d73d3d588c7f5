import WardwayMap

extension Handoff {
  /// What is told of a site.
  init(_ site: HandoffSite) {
    self.init(
      kind: site.record.kind, source: site.record.source, name: site.name, coordinate: site.record.drive,
      level: site.record.statedLevel, charges: site.record.charges, isAssumed: site.record.isAssumed)
  }
}
