import Geodesy
import TestSupport
import Wardway
import WardwayCompiler

/// The maps of both demo hospitals, each with its hospital apart and all in one.
enum DemoMaps {
  static let both = ["riverside", "lakeside"].map { name in
    Result { () throws -> (folder: TemporaryFolder, parted: Atlas, whole: Atlas) in
      let folder = TemporaryFolder()
      let source = "\(Riverside.root)/Maps/\(name).osm"
      var compiler = MapCompiler(profiles: [.walker, .wheelchair, .stroller])
      compiler.vehicles = [.car]
      _ = try compiler.compile([source], to: "\(folder.path)/parted")
      compiler.separatesVenues = false
      _ = try compiler.compile([source], to: "\(folder.path)/whole")
      return (
        folder, try Atlas(opening: "\(folder.path)/parted"), try Atlas(opening: "\(folder.path)/whole")
      )
    }
  }
}

extension SeededNumbers {
  /// A node of a network, or somewhere around it: in a room, beside a way, on a level or on any.
  mutating func position(in network: WalkNetwork) -> (coordinate: Coordinate, level: Level?) {
    let node = network.nodes[Int(next() % UInt64(network.nodes.count))]
    let kind = next() % 4
    if kind < 2 { return (node.coordinate, node.level) }
    let (x, y) = (Double.random(in: -25...25, using: &self), Double.random(in: -25...25, using: &self))
    let place = LocalFrame(origin: node.coordinate).coordinate(LocalFrame.Point(x: x, y: y))
    return (place, kind == 2 ? node.level : nil)
  }
}
