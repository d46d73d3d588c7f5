import CExpat
import Foundation

/// Reads XML out of untrusted bytes, element by element, without external entities, own entities or deep nesting.
///
/// An element that its owner takes is handed over when it ends and forgotten, so that memory holds one at a time.
@safe final class XMLStream {
  /// The deepest nesting; IndoorGML needs about 20.
  private static let deepest = 100
  /// The longest text of an element in bytes.
  private static let longest = 1 << 26

  /// The elements that are open, from the root.
  private(set) var open: [XMLElement] = []
  /// Returns whether an element that just ended was taken; what isn't stays in its parent.
  private let take: (XMLElement, XMLStream) throws(MapReadingError) -> Bool
  private let file: String
  private var parser: XML_Parser?
  private var failure: MapReadingError?

  /// - Parameter take: Called at the end of each element; its parents are ``open``.
  init(file: String, take: @escaping (XMLElement, XMLStream) throws(MapReadingError) -> Bool) {
    self.file = file
    self.take = take
  }

  /// Reads everything.
  ///
  /// - Throws: What is wrong, or what `take` throws.
  func read(_ data: Data) throws(MapReadingError) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw MapReadingError(.outOfMemory, file, "there is not enough memory; free some")
    }
    unsafe self.parser = parser
    defer {
      unsafe XML_ParserFree(parser)
      unsafe self.parser = nil
    }
    // The same hashing each time; the parser has its own guard against floods of attributes.
    unsafe XML_SetHashSalt(parser, 1)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { unsafe XMLStream.of($0).start($1, $2) }, { context, _ in unsafe XMLStream.of(context).end() })
    unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLStream.of($0).append($1, Int($2)) }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe XMLStream.of(context).refuse(
        .entityExpansion, "it has a document type, which may declare entities; remove its <!DOCTYPE …>")
    }
    let size = 1 << 20
    var start = 0
    repeat {
      let end = min(start + size, data.count)
      let piece = [UInt8](data[data.startIndex + start..<data.startIndex + end])
      let status = unsafe piece.withUnsafeBytes { bytes in
        unsafe XML_Parse(
          parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
          end == data.count ? 1 : 0)
      }
      if let failure { throw failure }
      if status != XML_STATUS_OK { throw unsafe syntaxError(parser) }
      start = end
    } while start < data.count
  }

  /// Makes an error about a line.
  func error(_ code: MapReadingError.Code, line: Int, _ message: String) -> MapReadingError {
    MapReadingError(code, file, line: line, "line \(line): \(message)")
  }

  @unsafe private func syntaxError(_ parser: XML_Parser) -> MapReadingError {
    let code = unsafe XML_GetErrorCode(parser)
    let line = unsafe Int(XML_GetCurrentLineNumber(parser))
    switch code {
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
      XML_ERROR_UNCLOSED_CDATA_SECTION:
      return error(.truncated, line: line, "it ends too early; get the file again")
    case XML_ERROR_NO_MEMORY:
      return error(.outOfMemory, line: line, "there is not enough memory; free some")
    default:
      let text = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "unknown"
      return error(.damaged, line: line, "it is not well-formed XML (\(text)); correct it")
    }
  }

  // MARK: Events

  /// The stream that Expat calls for: the pointer that it was given, which no input changes.
  @unsafe private static func of(_ context: UnsafeMutableRawPointer?) -> XMLStream {
    guard let context = unsafe context else { fatalError("the parser forgot whom it works for") }
    return unsafe Unmanaged<XMLStream>.fromOpaque(context).takeUnretainedValue()
  }

  private var line: Int { unsafe Int(XML_GetCurrentLineNumber(parser)) }

  private func stop(_ error: MapReadingError) {
    guard failure == nil else { return }
    failure = error
    _ = unsafe XML_StopParser(parser, 0)
  }

  private func refuse(_ code: MapReadingError.Code, _ message: String) {
    stop(error(code, line: line, message))
  }

  @unsafe private func start(
    _ name: UnsafePointer<CChar>?, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard failure == nil, let name = unsafe name else { return }
    guard open.count < Self.deepest else {
      return refuse(
        .tooDeep, "elements are nested more than \(Self.deepest) deep; is it IndoorGML?")
    }
    var attributes: [String: String] = [:]
    var position = 0
    if let list = unsafe list {
      while let key = unsafe list[position], let value = unsafe list[position + 1] {
        let key = unsafe String(cString: key)
        attributes[key.hasPrefix("xmlns") ? key : Self.local(key)] = unsafe String(cString: value)
        position += 2
      }
    }
    open.append(XMLElement(Self.local(unsafe String(cString: name)), attributes, line: line))
  }

  private func end() {
    guard failure == nil, let element = open.popLast() else { return }
    do throws(MapReadingError) {
      if try !take(element, self) { open.last?.children.append(element) }
    } catch { stop(error) }
  }

  @unsafe private func append(_ text: UnsafePointer<CChar>?, _ count: Int) {
    guard failure == nil, let text = unsafe text, let element = open.last else { return }
    guard element.text.utf8.count + count <= Self.longest else {
      return refuse(.stringTooLong, "the text of \(element.name) is longer than 64 MB; is it IndoorGML?")
    }
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
    element.text += unsafe String(decoding: bytes, as: UTF8.self)
  }

  private static func local(_ name: String) -> String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
