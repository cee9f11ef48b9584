import WhetScript

extension HelpTopic {
  static let keys: @Sendable (HelpText) -> String = { help in
    let groups: [(String, [(String, String)])] = [
      (
        "Completion and history",
        [
          ("Tab", "completes the word, or lists what may stand there"),
          ("Right arrow, ^F", "at the end of the line takes the grey suggestion"),
          ("Up, Down", "earlier and later lines that begin as this one does"),
          ("^R", "searches backwards for a line that holds what you type; again for the next one"),
        ]
      ),
      (
        "Editing",
        [
          ("^A, ^E", "to the beginning, to the end of the line"), ("Alt-B, Alt-F", "a word back, a word forward"),
          ("^W, Alt-D", "cut the word before, the word after"),
          ("^U, ^K", "cut what is before the cursor, what is behind it"),
          ("^Y", "puts back what was cut"), ("^L", "clears the screen"),
          ("Enter", "runs the line; inside open brackets, quotes or a block it begins the next one"),
        ]
      ),
      (
        "Signals",
        [
          ("^C", "drops the line; during a command it cancels the command, twice it forces"),
          ("^Z", "suspends whet; 'fg' of the system's shell comes back to it"),
          ("^D", "on an empty line ends the shell"),
        ]
      ),
    ]
    return
      (groups.map { title, keys in "\(title)\n" + help.rows(keys, widest: 16) } + [
        help.wrap(
          """
          A line that begins with a blank is not kept in the history, nor is one with a secret. Pasted text is inserted \
          as it is and never run before you press Enter. The keys are libedit's: ~/.editrc may bind others, and \
          'bind -v' in it turns vi mode on (see editrc(5)).
          """)
      ]).joined(separator: "\n\n")
  }

  static let formats: @Sendable (HelpText) -> String = { help in
    [
      "Formats of --output\n"
        + help.rows(OutputFormat.allCases.map { ($0.rawValue, formatMeanings[$0.rawValue] ?? "") }),
      help.wrap(
        """
        A command's result goes into a file with '> FILE' and takes another form with '| FORMAT', as in \
        'run list | json > runs.json'. Standard output holds results only; progress, notes and errors go to standard \
        error. With --output json one command gives its value, several one array with an element for each.
        """),
      help.wrap(
        """
        Every command's value has a fixed shape: 'help COMMAND' shows its members, 'help COMMAND --schema' gives JSON \
        Schema (draft 2020-12), 'help --schema' those of all commands. What was not measured is null. Moments are in \
        UTC, scores lie between 0 and 100, improvements are points, probabilities lie between 0 and 1.
        """),
    ].joined(separator: "\n\n")
  }

  /// By name, because formats come and go; a test sees that none lacks its meaning.
  static let formatMeanings = [
    "table": "tables and pages for people", "json": "one JSON value; an array for several commands",
    "jsonl": "one JSON value a line: each row of a list, or each result",
    "csv": "rows with commas between the cells (RFC 4180)", "tsv": "rows with tabs between the cells",
    "markdown": "tables of Markdown", "tap": "the tests of scripts in the Test Anything Protocol",
  ]
}
