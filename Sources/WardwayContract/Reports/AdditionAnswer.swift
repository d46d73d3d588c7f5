import JSONText

/// What adding a map file to an atlas came to.
public struct AdditionAnswer: Hashable, Sendable {
  /// What becomes of a file's venues.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// They are in the atlas now.
    case added
    /// They were there already, made of the same bytes in the same manner.
    case unchanged
    /// None of them is in the atlas.
    case failed
  }

  /// A venue in the file.
  public struct Venue: Hashable, Sendable {
    /// Its id in the atlas.
    public var id: String
    /// What it is called, or "".
    public var name: String

    /// Makes a venue.
    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// The path, as it was given.
  public var file: String
  /// What became of it.
  public var status: Status
  /// The venues in it.
  public var venues: [Venue]
  /// What the map's maker should know, the worst first.
  public var findings: [Finding]

  /// Makes an answer.
  public init(file: String, status: Status, venues: [Venue], findings: [Finding]) {
    self.file = file
    self.status = status
    self.venues = venues
    self.findings = findings
  }

  /// The answer as JSON, in UTF-8.
  public var json: [UInt8] { JSONWriter.bytes(write) }

  /// Writes it as an object.
  private func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("file")
      $0.string(file)
      $0.key("status")
      $0.string(status.rawValue)
      $0.key("venues")
      $0.array(of: venues) { writer, venue in
        writer.object {
          $0.key("id")
          $0.string(venue.id)
          $0.key("name")
          $0.string(venue.name)
        }
      }
      $0.findings(findings)
    }
  }
}
