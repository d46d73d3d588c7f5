/// What tells whether a venue would be compiled out of the same input in the same manner.
package enum Fingerprint {
  /// Returns the fingerprint of a map file and of how it is compiled, as 32 hexadecimal digits.
  ///
  /// The version of the file format is part of it.
  ///
  /// - Parameter options: All that changes what is made of the file, in words.
  /// - Throws: `notFound` if the file can't be read, `truncated` if it is empty.
  /// - Complexity: O(size of the file).
  package static func of(file: String, options: String) throws(AtlasError) -> String {
    let bytes = try FileContents.read(file, most: .max)
    guard !bytes.isEmpty else { throw AtlasError(.truncated, file: file, "the file is empty; get it again") }
    let content = Checksum.of(bytes)
    let manner = Checksum.of(Array("\(SectionLayout.version) \(options)".utf8))
    return Checksum.hexadecimal(content) + Checksum.hexadecimal(manner)
  }
}
