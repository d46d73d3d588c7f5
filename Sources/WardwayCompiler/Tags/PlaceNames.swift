/// What a place is called, and what else it may be asked for by.
enum PlaceNames {
  /// The keys of names that are shown, the most telling first.
  private static let shownKeys = [
    "name", "name:en", "name:zh", "alt_name", "short_name", "official_name", "loc_name", "addr:housename",
  ]
  /// The keys of names that nobody shows any more, or not yet.
  private static let otherKeys = [
    "old_name", "int_name", "nat_name", "reg_name", "nickname", "short_name:en",
  ]
  /// The beginnings of the keys of names in some language.
  private static let translated = ["name:", "alt_name:", "short_name:", "official_name:", "old_name:"]
  /// Kinds of places whose ref says nothing on its own, or counts something else.
  private static let withoutRef: Set = [
    "bus_stop", "platform", "stop_position", "station", "halt", "tram_stop", "subway_entrance", "address",
  ]

  /// The names of a place that may be shown, the one to show first; an address is written with its number first
  /// and last.
  static func shown(_ tags: OSMTags) -> [String] {
    var names = List()
    for key in shownKeys { names.add(key == "name" ? tags[key].map { [$0] } ?? [] : list(tags[key])) }
    for (key, value) in tags.pairs where key.hasPrefix("name:") || key.hasPrefix("alt_name:") {
      names.add(list(value))
    }
    if names.all.isEmpty, tags["entrance"] != nil || tags["room"] != nil || tags["indoor"] == "room" {
      names.add(tags["ref"].map { [$0] } ?? [])
    }
    if let number = tags["addr:housenumber"], let street = tags["addr:street"] ?? tags["addr:place"] {
      names.add(HouseNumbers.names(of: number, in: street))
    }
    return names.all
  }

  /// What else a place may be asked for by: old names, its ref, the single numbers of an address of several.
  static func others(_ tags: OSMTags, kind: String) -> [String] {
    var names = List()
    for key in otherKeys { names.add(list(tags[key])) }
    for (key, value) in tags.pairs where translated.contains(where: { key.hasPrefix($0) }) {
      names.add(list(value))
    }
    if !withoutRef.contains(kind) {
      names.add(list(tags["ref"]))
      names.add(list(tags["local_ref"]))
    }
    if let numbers = tags["addr:housenumber"], let street = tags["addr:street"] ?? tags["addr:place"] {
      for number in HouseNumbers.single(numbers) {
        names.add(HouseNumbers.names(of: number, in: street))
        if HouseNumbers.isChinese(street), !number.hasSuffix("号") { names.add(["\(street)\(number)号"]) }
      }
    }
    return names.all
  }

  /// The values of a tag, which semicolons separate.
  private static func list(_ value: String?) -> [String] {
    guard let value else { return [] }
    guard value.contains(";") else { return [value] }
    return value.split(separator: ";").map { String($0.trimmingSpaces) }
  }

  /// Names in order, each once.
  private struct List {
    var all: [String] = []

    mutating func add(_ names: [String]) {
      for name in names where !name.isEmpty && !all.contains(name) { all.append(name) }
    }
  }
}

/// The numbers of houses.
enum HouseNumbers {
  /// The most numbers that a range stands for.
  private static let most = 50

  /// How an address may be written.
  static func names(of number: String, in street: String) -> [String] {
    ["\(street) \(number)", "\(number) \(street)"]
  }

  /// Returns the numbers that one of several stands for: each of "16;18" and "16,18"; 20, 22 and 24 of "20-24".
  static func single(_ value: String) -> [String] {
    let parts = value.split { ";,".contains($0) }.map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
    return parts.flatMap { part -> [String] in
      let ends = part.split { "-–/".contains($0) }.map { String($0.trimmingSpaces) }
      if ends.count == 2, !part.contains("/"), let range = range(ends[0], ends[1]) { return range }
      // "16/18" are two, "5/1" may be a flat.
      if ends.count == 2, part.contains("/"), let first = number(ends[0]), let second = number(ends[1]),
        second == first + 2 || second == first + 1
      {
        return [part, ends[0], ends[1]]
      }
      return [part]
    }
  }

  /// The number of a house; nil for what is none.
  static func number(_ text: String) -> Int? { Int(text).flatMap { 1...99_999 ~= $0 ? $0 : nil } }

  /// All numbers of a range; even or odd ones where its ends are so.
  private static func range(_ first: String, _ last: String) -> [String]? {
    guard let low = number(first), let high = number(last), low < high else { return nil }
    let step = (high - low) % 2 == 0 ? 2 : 1
    guard (high - low) / step < most else { return nil }
    return stride(from: low, through: high, by: step).map(String.init)
  }

  /// Whether a street is named in Chinese characters.
  static func isChinese(_ street: String) -> Bool {
    street.unicodeScalars.contains { 0x4E00...0x9FFF ~= $0.value }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  fileprivate var trimmingSpaces: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}
