import Geodesy
import WardwayMap

extension OSMExtract {
  /// Diagnostics with a place: where they have none of their own, that of their feature.
  func placed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      guard diagnostic.coordinate == nil else { return diagnostic }
      var diagnostic = diagnostic
      diagnostic.coordinate = place(of: diagnostic.source)
      return diagnostic
    }
  }

  /// Where a feature begins; nil where it isn't here.
  private func place(of source: FeatureID) -> Coordinate? {
    switch source.kind {
    case .none: nil
    case .node: coordinate(ofNode: source.number)
    case .way: place(ofWay: source.number)
    case .relation: place(ofRelation: source.number)
    case .feature:
      coordinate(ofNode: source.number) ?? place(ofWay: source.number) ?? place(ofRelation: source.number)
    }
  }

  private func place(ofWay id: Int64) -> Coordinate? {
    guard let way = way(id) else { return nil }
    for node in way.nodes { if let place = coordinate(ofNode: node) { return place } }
    return nil
  }

  private func place(ofRelation id: Int64) -> Coordinate? {
    guard let relation = relation(id) else { return nil }
    for member in relation.members {
      let place =
        member.kind == .node
        ? coordinate(ofNode: member.id) : member.kind == .way ? place(ofWay: member.id) : nil
      if let place { return place }
    }
    return nil
  }
}
