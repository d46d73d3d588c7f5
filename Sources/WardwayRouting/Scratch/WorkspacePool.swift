import ShortestPaths
import Synchronization

/// Lends workspaces to requests: as many are made as are answered at a time, and kept for the next ones.
final class WorkspacePool: Sendable {
  private final class Slot: Sendable {
    let workspace = Mutex<Workspace?>(nil)
  }

  /// How many workspaces are kept; those beyond are made anew each time.
  private static let most = 64

  private let slots = (0..<most).map { _ in Slot() }

  /// Calls `body` with a workspace that nobody else uses meanwhile.
  ///
  /// - Parameter interruption: What may end the request early.
  func withWorkspace<Answer, Failure: Error>(
    _ interruption: Interruption?, _ body: (inout Workspace) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    var workspace = take()
    workspace.walks.interruption = interruption
    let result = Result { () throws(Failure) in try body(&workspace) }
    workspace.walks.interruption = nil
    putBack(workspace)
    return try result.get()
  }

  private func take() -> Workspace {
    for slot in slots { if let free = slot.workspace.withLock({ $0.take() }) { return free } }
    return Workspace()
  }

  private func putBack(_ workspace: consuming Workspace) {
    var returned: Workspace? = consume workspace
    for slot in slots {
      slot.workspace.withLock { if $0 == nil { $0 = returned.take() } }
      if returned == nil { return }
    }
  }
}
