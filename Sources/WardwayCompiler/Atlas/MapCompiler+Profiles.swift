import WardwayMap

extension MapCompiler {
  /// Checks that the profiles can be told apart, and that their values make sense.
  func checkProfiles() throws(CompilationError) {
    guard Set(profiles.map(\.name)).count == profiles.count else {
      throw CompilationError("two profiles have the same name; give each a name of its own")
    }
    for profile in profiles {
      do throws(ProfileError) { try profile.validate() } catch {
        throw CompilationError("nobody can travel by the profile '\(profile.name.prefix(40))': \(error)")
      }
    }
  }
}
