import ArgumentParser
import Foundation

/// The root of the command line.
@main
struct WardwayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wardway",
    abstract: "Finds ways through cities and hospitals, floor by floor.",
    discussion: """
      First make an atlas out of map files, then ask it:

        wardway compile city.osm.pbf -o city.atlas
        wardway add city.atlas hospital.osm
        wardway places city.atlas pharmacy
        wardway route city.atlas --from "12 Willow Street" --to Pharmacy --as wheelchair

      Exit codes: 0 answered, 1 the tool failed, 2 wrong usage, 3 no route, 4 unreadable or damaged input.
      Completions for your shell: wardway --generate-completion-script bash|zsh|fish
      """,
    version: "0.1.0",
    subcommands: [
      CompileCommand.self, AddCommand.self, RemoveCommand.self, RouteCommand.self, DrawCommand.self,
      IsochroneCommand.self,
      BatchCommand.self, InfoCommand.self, PlacesCommand.self,
    ])

  static func main() {
    Output.prepare()
    do {
      var command = try parseAsRoot(Arguments.given)
      try command.run()
    } catch {
      Foundation.exit(report(error))
    }
  }
}
