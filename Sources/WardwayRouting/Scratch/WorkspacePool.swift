import ShortestPaths
import Synchronization

/// Lends workspaces to requests: there are as many as requests were answered at a time.
final class WorkspacePool: Sendable {
  private final class Slot: Sendable {
    let workspace = Mutex(Workspace())
  }

  private let slots = Mutex<[Slot]>([])

  /// Calls `body` with a workspace that nobody else uses meanwhile.
  ///
  /// - Parameter interruption: What may end the request early.
  func withWorkspace<Answer: Sendable, Failure: Error>(
    _ interruption: Interruption?, _ body: (inout Workspace) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    func answer(_ workspace: inout Workspace) throws(Failure) -> Answer {
      workspace.searches.interruption = interruption
      defer { workspace.searches.interruption = nil }
      return try body(&workspace)
    }
    for slot in slots.withLock({ $0 }) {
      if let answer = try slot.workspace.withLockIfAvailable({ workspace throws(Failure) in
        try answer(&workspace)
      }) {
        return answer
      }
    }
    let made = Slot()
    slots.withLock { $0.append(made) }
    return try made.workspace.withLock { workspace throws(Failure) in try answer(&workspace) }
  }
}
