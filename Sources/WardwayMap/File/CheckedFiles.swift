#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Remembers which files of atlases were read through and found sound, so that opening them again takes no time.
///
/// A file counts as the one that was checked for as long as the file system says that nobody touched it since: the
/// same device, inode, size and times of change, to the nanosecond, which nobody who merely supplies an atlas can
/// arrange. The memory itself is a folder in which nobody may write whose atlases are not trusted.
public struct CheckedFiles: Hashable, Sendable {
  /// The folder; it is made when there is something to remember.
  public let folder: String
  /// A file that was changed no more than so many seconds ago may change once more without another time to show
  /// for it; so it isn't remembered yet.
  var settling: Int64 = 2

  /// Remembers in a folder of the app's own, such as one in its caches.
  public init(folder: String) { self.folder = folder }

  /// The memory of this user's command-line tools, in their folder of caches; nil if they have none.
  public static var ofUser: CheckedFiles? {
    let environment = ProcessInfo.processInfo.environment
    let caches = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.cache" : nil }
    return (caches ?? home).map { CheckedFiles(folder: "\($0)/wardway/checked") }
  }
}

/// What the file system says of a file: another one, or one that was touched, never has the same.
struct FileIdentity: Hashable, Sendable {
  /// Device, inode, size, and seconds and nanoseconds of the last change to content and to the file as such.
  private let numbers: [Int64]
  private let changed: Int64

  init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.changed = Int64(changed.tv_sec)
    numbers = [
      Int64(truncatingIfNeeded: status.st_dev), Int64(truncatingIfNeeded: status.st_ino),
      Int64(status.st_size),
      Int64(modified.tv_sec), Int64(modified.tv_nsec), Int64(changed.tv_sec), Int64(changed.tv_nsec),
    ]
  }

  /// Whether the file has been left alone for more than some seconds.
  func isOlder(than seconds: Int64) -> Bool { changed + seconds < Int64(time(nil)) }

  /// A name for what is remembered of the file.
  var name: String { "\(numbers[0])-\(numbers[1])" }

  /// All of it on one line.
  var line: String { numbers.map(String.init).joined(separator: " ") }
}

/// What is remembered of one file: the parts of it that are sound.
///
/// A file of text: what it goes by, then a part a line. Whatever else is there counts as nothing.
final class FileSeal: Sendable {
  private let path: String
  private let memory: CheckedFiles
  private let identity: FileIdentity
  private let head: String

  /// - Parameter version: That of the file's layout, and so of what was checked.
  init(_ identity: FileIdentity, version: UInt32, in memory: CheckedFiles) {
    self.identity = identity
    self.memory = memory
    path = "\(memory.folder)/\(identity.name)"
    head = "wardway \(version) \(identity.line)"
  }

  /// Whether a part was found sound.
  func holds(_ part: String) -> Bool { parts.contains(part) }

  /// Remembers that a part is sound; where that can't be written, it is checked again the next time.
  func add(_ part: String) {
    guard identity.isOlder(than: memory.settling) else { return }
    let text = ([head] + (parts + [part]).sorted()).joined(separator: "\n") + "\n"
    try? FileManager.default.createDirectory(atPath: memory.folder, withIntermediateDirectories: true)
    try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  private var parts: [String] {
    guard let file = try? MappedFile(path: path) else { return [] }
    let lines = unsafe String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return lines.first == head ? Array(lines.dropFirst()) : []
  }
}
