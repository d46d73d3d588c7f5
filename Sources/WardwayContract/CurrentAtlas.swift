import Synchronization
import Wardway

/// The atlas that requests are answered on, for any number of answerers: when somebody writes another one in its place,
/// all go over to that, each with its next request that needs what is gone.
public final class CurrentAtlas: Sendable {
  private let memory: CheckedFiles?
  private let current: Mutex<Atlas>

  /// Opens an atlas.
  ///
  /// - Parameters:
  ///   - path: The atlas's folder.
  ///   - memory: Where it is remembered what was found sound.
  /// - Throws: An `AtlasError` that names the file and the way out.
  public init(opening path: String, remembering memory: CheckedFiles? = nil) throws(AtlasError) {
    self.memory = memory
    current = Mutex(try Atlas(opening: path, remembering: memory))
  }

  /// The atlas as it was opened last.
  public var atlas: Atlas { current.withLock { $0 } }

  /// Opens the atlas anew if another one was written since `old` was opened; returns whether there is another one.
  func goOn(from old: Atlas) -> Bool {
    current.withLock { atlas in
      guard atlas === old else { return true }
      guard old.isReplaced, let newer = try? Atlas(opening: old.path, remembering: memory) else {
        return false
      }
      atlas = newer
      return true
    }
  }
}
