import ShortestPaths

// 0 ── 1 ── 2
//      │    │
//      3 ── 4
let streets: [Arc] = [(0, 1, 60), (1, 2, 45), (1, 3, 30), (3, 4, 50), (2, 4, 20)].flatMap { a, b, seconds in
  [Arc(from: a, to: b, weight: seconds), Arc(from: b, to: a, weight: seconds)]
}
let graph = PreparedGraph(arcs: streets)
if let path = graph.path(from: 0, to: 4) {
  print("\(path.cost) seconds over \(path.nodes)")
}

var query = PathQuery()
for target in 1...4 {
  print("to \(target): \(query.cost(from: 0, to: target, in: graph))")
}

// A house in the middle of the street between 0 and 1, and a shop with a door at 2 and one at 3, where stairs take 10 more.
let house = [Terminal(at: 0, plus: 25), Terminal(at: 1, plus: 35)]
let shop = [Terminal(at: 2), Terminal(at: 3, plus: 10)]
if let path = query.path(from: house, to: shop, in: graph) {
  print("out by end \(path.source), in by door \(path.target), after \(path.cost) seconds")
}

let night = graph.customized(weights: streets.map { $0.weight / 2 })
print("by day \(query.cost(from: 0, to: 4, in: graph)), at night \(query.cost(from: 0, to: 4, in: night))")

// The street between 1 and 2 is closed in both directions, and there are roadworks between 3 and 4.
let today: [Int: UInt32] = [2: unreachable, 3: unreachable, 6: 10, 7: 10]
if let path = query.path(from: [Terminal(at: 0)], to: [Terminal(at: 4)], in: graph, adding: today) {
  print("\(path.cost) seconds around what is closed, over \(path.nodes)")
}

let nearby = graph.costs(from: 0, to: [2, 3, 4])
print("to three others: \(nearby)")

let everywhere = query.costsToAll(from: [Terminal(at: 3)], in: graph)
print("within 50 seconds: \(everywhere.indices.filter { everywhere[$0] <= 50 })")

let matrix = graph.costMatrix(from: [0, 3], to: [2, 4], threads: 2)
print("from 3 to 4: \(matrix[1, 1])")

let labels = graph.hubLabels()
print("by the labels: \(labels.cost(from: 0, to: 4))")
