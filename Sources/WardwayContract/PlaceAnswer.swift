import JSONText
import Wardway

/// A place as JSON.
public struct PlaceAnswer: Sendable {
  private let place: FoundPlace
  private let language: Language?

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - language: The language of the name, where the map has one in it; nil for the one on the signs.
  public init(_ place: FoundPlace, language: Language?) {
    self.place = place
    self.language = language
  }

  /// The answer as JSON, in UTF-8.
  public var json: [UInt8] { JSONWriter.bytes(write) }

  /// Writes it as an object.
  private func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("name")
      $0.string(language.map { place.name(in: $0) } ?? place.name)
      $0.key("names")
      $0.object {
        for (language, name) in place.translations.sorted(by: { $0.key < $1.key }) {
          $0.key(naming: language)
          $0.string(name)
        }
      }
      $0.key("kind")
      $0.string(place.kind)
      $0.key("source")
      $0.string(place.source.description)
      $0.place(place.coordinate)
      $0.key("level")
      $0.level(orNull: place.level)
      $0.key("level_name")
      $0.string(place.levelName.isEmpty ? nil : place.levelName)
      $0.key("venue")
      $0.string(place.venue?.rawValue)
    }
  }
}
