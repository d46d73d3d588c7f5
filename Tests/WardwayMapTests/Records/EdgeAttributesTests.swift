import Testing

@testable import WardwayMap

@Suite struct EdgeAttributesTests {
  private static let trileans: [Trilean] = [.unknown, .yes, .no]

  /// Sets every value of a property on attributes that have nothing else, and on ones that have everything.
  private func check<Value: Equatable>(
    _ property: WritableKeyPath<EdgeAttributes, Value>, _ values: [Value], _ location: SourceLocation
  ) {
    for start in [EdgeAttributes(), Self.full] {
      for value in values {
        var attributes = start
        attributes[keyPath: property] = value
        #expect(attributes[keyPath: property] == value, sourceLocation: location)
        attributes[keyPath: property] = start[keyPath: property]
        #expect(attributes == start, "another property was touched", sourceLocation: location)
      }
    }
  }

  private static let full: EdgeAttributes = {
    var all = EdgeAttributes()
    all.wheelchair = .no
    all.surface = .loose
    all.access = .staff
    all.elevator = .staff
    all.kerb = .rolled
    for trilean in [
      \EdgeAttributes.lit, \.handrail, \.automatic, \.wheelRamp, \.signals, \.tactilePaving, \.rises,
    ] {
      all[keyPath: trilean] = .no
    }
    for flag in [
      \EdgeAttributes.isIndoor, \.isRoom, \.isUncomfortable, \.isEntrance, \.stopsWheels, \.isTrunkRoad,
      \.isMesh, \.mayStandStill,
    ] {
      all[keyPath: flag] = true
    }
    all.cabinLength = 1275
    return all
  }()

  @Test func `every property comes back, whatever the others are`() {
    check(\.wheelchair, [.unknown, .yes, .limited, .no], #_sourceLocation)
    check(\.surface, [.unknown, .smooth, .bumpy, .firm, .loose], #_sourceLocation)
    check(\.access, [.everyone, .residents, .staff, .emergency], #_sourceLocation)
    check(\.elevator, [.everyone, .bed, .staff], #_sourceLocation)
    check(\.cabinLength, [0, 5, 140, 240, 1275], #_sourceLocation)
    check(\.kerb, [.unknown, .lowered, .raised, .rolled], #_sourceLocation)
    for trilean in [
      \EdgeAttributes.lit, \.handrail, \.automatic, \.wheelRamp, \.signals, \.tactilePaving, \.rises,
    ] {
      check(trilean, Self.trileans, #_sourceLocation)
    }
    for flag in [
      \EdgeAttributes.isIndoor, \.isRoom, \.isUncomfortable, \.isEntrance, \.stopsWheels, \.isTrunkRoad,
      \.isMesh, \.mayStandStill,
    ] {
      check(flag, [true, false], #_sourceLocation)
    }
  }

  @Test(arguments: [(-10, 0), (4, 0), (139, 135), (5000, 1275)])
  func `a cabin's length is rounded down and bounded`(stated: Int, kept: Int) {
    var attributes = EdgeAttributes()
    attributes.cabinLength = stated
    #expect(attributes.cabinLength == kept)
  }

  @Test func `nothing known is zero`() {
    let none = EdgeAttributes()
    #expect(none.rawValue == 0 && none.wheelchair == .unknown && none.access == .everyone && !none.isIndoor)
    #expect(none.rises.flag == nil && Self.full.rises.flag == false && Self.full != none)
  }

  @Test func `bits that mean nothing are read as unknown`() {
    let wild = unsafeBitCast(UInt64.max, to: EdgeAttributes.self)
    #expect(wild.surface == .unknown && wild.kerb == .unknown && wild.lit == .unknown)
    #expect(wild.access == .emergency && wild.elevator == .everyone && wild.wheelchair == .no)
  }

  @Test func `records have the sizes that the format says`() {
    #expect(MemoryLayout<NodeRecord>.stride == 32 && MemoryLayout<EdgeRecord>.stride == 48)
    #expect(MemoryLayout<PlaceRecord>.stride == 32 && MemoryLayout<SourceEntry>.stride == 16)
    #expect(MemoryLayout<HandoffRecord>.stride == 48 && MemoryLayout<PortalRecord>.stride == 40)
    #expect(MemoryLayout<EdgeAttributes>.size == 8)
    for kind in EdgeKind.allCases {
      var edge = EdgeRecord(.road, source: .none, tail: 0, head: 0, length: 0)
      edge.kind = kind
      #expect(edge.kind == kind && edge.span == 1 && !kind.name.isEmpty)
    }
  }
}
