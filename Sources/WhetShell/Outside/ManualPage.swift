import WhetCore
import WhetScript
import WhetTraining

/// The manual page `whet(1)`, made from the declarations.
struct ManualPage {
  let table: CommandTable

  /// The page in roff with the man macros.
  var text: String {
    let lines =
      [
        #".\" Made by 'whet man'."#,
        #".TH WHET 1 "\#(ProgramVersion.released)" "whet \#(ProgramVersion.current)" "User Commands""#, ".ad l",
        ".SH NAME",
        #"whet \- train AI agents from the corrections people already make"#, ".SH SYNOPSIS",
      ] + synopsis + [".SH DESCRIPTION"] + Self.description + [".SH OPTIONS"]
      + ProgramFlags.all.flatMap { Self.term($0.term, $0.explanation + ".") } + [".SH COMMANDS"]
      + table.groups.flatMap(section) + [".SH EXIT STATUS"]
      + ProgramFlags.exitStatuses.flatMap { Self.term(String($0.code.rawValue), $0.meaning + ".") } + [
        ".SH ENVIRONMENT"
      ]
      + environment + [".SH FILES"] + files + [".SH EXAMPLES", "The whole way on corrections of your own:", ".PP"]
      + Roff.example(Self.example) + [".SH SEE ALSO", #".BR bwrap (1),"#, #".BR editrc (5)"#]
    return lines.joined(separator: "\n") + "\n"
  }

  private var synopsis: [String] {
    Array(ProgramFlags.calls.map { [Roff.line($0.usage)] }.joined(separator: [".br"]))
  }

  private static let description = [
    Roff.line(
      """
      An agent answers, somebody corrects the answer, and the correction is normally lost. whet keeps it, learns from \
      it, proves on cases it has not seen that the learning helps, and writes what helps into the agent's definition, \
      with a way back.
      """), ".PP",
    Roff.line(
      """
      The same commands work at the prompt, on the command line, in -c, in scripts and on standard input; 'whet help' \
      lists them, 'whet help WORDS' finds what has to do with some words, and 'whet help language' is the guide to \
      scripts.
      """),
  ]

  private func section(_ group: CommandTable.Group) -> [String] {
    [".SS " + Roff.escaped(group.title.isEmpty ? "Commands" : group.title)] + group.commands.flatMap(entry)
  }

  private func entry(_ command: CommandSpecification) -> [String] {
    var lines = [".TP", ".B " + Roff.escaped(command.usage), Roff.line(command.summary + ".")]
    for paragraph in command.discussion.split(separator: "\n\n") { lines.append(Roff.line(String(paragraph))) }
    let inner =
      command.parameters.flatMap { Self.term($0.term, $0.explanation + ".") }
      + command.examples.flatMap { [".TP"] + [#"\(bu "# + Roff.escaped($0.command), Roff.line($0.explanation + ".")] }
    return lines + (inner.isEmpty ? [] : [".RS"] + inner + [".RE"])
  }

  private static func term(_ term: String, _ text: String) -> [String] {
    [".TP", ".B " + Roff.escaped(term), Roff.line(text)]
  }

  private var environment: [String] {
    Settings.Key.allCases.flatMap { Self.term($0.variable, "The setting \($0.rawValue): \($0.summary).") }
      + Self.term("NO_COLOR, CLICOLOR_FORCE", "Never, always colour.")
      + Self.term("WHET_DEMOS", "The folder that holds the demos.")
  }

  private var files: [String] {
    [
      ("~/.local/share/whet/whet.db", "The store."), ("~/.config/whet/config.yaml", "Your settings."),
      (".whet/config.yaml", "The settings of the project."), ("~/.config/whet/rc.whet", "Run when the prompt starts."),
      ("~/.local/state/whet/history", "The lines typed at the prompt."),
      (".claude/agents, ~/.claude/agents, /etc/whet/agents", "Agent definitions: project, user, machine."),
    ].flatMap { Self.term($0.0, $0.1) }
  }

  private static let example = """
    whet correction import corrections.jsonl
    whet train engineer
    whet session show last
    whet deploy engineer
    """
}
