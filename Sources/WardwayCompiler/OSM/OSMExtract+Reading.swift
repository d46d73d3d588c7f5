import COsmium
import WardwayMap

extension OSMExtract {
  /// Reads OpenStreetMap files (`.osm`, `.osm.gz`, `.osm.bz2`, `.osm.pbf`) into one extract.
  ///
  /// Of objects with the same id the highest version stays, and of those the one from the latest file.
  /// Deleted objects are left out. Strings come out as valid UTF-8 without control characters, no longer
  /// than 4,096 bytes.
  ///
  /// - Parameter progress: Takes the share of the work that is done, 0…1; called while reading.
  /// - Throws: ``MapReadingError`` about the first file that can't be read.
  package static func read(
    paths: [String], progress: (@Sendable (Double) -> Void)? = nil
  ) throws(MapReadingError) -> OSMExtract {
    for path in paths where path.utf8.contains(0) {
      throw MapReadingError(.notFound, path, "a path can't hold a zero byte; check the path")
    }
    var failure = osm_error()
    let report = progress.map(Progress.init)
    let found = unsafe lendPaths(paths) { paths in
      let context = unsafe report.map { unsafe Unmanaged.passUnretained($0).toOpaque() }
      return unsafe osm_read(
        paths.baseAddress, paths.count,
        report == nil
          ? nil
          : { context, share in
            guard let context = unsafe context else { return }
            unsafe Unmanaged<Progress>.fromOpaque(context).takeUnretainedValue().report(share)
          },
        context, &failure)
    }
    withExtendedLifetime(report) {}
    guard let found = unsafe found else { throw MapReadingError(failure, paths: paths) }
    return unsafe OSMExtract(taking: found, paths: paths)
  }

  @unsafe private init(taking extract: UnsafePointer<osm_extract>, paths: [String]) {
    let view = unsafe extract.pointee
    warnings = OSMReadingWarning.summedUp(
      unsafe UnsafeBufferPointer(start: view.warnings, count: view.warning_count).map {
        OSMReadingWarning($0, paths: paths)
      })
    diagnostics = []
    names = FeatureNames()
    attribution = "© OpenStreetMap contributors, ODbL 1.0"
    let storage = unsafe OSMStorage(taking: extract)
    self.storage = storage
    taggedNodes = storage.nodes.indices.filter { storage.nodes[$0].tags != 0 }
  }

  /// Calls back into Swift.
  private final class Progress: Sendable {
    let report: @Sendable (Double) -> Void

    init(_ report: @escaping @Sendable (Double) -> Void) { self.report = report }
  }
}

/// Lends paths to `body`.
@unsafe private func lendPaths<Result>(
  _ strings: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  let paths = strings.map { FilePath.bytes($0).map { CChar(bitPattern: $0) } + [0] }
  let bytes = paths.flatMap { $0 }
  return unsafe bytes.withUnsafeBufferPointer { bytes in
    var starts: [UnsafePointer<CChar>?] = unsafe []
    var start = 0
    for path in paths {
      unsafe starts.append(bytes.baseAddress.map { unsafe $0 + start })
      start += path.count
    }
    return unsafe starts.withUnsafeBufferPointer { unsafe body($0) }
  }
}

extension MapReadingError {
  fileprivate init(_ failure: osm_error, paths: [String]) {
    let text = unsafe withUnsafeBytes(of: failure.message) {
      unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    self.init(
      Code(failure.code), failure.file < paths.count ? paths[failure.file] : "",
      text.isEmpty ? "there is not enough memory; cut out a region with osmium extract" : text)
  }
}

extension MapReadingError.Code {
  fileprivate init(_ code: osm_error_code) {
    switch code {
    case osm_error_not_found: self = .notFound
    case osm_error_not_readable: self = .notReadable
    case osm_error_empty: self = .empty
    case osm_error_not_osm: self = .notOSM
    case osm_error_wrong_name: self = .wrongName
    case osm_error_history: self = .historyFile
    case osm_error_changes: self = .changeFile
    case osm_error_version: self = .unsupportedVersion
    case osm_error_truncated: self = .truncated
    case osm_error_entities: self = .entityExpansion
    case osm_error_block_too_large: self = .blockTooLarge
    case osm_error_bomb: self = .decompressionBomb
    case osm_error_compression: self = .unsupportedCompression
    case osm_error_coordinate: self = .invalidCoordinate
    case osm_error_string_too_long: self = .stringTooLong
    case osm_error_too_large: self = .tooLarge
    case osm_error_memory: self = .outOfMemory
    default: self = .damaged
    }
  }
}

extension OSMReadingWarning {
  fileprivate init(_ warning: osm_warning, paths: [String]) {
    let codes: [Diagnostic.Code] = [
      .nodeWithoutLocation, .nodeOffGlobe, .controlCharacters, .invalidUTF8, .overlongString, .reusedID,
      .idOutOfRange,
    ]
    self.init(
      code: codes[Int(warning.kind.rawValue)], file: paths[Int(warning.file)],
      kind: OSMKind(rawValue: warning.object_kind) ?? .relation, id: warning.id,
      count: Int(clamping: warning.count))
  }
}
