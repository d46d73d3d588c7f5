/// Where a cell's nodes lie along a line.
struct Projection: ~Copyable {
  let keys: Slab<Int64>

  /// Projects onto one of the directions of a plane.
  init(_ places: borrowing Slab<Cell.Place>, direction: Int) {
    let (dx, dy) = Self.directions[direction]
    keys = Slab(repeating: 0, count: places.count)
    for node in 0..<places.count {
      let place = places[node]
      keys[node] = Int64(place.x) * dx + Int64(place.y) * dy
    }
  }

  /// Keeps two nodes apart from all others.
  init(count: Int, from first: Int, to last: Int) {
    keys = Slab(repeating: 1, count: count)
    keys[first] = 0
    keys[last] = 2
  }

  /// Directions of a plane: along both axes, between them, and between those.
  static let directions: [(Int64, Int64)] = [
    (1, 0), (0, 1), (1, 1), (1, -1), (5, 2), (2, 5), (5, -2), (2, -5),
  ]

  /// The key that has `rank` keys before it when all are sorted.
  func key(rank: Int) -> Int64 {
    let copy = Slab<Int64>(repeating: 0, count: keys.count)
    copy.copy(keys, count: keys.count)
    var low = 0
    var high = keys.count - 1
    while low < high {
      let pivot = copy[(low + high) / 2]
      var left = low
      var right = high
      while left <= right {
        while copy[left] < pivot { left += 1 }
        while copy[right] > pivot { right -= 1 }
        guard left <= right else { break }
        let key = copy[left]
        copy[left] = copy[right]
        copy[right] = key
        left += 1
        right -= 1
      }
      if rank <= right { high = right } else if rank >= left { low = left } else { break }
    }
    return copy[rank]
  }
}
