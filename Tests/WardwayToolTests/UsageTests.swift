import Testing

/// Help, wrong usage, and the exit codes for them.
@Suite struct UsageTests {
  @Test(arguments: [
    ["help"], ["--help"], ["help", "route"], ["route", "--help"], ["batch", "-h"], ["compile", "-h"],
  ])
  func `help goes to standard output`(arguments: [String]) throws {
    let run = try Tool.run(arguments)
    #expect(run.code == 0)
    #expect(run.output.contains("USAGE: wardway") && run.diagnostics.isEmpty)
  }

  @Test func `the version is a number`() throws {
    let run = try Tool.run("--version")
    #expect(run.code == 0 && run.output.contains(/^\d+\.\d+\.\d+\n$/))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `there are completions for a shell`(shell: String) throws {
    let run = try Tool.run("--generate-completion-script", shell)
    #expect(run.code == 0)
    for word in ["compile", "route", "batch", "places"] { #expect(run.output.contains(word)) }
  }

  @Test func `wrong usage is 2, said on standard error`() throws {
    let atlas = try Tool.atlas()
    let runs = [
      try Tool.run("fly"), try Tool.run("compile", Tool.map), try Tool.run("compile", "-o", "x"),
      try Tool.run("route", atlas, "--from", "Pharmacy"),
      try Tool.run("route", atlas, "--from", "Pharmacy", "--to", "Imaging", "--as", "horse"),
      try Tool.run("route", atlas, "--from", "Pharmacy", "--to", "Imaging", "--by", "rocket"),
      try Tool.run("route", atlas, "--from", "Pharmacy", "--to", "Imaging", "--depart", "noon"),
      try Tool.run("route", atlas, "--from", "Pharmacy", "--to", "Imaging", "--close", "node/x"),
      try Tool.run("route", atlas, "--from", "Pharmacy", "--to", "Imaging", "--avoid", "people"),
      try Tool.run("route", atlas, "--from", "Pharmacy", "--to", "Imaging", "--language", "tlh"),
      try Tool.run("route", atlas, "--from", "Pharmacy", "--to", "Imaging", "--format", "xml"),
      try Tool.run("route", atlas, "--from", "91,0", "--to", "Imaging"),
      try Tool.run("route", atlas, "--from", "29.9,122.9@B1", "--to", "Imaging"),
      try Tool.run(
        "route", atlas, "--from", "Pharmacy", "--to", "Imaging", "--depart", "2026-11-23T08:00:00Z",
        "--arrive", "2026-11-23T09:00:00Z"),
      try Tool.run("places", atlas, "--limit", "0"),
    ]
    for run in runs { #expect(run.code == 2 && run.output.isEmpty && !run.diagnostics.isEmpty, "\(run)") }
  }

  @Test(arguments: ["--depart", "--arrive"])
  func `times are refused with a plain sentence`(option: String) throws {
    let run = try Tool.run(
      "route", Tool.atlas(), "--from", "Pharmacy", "--to", "Imaging", option, "2026-11-23T08:00:00+08:00")
    let word = option.dropFirst(2)
    #expect(run.code == 2 && run.diagnostics.contains("times aren't supported yet: leave '\(word)' out"))
  }
}
