import Synchronization

/// A value that is made when it is first asked for, then kept for all who ask.
final class Once<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// Returns the value; of several that are made at a time, the first stays.
  func value<Failure: Error>(or make: () throws(Failure) -> Value) throws(Failure) -> Value {
    if let known = value.withLock({ $0 }) { return known }
    let made = try make()
    return value.withLock { known in
      if let first = known { return first }
      known = made
      return made
    }
  }
}

/// Values that are made when they are first asked for, then kept for all who ask, up to a number: those that were asked
/// for lately.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// What was asked for since the last time that there were too many, and before that.
  private struct Generations {
    var recent: [Key: Value] = [:]
    var older: [Key: Value] = [:]

    mutating func known(_ key: Key, _ most: Int) -> Value? {
      if let value = recent[key] { return value }
      guard let value = older[key] else { return nil }
      add(value, key, most)
      return value
    }

    mutating func add(_ value: Value, _ key: Key, _ most: Int) {
      if recent.count >= most / 2 + most % 2 { (older, recent) = (recent, [:]) }
      recent[key] = value
    }
  }

  private let most: Int
  private let values = Mutex(Generations())

  /// - Parameter most: How many to keep.
  init(most: Int) { self.most = most }

  /// Returns the value for a key; of several that are made at a time, the first stays.
  func value<Failure: Error>(for key: Key, or make: () throws(Failure) -> Value) throws(Failure) -> Value {
    if let known = values.withLock({ $0.known(key, most) }) { return known }
    let made = try make()
    return values.withLock { values in
      if let first = values.known(key, most) { return first }
      values.add(made, key, most)
      return made
    }
  }
}
