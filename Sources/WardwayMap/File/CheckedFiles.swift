#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Remembers which files of atlases were read through and found sound, so that opening them again takes no time.
///
/// A file counts as the one that was checked for as long as the file system says that nobody touched it since: the
/// same device, inode, size and times of change, to the nanosecond, which nobody who merely supplies an atlas can
/// arrange; and only what is in it as it was then is used, block by block. The memory itself is a
/// folder in which nobody else may write or read; where it isn't, there is none.
public struct CheckedFiles: Hashable, Sendable {
  /// The folder; it is made when there is something to remember.
  public let folder: String
  /// A file that was changed no more than so many seconds ago may change once more without another time to show
  /// for it; so it isn't remembered yet.
  var settling: Int64 = 2
  /// Files up to this size are read when they are opened.
  var smallByteCount = BlockFile.smallByteCount

  /// Remembers in a folder of the app's own, such as one in its caches.
  public init(folder: String) { self.folder = folder }

  /// The memory of this user's command-line tools, in their folder of caches; nil if they have none.
  public static var ofUser: CheckedFiles? {
    func variable(_ name: String) -> String? {
      guard let value = unsafe getenv(name) else { return nil }
      let bytes = unsafe UnsafeBufferPointer(start: value, count: strlen(value)).map { UInt8(bitPattern: $0) }
      let text = FilePath.text(bytes)
      return text.hasPrefix("/") ? text : nil
    }
    return (variable("XDG_CACHE_HOME") ?? variable("HOME").map { "\($0)/.cache" })
      .map { CheckedFiles(folder: "\($0)/wardway/checked") }
  }

  /// Whether the folder is there and this user's alone.
  var isOwn: Bool {
    var status = stat()
    // Not over a link, which leads wherever somebody else wants.
    return unsafe FilePath.lend(folder, { unsafe lstat($0, &status) }) == 0
      && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid() && status.st_mode & 0o077 == 0
  }

  /// Makes the folder, and those that it is in, for this user alone; returns whether it is there then.
  func make() -> Bool {
    if isOwn { return true }
    var parent = ""
    for part in folder.split(separator: "/") {
      parent += "/\(part)"
      _ = unsafe FilePath.lend(parent) { unsafe mkdir($0, 0o700) }
    }
    return isOwn
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

  /// - Parameter checksum: That of the file, and so of all that was checked.
  init(_ identity: FileIdentity, checksum: UInt64, in memory: CheckedFiles) {
    self.identity = identity
    self.memory = memory
    path = "\(memory.folder)/\(identity.name)"
    head = "wardway \(SectionLayout.version) \(Checksum.hexadecimal(checksum)) \(identity.line)"
  }

  /// Whether a part was found sound.
  func holds(_ part: String) -> Bool { parts.contains(part) }

  /// Remembers that a part is sound; where that can't be written, it is checked again the next time.
  func add(_ part: String) {
    guard identity.isOlder(than: memory.settling), memory.make() else { return }
    let text = ([head] + (parts + [part]).sorted()).joined(separator: "\n") + "\n"
    try? writeAtomically(Array(text.utf8), to: path)
  }

  private var parts: [String] {
    guard memory.isOwn, let bytes = try? FileContents.read(path, most: 1 << 16) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return lines.first == head ? Array(lines.dropFirst()) : []
  }
}
