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

/// Values that are made when they are first asked for, then kept for all who ask, up to a number.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let most: Int
  private let values = Mutex<[Key: Value]>([:])

  /// - Parameter most: How many to keep; all are dropped when there are more.
  init(most: Int) { self.most = most }

  /// Returns the value for a key; of several that are made at a time, the first stays.
  func value<Failure: Error>(for key: Key, or make: () throws(Failure) -> Value) throws(Failure) -> Value {
    if let known = values.withLock({ $0[key] }) { return known }
    let made = try make()
    return values.withLock { values in
      if let first = values[key] { return first }
      if values.count >= most { values.removeAll(keepingCapacity: true) }
      values[key] = made
      return made
    }
  }
}
