import WhetCore
import WhetScript

/// `timing`: whether the prompt tells how long each command took.
struct Timing: ShellCommand {
  let specification = CommandSpecification(
    path: ["timing"], summary: "Say after each command how long it took",
    discussion: """
      The time goes to standard error, after the command's result, and only at the prompt; scripts have --trace. Without \
      on or off it says which of them holds. Put 'timing on' into the start file to have it always.
      """,
    parameters: [.positional("state", .choice(["on", "off"]), isRequired: false, "whether times are told")],
    effect: .reads,
    examples: [.init("timing on", "tells the time of each command from now on"), .init("timing", "says what holds")],
    shape: .record("timing", [.init("timing", .boolean, "whether times are told")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    if let state = try call.text("state") { call.shell.showTime(state == "on") }
    let isOn = call.shell.showsTime
    return CommandResult(.record(["timing": .bool(isOn)]), as: .text("timing is \(isOn ? "on" : "off")"))
  }
}
