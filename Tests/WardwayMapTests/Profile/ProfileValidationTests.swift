import Testing

@testable import WardwayMap

/// Values out of their bounds are refused however a profile was made.
@Suite struct ProfileValidationTests {
  @Test(arguments: Profile.standard)
  func `the standard profiles are sound`(profile: Profile) throws { try profile.validate() }

  @Test func `what isn't given is as for a walker`() throws {
    #expect(Profile(name: "walker") == .walker)
    let profile = Profile(name: "walking-frame", speed: 0.6, secondsPerStepUp: nil, minimumWidth: 0.7)
    try profile.validate()
    #expect(profile.speed == 0.6 && profile.secondsPerStepUp == nil && profile.elevatorWait == 40)
    #expect(try Profile(json: profile.json, file: "") == profile)
  }

  /// A change that leads out of bounds, and what is said about it.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout Profile) -> Void

    init(_ sentence: String, _ change: @escaping @Sendable (inout Profile) -> Void) {
      testDescription = sentence
      self.change = change
    }
  }

  private static let changes = [
    Change("'name' is 'Mine', it has to be 1 to 16 letters a to z, digits or hyphens") { $0.name = "Mine" },
    Change("'name' is '', it has to be 1 to 16 letters a to z, digits or hyphens") { $0.name = "" },
    Change("'speed' is 5.0, it has to be from 0.1 to 3") { $0.speed = 5 },
    Change("'speed' is nan, it has to be from 0.1 to 3") { $0.speed = .nan },
    Change("'speed' is inf, it has to be from 0.1 to 3") { $0.speed = .infinity },
    Change("'secondsPerStepUp' is 0.0, it has to be from 0.1 to 60") { $0.secondsPerStepUp = 0 },
    Change("'secondsPerStepDown' is 61.0, it has to be from 0.1 to 60") { $0.secondsPerStepDown = 61 },
    Change("'stairsFactor' is 0.5, it has to be from 1 to 100") { $0.stairsFactor = 0.5 },
    Change("'escalatorFactor' is -1.0, it has to be from 1 to 100") { $0.escalatorFactor = -1 },
    Change("'elevatorWait' is -1.0, it has to be from 0 to 3600") { $0.elevatorWait = -1 },
    Change("'secondsPerLevel' is 601.0, it has to be from 0 to 600") { $0.secondsPerLevel = 601 },
    Change("'minimumWidth' is 80.0, it has to be metres from 0 to 10, to whole centimetres") {
      $0.minimumWidth = 80
    },
    Change("'minimumWidth' is 0.805, it has to be metres from 0 to 10, to whole centimetres") {
      $0.minimumWidth = 0.805
    },
    Change("'minimumWidth' is nan, it has to be metres from 0 to 10, to whole centimetres") {
      $0.minimumWidth = .nan
    },
    Change("'minimumCabinLength' is -0.01, it has to be metres from 0 to 10, to whole centimetres") {
      $0.minimumCabinLength = -0.01
    },
    Change("'minimumElevatorLoad' is 6001, it has to be a whole number from 0 to 6000") {
      $0.minimumElevatorLoad = 6001
    },
    Change("'maximumIncline' is 1001, it has to be a whole number from 0 to 1000") {
      $0.maximumIncline = 1001
    },
    Change("'comfortableIncline' is -1, it has to be a whole number from 0 to 1000") {
      $0.comfortableIncline = -1
    },
    Change("'inclineSensitivity' is 101.0, it has to be from 0 to 100") { $0.inclineSensitivity = 101 },
    Change("'bumpyFactor' is 0.0, it has to be from 1 to 100") { $0.bumpyFactor = 0 },
    Change("'looseFactor' is 0.0, it has to be from 1 to 100") { $0.looseFactor = 0 },
    Change("'doorSeconds' is 601.0, it has to be from 0 to 600") { $0.doorSeconds = 601 },
    Change("'signalSeconds' is -1.0, it has to be from 0 to 600") { $0.signalSeconds = -1 },
  ]

  @Test(arguments: changes) func `what is out of bounds is named with its value`(change: Change) {
    var profile = Profile.wheelchair
    change.change(&profile)
    let error = #expect(throws: ProfileError.self) { try profile.validate() }
    #expect(error?.description == change.testDescription)
    #expect(error.map { change.testDescription.hasPrefix("'\($0.property)'") } == true)
    // Where it comes out as JSON at all, it can't be read again, or as another profile.
    #expect((try? Profile(json: profile.json, file: "")) != profile)
  }

  @Test func `bounds themselves are within`() throws {
    for field in Profile.lengths {
      for centimetres in stride(from: 0, through: 1000, by: 1) {
        var profile = Profile.walker
        profile[keyPath: field.property] = Double(centimetres) / 100
        try profile.validate()
        #expect(try Profile(json: profile.json, file: "") == profile)
      }
    }
    for field in Profile.numbers {
      for bound in [field.range.lowerBound, field.range.upperBound] {
        var profile = Profile.walker
        profile[keyPath: field.property] = bound
        try profile.validate()
      }
    }
  }
}
