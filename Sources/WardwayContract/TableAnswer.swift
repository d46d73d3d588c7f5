import JSONText
import Wardway

/// The answer to a table request.
struct TableAnswer {
  var id: String?
  var rows: [[TableCell?]]

  init(id: String?, _ rows: [[TableCell?]]) {
    self.id = id
    self.rows = rows
  }

  /// The answer as JSON, in UTF-8.
  var json: [UInt8] { JSONWriter.bytes(write) }

  private func write(to writer: inout JSONWriter) {
    writer.object {
      $0.begin(id: id)
      $0.key("durations_s")
      write(to: &$0) { $0.seconds($1.duration) }
      $0.key("costs_s")
      write(to: &$0) { $0.seconds($1.cost) }
      $0.key("distances_m")
      write(to: &$0) { $0.number($1.distance) }
    }
  }

  private func write(to writer: inout JSONWriter, _ value: (inout JSONWriter, TableCell) -> Void) {
    writer.array(of: rows) { writer, row in
      writer.array(of: row) { writer, cell in
        if let cell { value(&writer, cell) } else { writer.null() }
      }
    }
  }
}

/// The answer to a nearest request.
struct NearestAnswer {
  var id: String?
  var waypoints: [Waypoint]

  init(id: String?, _ found: [Waypoint]) {
    self.id = id
    waypoints = found
  }

  /// The answer as JSON, in UTF-8.
  var json: [UInt8] { JSONWriter.bytes(write) }

  private func write(to writer: inout JSONWriter) {
    writer.object {
      $0.begin(id: id)
      $0.key("waypoints")
      $0.array(of: waypoints) { writer, waypoint in
        writer.object {
          $0.place(waypoint.coordinate)
          $0.key("level")
          $0.level(waypoint.level)
          $0.key("distance_m")
          $0.number(waypoint.distance)
          $0.key("source")
          $0.string(waypoint.source.description)
          $0.key("name")
          $0.string(waypoint.name)
        }
      }
    }
  }
}
