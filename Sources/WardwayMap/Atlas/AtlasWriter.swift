import Synchronization

/// A venue whose file is written, but which the atlas doesn't name yet.
package struct StagedVenue: Sendable {
  /// What the manifest will say of it.
  package let part: Manifest.Part
  /// Its area, to compare with its neighbours'.
  package let outline: Outline
  let entry: PlaceIndex.Entry
}

/// Changes an atlas, venue by venue.
///
/// Files come first, under new names; a commit then writes the manifest that names them, in whole. So whoever
/// opens the atlas sees the state of one commit, and a writer that is killed loses what it hadn't committed,
/// nothing else. There is one writer of an atlas at a time. The same venues give the same files, in whatever
/// order they come.
package final class AtlasWriter: Sendable {
  private struct State {
    var manifest: Manifest
    var index: PlaceIndex
  }

  private let folder: AtlasFolder
  /// The files of the state that was there before.
  private let oldFiles: Set<String>
  private let state: Mutex<State>

  /// Starts to change the atlas in `folder`, and removes what a writer that was killed left there.
  ///
  /// - Throws: `notFound`, `damaged` or `wrongVersion` if there is no atlas that can be changed; `foreignFiles` if the
  ///   folder holds anything else; `busy` while somebody else writes it.
  package init(changing path: String) throws(AtlasError) {
    let manifest = try Manifest(folder: path)
    folder = try AtlasFolder(locking: path, making: false)
    // Once more: somebody may have been quicker.
    let locked = manifest.placeIndex == nil ? manifest : try Manifest(folder: path)
    state = Mutex(State(manifest: locked, index: try PlaceIndex(of: locked, in: path)))
    let files = try folder.ownFiles()
    folder.remove(files.subtracting(locked.files))
    oldFiles = files.intersection(locked.files)
  }

  /// Starts to write a whole atlas where there may be an older one.
  ///
  /// - Parameter keepsVenues: Whether venues that were added to the older one stay.
  init(replacing path: String, keepsVenues: Bool) throws(AtlasError) {
    folder = try AtlasFolder(locking: path, making: true)
    oldFiles = try folder.ownFiles()
    guard keepsVenues else {
      state = Mutex(State(manifest: Manifest(parts: [], attribution: ""), index: PlaceIndex()))
      return
    }
    var old = try Manifest(folder: path)
    let index = try PlaceIndex(of: old, in: path)
    let gone = old.parts.filter { $0.origin == nil }.map(\.network)
    old.parts.removeAll { $0.origin == nil }
    state = Mutex(State(manifest: old, index: index.updated(removing: Set(gone), adding: [])))
  }

  /// What the atlas consists of after the last commit.
  package var manifest: Manifest { state.withLock { $0.manifest } }

  /// Returns the area of a venue of the atlas.
  ///
  /// - Throws: An ``AtlasError`` if its file is missing, damaged or of another version.
  package func outline(of part: Manifest.Part) throws(AtlasError) -> Outline {
    try Venue(path: "\(folder.path)/\(part.file)", expecting: part, memory: nil).description.outline
  }

  /// Whether the file of a part is there with the size that it should have.
  package func has(_ part: Manifest.Part) -> Bool { folder.has(part) }

  // MARK: Files

  /// Writes the streets' file; the next commit names it.
  func stage(streets file: SectionFileWriter, attribution: String) throws(AtlasError) {
    let part = try folder.write(file, network: NetworkID.streets)
    state.withLock { state in
      state.manifest.parts.removeAll { $0.network == NetworkID.streets }
      state.manifest.parts.append(part)
      state.manifest.attribution = attribution
    }
  }

  /// Writes a venue's file; several threads may do so at a time.
  ///
  /// - Throws: `notWritten`.
  package func stage(
    _ venue: CompiledVenue, attribution: String, origin: Manifest.Origin? = nil
  ) throws(AtlasError) -> StagedVenue {
    let description = venue.description
    var part = try folder.write(
      NetworkFile.venue(venue, attribution: attribution), network: description.id)
    part.name = description.name
    let box = description.outline.box
    part.box = [box.minLatitudeE7, box.minLongitudeE7, box.maxLatitudeE7, box.maxLongitudeE7]
    part.origin = origin
    part.attribution = attribution
    return StagedVenue(
      part: part, outline: description.outline, entry: PlaceIndex.Entry(description.id, venue.network))
  }

  /// Deletes the file of a venue that won't be committed.
  package func discard(_ venue: StagedVenue) {
    if !manifest.files.contains(venue.part.file) { folder.remove([venue.part.file]) }
  }

  // MARK: The manifest

  /// Enters venues and takes others out; those of the same ids are replaced.
  ///
  /// Files that nothing names any more are deleted: whoever has them mapped keeps them.
  ///
  /// - Throws: `notWritten`; the atlas is as it was.
  package func commit(_ staged: [StagedVenue], removing removed: Set<NetworkID> = []) throws(AtlasError) {
    try state.withLock { state throws(AtlasError) in
      var manifest = state.manifest
      let gone = removed.union(staged.map(\.part.network))
      let before = oldFiles.union(manifest.files)
      manifest.parts.removeAll { $0.network.isVenue && gone.contains($0.network) }
      for venue in staged {
        var part = venue.part
        if part.attribution == manifest.attribution { part.attribution = nil }
        manifest.parts.append(part)
      }
      manifest.parts.sort { $0.network < $1.network }
      let index = state.index.updated(removing: gone, adding: staged.map(\.entry))
      manifest.placeIndex =
        index.venues.isEmpty ? nil : try folder.write(index.file, network: PlaceIndex.network)
      try folder.write(manifest)
      folder.remove(before.subtracting(manifest.files))
      state = State(manifest: manifest, index: index)
    }
  }

  /// Deletes what was written and never committed, if this writer was to replace the whole atlas.
  func abandon() {
    if let files = try? folder.ownFiles() { folder.remove(files.subtracting(oldFiles)) }
  }
}
