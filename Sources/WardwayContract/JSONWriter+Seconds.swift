import JSONText
import Wardway

extension JSONWriter {
  /// Writes a duration in seconds, to the millisecond.
  mutating func seconds(_ duration: Duration) { decimal(Int(duration.wholeMilliseconds), 3) }
}
