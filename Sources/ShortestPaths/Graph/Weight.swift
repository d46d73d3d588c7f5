/// Where weights and costs saturate.
///
/// An arc of this weight doesn't exist, and neither does a path whose cost reaches it.
public let unreachable: UInt32 = .max

/// The sum of two weights, saturating at ``unreachable``.
@inline(__always)
func total(_ first: UInt32, _ second: UInt32) -> UInt32 {
  let (sum, overflow) = first.addingReportingOverflow(second)
  return overflow ? unreachable : sum
}
