/// Where weights and costs saturate.
///
/// An arc of this weight doesn't exist, and neither does a path whose cost reaches it.
public let unreachable: UInt32 = .max

extension UInt32 {
  /// The sum of two weights or costs, saturating at ``unreachable``.
  @inlinable @inline(__always)
  package func addingUpToUnreachable(_ other: UInt32) -> UInt32 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? unreachable : sum
  }
}
