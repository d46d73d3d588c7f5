/// How much an archive may hold; the largest venues have some ten megabytes.
struct ArchiveLimits {
  /// The most entries.
  var entries = 10_000
  /// The most bytes of an unpacked file.
  var file = 256 << 20
  /// The most bytes of all unpacked files.
  var total = 512 << 20
  /// The most unpacked bytes for a packed one, where a file has more than ``looseBelow``.
  var ratio = 200
  /// Small files of little content may be packed well.
  var looseBelow = 8 << 20
}

/// Where the names of an archive's entries lead.
enum EntryName {
  /// Whether a name leads out of the folder that it is in: absolute, with `..`, or as Windows writes it.
  static func isUnsafe(_ name: String) -> Bool {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    return name.hasPrefix("/") || name.hasPrefix("\\") || parts.contains("..")
      || parts.first.map { $0.count == 2 && $0.last == ":" } ?? false || name.utf8.contains(0)
  }

  /// Whether an entry says something only about the machine that packed it.
  static func isClutter(_ name: String) -> Bool {
    name.hasSuffix("/") || name.hasPrefix("__MACOSX/")
      || (name.split(separator: "/").last?.hasPrefix(".") ?? true)
  }
}
