import TestSupport
import Testing

@testable import WardwayCompiler

/// A map that gives a diagnostic.
struct DiagnosticCase: Sendable {
  /// The code that it is there for.
  var code: Diagnostic.Code
  /// Compiles it, and returns all that is said of it.
  var diagnostics: @Sendable () throws -> [Diagnostic]

  init(_ code: Diagnostic.Code, _ diagnostics: @escaping @Sendable () throws -> [Diagnostic]) {
    self.code = code
    self.diagnostics = diagnostics
  }
}

/// Every code is given by a map, and the contract lists it.
@Suite struct DiagnosticCodeTests {
  private static let cases = [
    DiagnosticCase.reading, DiagnosticCase.walking, DiagnosticCase.driving, DiagnosticCase.venues,
    DiagnosticCase.addedVenues, DiagnosticCase.imdf, DiagnosticCase.indoorGML,
  ].flatMap { $0 }

  @Test(arguments: cases.indices) func `a map gives the code that it is there for`(index: Int) throws {
    let (code, found) = (Self.cases[index].code, try Self.cases[index].diagnostics())
    #expect(found.contains { $0.code == code }, "\(code.rawValue): \(found.map(\.code.rawValue))")
    #expect(found.allSatisfy { !$0.message.isEmpty })
  }

  @Test func `what is given, what there is and what the contract lists is the same`() throws {
    let given = Set(Self.cases.map(\.code))
    #expect(given == Set(Diagnostic.Code.allCases))
    #expect(Set(given.map(\.rawValue)) == (try ContractSchema.read().words(of: "finding-code")))
  }
}
