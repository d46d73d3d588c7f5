import Synchronization

/// What others keep beside something, one value a type: whoever holds it needs not know what that is.
final class Companions: Sendable {
  private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// Returns the value of a type, made when it is first asked for.
  ///
  /// - Parameter make: Asks for no other value here.
  func value<Value: Sendable>(or make: () -> Value) -> Value {
    values.withLock { values in
      if let known = values[ObjectIdentifier(Value.self)] as? Value { return known }
      let made = make()
      values[ObjectIdentifier(Value.self)] = made
      return made
    }
  }
}
