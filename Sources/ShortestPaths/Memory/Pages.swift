#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// Memory whose bytes are all zero.
///
/// What is large comes from the system page by page as it is touched, and goes back there: an allocator would hand out
/// what was used before, and have to clear it. Where there is no memory the process ends, as with Swift's own arrays.
enum Pages {
  private static let largeByteCount = 1 << 20

  static func zeroed(byteCount: Int) -> UnsafeMutableRawPointer {
    if byteCount < largeByteCount {
      let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 16)
      unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
      return unsafe memory
    }
    let memory = unsafe mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    precondition(unsafe memory != MAP_FAILED, "no memory for \(byteCount) bytes")
    return unsafe memory!
  }

  static func giveBack(_ memory: UnsafeMutableRawPointer, byteCount: Int) {
    if byteCount < largeByteCount {
      unsafe memory.deallocate()
    } else {
      unsafe munmap(memory, byteCount)
    }
  }
}
