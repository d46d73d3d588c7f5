import ArgumentParser
import Foundation
import Wardway
import WardwayCompiler

/// How the tool ends when something goes wrong.
enum Failure: Int32 {
  case toolFailed = 1
  case wrongUsage = 2
  case noRoute = 3
  case unreadableInput = 4

  /// What kind of failure an error is.
  static func kind(of error: any Error) -> Failure {
    switch error {
    case let error as AtlasError:
      [.notWritten, .foreignFiles, .busy].contains(error.code) ? .toolFailed : .unreadableInput
    case let error as PlanningError:
      switch error.code {
      case .invalidRequest: .wrongUsage
      case .damagedMap: .unreadableInput
      default: .noRoute
      }
    case is MapReadingError, is CompilationError, is PlacementError: .unreadableInput
    default: .toolFailed
    }
  }
}

extension ParsableCommand {
  /// Says on standard error what went wrong and returns the exit code for it.
  static func report(_ error: any Error) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    if let error = error as? OutputError {
      if !error.isClosedPipe { Terminal.say("wardway: \(error)") }
      return Failure.toolFailed.rawValue
    }
    switch exitCode(for: error) {
    case .success:
      do { try Output.line(fullMessage(for: error)) } catch { return report(error) }
      return 0
    case .validationFailure:
      Terminal.say(fullMessage(for: error))
      return Failure.wrongUsage.rawValue
    default:
      Terminal.say("wardway: \(Terminal.shown("\(error)"))")
      return Failure.kind(of: error).rawValue
    }
  }
}
