/// Named figures, in the order in which they were found.
struct Report {
  enum Value {
    case text(String)
    case count(Int)
    case measure(Double)
  }

  private(set) var fields: [(name: String, value: Value)] = []
  /// How many answers were wrong.
  var mismatches = 0
  /// The answers to the queries of the file, for `--distances`.
  var distances: [UInt32] = []
  /// The nodes of a customizable hierarchy, lowest first, for `--order`.
  var order: [UInt32] = []

  mutating func add(_ name: String, _ value: Int) { fields.append((name, .count(value))) }
  mutating func add(_ name: String, _ value: Double) { fields.append((name, .measure(value))) }
  mutating func add(_ name: String, _ value: String) { fields.append((name, .text(value))) }

  /// Adds the figures that every preparation has.
  mutating func addPreparation(cpu: Double, wall: Double, indexBytes: Int) {
    add("prepare_cpu_s", cpu)
    add("prepare_wall_s", wall)
    add("index_bytes", indexBytes)
  }

  /// Adds the mean of times in seconds and their percentiles, in microseconds.
  mutating func addTimes(_ name: String, mean: Double, each: [Double]) {
    guard !each.isEmpty else { return }
    let sorted = each.sorted()
    add("\(name)_mean_us", mean * 1e6)
    add("\(name)_p50_us", sorted[sorted.count / 2] * 1e6)
    add("\(name)_p99_us", sorted[sorted.count * 99 / 100] * 1e6)
  }

  /// The figures as one JSON object.
  var json: String {
    let members = fields.map { "  \"\($0.name)\": \(json($0.value))" }
    return "{\n" + members.joined(separator: ",\n") + "\n}"
  }

  /// The figures as lines for people.
  var text: String {
    let width = fields.map(\.name.count).max() ?? 0
    return fields.map { field in
      field.name + String(repeating: " ", count: width + 2 - field.name.count) + plain(field.value)
    }.joined(separator: "\n")
  }

  private func json(_ value: Value) -> String {
    // Names of algorithms are the only texts.
    if case .text(let text) = value { "\"\(text)\"" } else { plain(value) }
  }

  private func plain(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .count(let count): "\(count)"
    case .measure(let measure):
      measure.isFinite ? "\((measure * 10000).rounded() / 10000)" : "null"
    }
  }
}
