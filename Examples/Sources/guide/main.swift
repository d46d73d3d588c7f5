// Guides a person from place to place in the terminal, step by step.

import Foundation
import Wardway

guard CommandLine.arguments.count == 2 else {
  print("usage: guide ATLAS")
  exit(2)
}
do {
  let atlas = try Atlas(opening: CommandLine.arguments[1])
  print("1 English   2 中文")
  let isChinese = try Console.line() == "2"
  let console = Console(language: isChinese ? .simplifiedChinese : .english)
  try Guide(atlas: atlas, console: console).run()
  console.say("Map: \(atlas.attribution)", "地图：\(atlas.attribution)")
} catch is EndOfInput {
  print("")
} catch {
  print("\(error)")
  exit(1)
}
