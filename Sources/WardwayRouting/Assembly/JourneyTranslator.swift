import WardwayMap

/// Adds names in other languages to journeys.
struct JourneyTranslator {
  let snapshot: Snapshot

  private var streets: Translations { snapshot.joined.streets.translations }

  /// Adds what the names of a journey are in other languages: those of the places asked for as the map has them for
  /// these very places, those of ways as it has them for the very ways.
  func translate(_ journey: inout Journey, _ request: JourneyRequest) {
    var stops = [request.from] + request.via
    if case .waits(let car) = request.car { stops.append(car) }
    stops.append(request.to)
    for place in stops {
      guard place.isKnown, !streets.isEmpty || !snapshot.joined.atlas.venueParts.isEmpty,
        let found = snapshot.place(place)
      else { continue }
      let known = translations(of: found.venue ?? NetworkID.streets)
      for language in known.languages {
        let isOwn = known.exception(for: found.name, from: found.source, in: language) != nil
        let text = known.text(of: found.name, from: found.source, in: language)
        // Where it has none, that of another one of the same name is none of its own.
        if let text = text ?? (isOwn ? found.name : nil) {
          journey.translations[language, default: [:]][found.name] = text
        }
      }
      guard let address = Address(found.name) else { continue }
      for (language, text) in address.texts(by: streets)
      where journey.translations[language]?[found.name] == nil {
        journey.translations[language, default: [:]][found.name] = text
      }
    }
    for leg in journey.legs {
      let known = translations(of: leg.network)
      if known.isEmpty && journey.translations.isEmpty { continue }
      translate(leg, by: known, &journey)
    }
  }

  private func translate(_ leg: Leg, by known: Translations, _ journey: inout Journey) {
    // What belongs to no feature goes by what its name usually is.
    func add(_ name: String) {
      guard !name.isEmpty else { return }
      for language in known.languages {
        guard let text = known.text(of: name, from: .none, in: language),
          journey.translations[language]?[name] == nil
        else { continue }
        journey.translations[language, default: [:]][name] = text
      }
    }
    let languages = Set(known.languages).union(journey.translations.keys)
    var last: (name: String, source: FeatureID, isPlain: Bool) = ("", .none, true)
    for index in leg.edges.indices {
      let (name, source) = (leg.edges[index].name, leg.edges[index].source)
      if name.isEmpty || name == last.name && (last.isPlain || source == last.source) { continue }
      guard known.knows(name) || journey.translations.values.contains(where: { $0[name] != nil }) else {
        last = (name, source, true)
        continue
      }
      last = (name, source, known.isPlain(name))
      for language in languages {
        let text = known.text(of: name, from: source, in: language)
        let usual = journey.translations[language]?[name]
        let isOwn = known.exception(for: name, from: source, in: language) != nil
        if usual == nil, !isOwn {
          if let text { journey.translations[language, default: [:]][name] = text }
        } else if isOwn || text != usual {
          journey.namesByFeature[language, default: [:]][source] = text ?? name
          last.isPlain = false
        }
      }
    }
    for index in leg.edges.indices {
      if leg.edges[index].kind == .door { add(leg.edges[index].ref) }
      if let destination = leg.edges[index].road?.destination { add(destination) }
    }
    add(leg.destination)
    add(leg.networkName)
  }

  private func translations(of network: NetworkID) -> Translations {
    snapshot.joined.network(network)?.translations ?? streets
  }
}

/// A house number and its street, as the map names a place: "丁香街 14", "14 Hill Road".
private struct Address {
  var street: String
  var number: String

  init?(_ name: String) {
    let parts = name.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    func isNumber(_ text: String) -> Bool { text.first?.isNumber == true && text.utf8.count <= 10 }
    guard parts.count > 1 else { return nil }
    if isNumber(parts[parts.count - 1]) {
      (street, number) = (parts.dropLast().joined(separator: " "), parts[parts.count - 1])
    } else if isNumber(parts[0]) {
      (street, number) = (parts.dropFirst().joined(separator: " "), parts[0])
    } else {
      return nil
    }
  }

  /// The address in the languages that the map knows the street in, written as is the custom there; none if the map
  /// has no such street.
  func texts(by known: Translations) -> [String: String] {
    var texts: [String: String] = [:]
    for language in known.languages {
      guard let translated = known.text(of: street, from: .none, in: language) else { continue }
      texts[language] = language == "zh" ? "\(translated)\(number)号" : "\(number) \(translated)"
    }
    let isChinese = street.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
    if isChinese, !texts.isEmpty, texts["zh"] == nil { texts["zh"] = "\(street)\(number)号" }
    return texts
  }
}
