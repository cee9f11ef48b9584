extension CodeExplanations {
  /// Faults of the grammar: a part of a statement is missing, too much, or of the wrong sort.
  static let grammar: [CodeExplanation] = [
    CodeExplanation(
      .expectedStatement,
      """
      A line does not begin with a statement: with a command, a call, or a word of the language such as 'let'. Values
      alone do nothing. Show a value with 'echo', keep it with 'let name = ...', check it with 'expect'; a variable is
      given a new value without its '$'. 'else' and 'catch' stand after the '}' they belong to.
      """,
      wrong: """
        let total = 1
        $total = 2
        echo $total
        """,
      right: """
        let total = 1
        total = 2
        echo $total
        """),
    CodeExplanation(
      .expectedName,
      """
      A name is missing, or what stands there cannot be one. Where a variable, parameter or function is made or given a
      value, its name stands without '$'; the '$' is for reading it. The words of the language, such as 'for' and 'test',
      are no names.
      """,
      wrong: """
        for $name in ["ann", "ben"] {
          echo $name
        }
        """,
      right: """
        for name in ["ann", "ben"] {
          echo $name
        }
        """),
    CodeExplanation(
      .expectedBody,
      """
      'if', 'else', 'for', 'def', 'try', 'catch', 'retry' and 'test' need a block: statements between '{' and '}', with
      the '{' on the same line. The braces are needed for a single statement too, so that a line added later cannot fall
      outside of the block.
      """,
      wrong: """
        if exists("notes.md") echo "there"
        """,
      right: """
        if exists("notes.md") {
          echo "there"
        }
        """),
    CodeExplanation(
      .bareWord,
      """
      A word without quotes stands in an expression, where it could be meant as text, as a variable or as a command. Put
      text between quotes, begin a variable with '$', and put a command between parentheses. Only the words of a command
      stand bare.
      """,
      wrong: """
        expect upper("ann") == ANN
        """,
      right: """
        expect upper("ann") == "ANN"
        """),
    CodeExplanation(
      .comparisonChain,
      """
      Two comparisons follow each other, as in '0 < $x < 10'. The second would compare the true or false of the first,
      which is never meant. Write two comparisons and join them with 'and'.
      """,
      wrong: """
        expect len("abc") == len("def") == 3
        """,
      right: """
        expect len("abc") == len("def") and len("def") == 3
        """),
    CodeExplanation(
      .expectedValue,
      """
      A value is missing or is of a sort that cannot stand there: nothing follows an operator, '=', '>' or '@', 'include'
      has no path between quotes, 'test' no name, 'retry' no number, 'within' no duration. Write the value, or remove what
      asks for one.
      """,
      wrong: """
        let total = 1 +
        echo $total
        """,
      right: """
        let total = 1 + 2
        echo $total
        """),
    CodeExplanation(
      .expectedEnd,
      """
      A statement or expression is complete, but more follows on its line. Statements are separated by a line end or ';'.
      Put text of several words between quotes, write a duration as one word, and close a parenthesis before comparing
      what the command in it gave.
      """,
      wrong: """
        let limit = 10 minutes
        echo $limit
        """,
      right: """
        let limit = 10m
        echo $limit
        """),
    CodeExplanation(
      .expectedSeparator,
      """
      A sign or word that holds two parts together is missing: a comma between the elements of a list, record or call, the
      ':' after a record's name, '=' after 'let name', 'in' of 'for', 'within' of 'wait', or the 'catch' of 'try'. The
      caret shows where it belongs.
      """,
      wrong: """
        echo ["ann" "ben"]
        """,
      right: """
        echo ["ann", "ben"]
        """),
    CodeExplanation(
      .expectedKey,
      """
      Each part of a record begins with its name: a word, or a text between quotes with nothing to fill in. Names are
      known before the script runs, so a variable, a list or an interpolation cannot stand there.
      """,
      wrong: """
        echo {["agent"]: "engineer"}
        """,
      right: """
        echo {agent: "engineer"}
        """),
    CodeExplanation(
      .expectedFormat,
      """
      After a command '|' chooses how its result is written, and the word for it is missing. There are no pipes between
      commands: a result is kept with 'let' and used as a value. Name a format such as json or jsonl, or remove the '|'.
      """,
      wrong: """
        correction list |
        """,
      right: """
        correction list | json
        """),
    CodeExplanation(
      .duplicateKey,
      """
      A record written out has one name twice. One of the two values would be lost without a word, so neither is chosen.
      Remove or rename one of them; to change a field of a record that is there, add a record: '$row + {id: 2}'.
      """,
      wrong: """
        let row = {id: 1, id: 2}
        echo $row
        """,
      right: """
        let row = {id: 1, other: 2}
        echo $row
        """),
    CodeExplanation(
      .missingSpace,
      """
      Two values of a command touch each other. Values are never joined by standing side by side; a blank separates them.
      Put one between them if two are meant. If one text is meant, write it between one pair of double quotes, with
      variables as ${...}.
      """,
      wrong: """
        let total = 3
        echo "total: "$total
        """,
      right: """
        let total = 3
        echo "total: ${$total}"
        """),
    CodeExplanation(
      .unclosed,
      """
      A '(', '[', '{' or '${' is opened and never closed before the text, or for '${' its line, ends. The caret shows the
      one that was opened; the place where the closing one is missing may be far below it. Indent by blocks, or let the
      formatter do it, to find the place.
      """,
      wrong: """
        for name in ["ann", "ben"] {
          echo $name
        """,
      right: """
        for name in ["ann", "ben"] {
          echo $name
        }
        """),
    CodeExplanation(
      .tooDeep,
      """
      Brackets and blocks nest more than 64 deep, an expression joins more than 256 operators or fields on one level or is 320 operations deep, or a
      function has more than 64 parameters. The limits keep a hostile or generated text from exhausting the program. Keep
      parts in variables, or move inner blocks into functions.
      """,
      wrong: "echo " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70),
      right: """
        echo [[1, 2], [3, 4]]
        """),
    CodeExplanation(
      .tooManyFaults,
      """
      The file has 20 faults or more; the first 20 are shown and the rest is not, because most of them usually come from
      one cause. Often the text is not a script at all. Mend the first faults and check the file again.
      """,
      wrong: (1...21).map { "ecko \($0)" }.joined(separator: "\n"),
      right: """
        for number in range(1, 22) {
          echo $number
        }
        """),
  ]
}
