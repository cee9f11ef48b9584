extension CodeExplanations {
  /// Faults of the whole program: names, functions, kinds of values, includes.
  static let program: [CodeExplanation] = [
    CodeExplanation(
      .unknownVariable,
      """
      No variable of that name is visible at that place. A variable is made with 'let' above its use and is seen in its
      block and the blocks inside it, not after the block has ended. Correct the name, or make the variable with 'let' in
      the outer block and give it its value, without 'let', in the inner one.
      """,
      wrong: """
        if exists("notes.md") {
          let state = "there"
          echo $state
        }
        echo $state
        """,
      right: """
        let state = "missing"
        if exists("notes.md") {
          state = "there"
        }
        echo $state
        """),
    CodeExplanation(
      .unknownFunction,
      """
      A call names a function that neither the language has nor the script or a file it includes makes with 'def'. Correct
      the name, make the function, or include the file that does. A command is no function: it is called by its words, in
      parentheses where its value is wanted.
      """,
      wrong: """
        echo (length("abc"))
        """,
      right: """
        echo (len("abc"))
        """),
    CodeExplanation(
      .redefined,
      """
      A name is made twice: a second 'let' of one variable in one block, a second 'def' of one function, a function with
      the name of one of the language's own, or a variable 'args', which holds the script's arguments. Give a variable a
      new value without 'let', or choose another name.
      """,
      wrong: """
        let total = 1
        let total = 2
        echo $total
        """,
      right: """
        let total = 1
        total = 2
        echo $total
        """),
    CodeExplanation(
      .misplaced,
      """
      A statement stands where it cannot work: 'return' outside of a function, 'break' or 'continue' outside of a loop,
      'def' or 'include' inside a block, 'test' inside a function or another test. Move it; a script as a whole is ended
      with 'exit'.
      """,
      wrong: """
        if len($args) == 0 {
          return
        }
        echo $args
        """,
      right: """
        if len($args) == 0 {
          exit
        }
        echo $args
        """),
    CodeExplanation(
      .unreachable,
      """
      A statement follows 'return', 'break' or 'continue' in the same block, so it can never run. It is an error because
      somebody meant it to run. Move it before the statement that leaves, put that one into an 'if', or delete it.
      """,
      wrong: """
        def greeting(name) {
          return "hello ${name}"
          echo "greeted"
        }
        echo (greeting("ann"))
        """,
      right: """
        def greeting(name) {
          echo "greeting"
          return "hello ${name}"
        }
        echo (greeting("ann"))
        """),
    CodeExplanation(
      .parameterOrder,
      """
      A parameter without a default follows one with a default. A call fills parameters from the left, so the default
      could never be used without naming the later one. Put parameters with defaults last, or give the later ones defaults
      too.
      """,
      wrong: """
        def greeting(word = "hello", name) {
          return "${word} ${name}"
        }
        echo (greeting(name = "ann"))
        """,
      right: """
        def greeting(name, word = "hello") {
          return "${word} ${name}"
        }
        echo (greeting("ann"))
        """),
    CodeExplanation(
      .missingFunctionArgument,
      """
      A call leaves out an argument that the function needs; the note shows how the function is called. Give the argument,
      or give the parameter a default where the function is made: 'def greeting(name = "all")'.
      """,
      wrong: """
        def greeting(name) {
          return "hello ${name}"
        }
        echo (greeting())
        """,
      right: """
        def greeting(name) {
          return "hello ${name}"
        }
        echo (greeting("ann"))
        """),
    CodeExplanation(
      .unexpectedFunctionArgument,
      """
      A call gives an argument that the function does not take: too many, one twice, a name no parameter has, or an
      argument without a name after one with a name. The functions of the language take no names. Compare the call with
      the function's parameters.
      """,
      wrong: """
        echo (upper("abc", "def"))
        """,
      right: """
        echo (upper("abc"))
        """),
    CodeExplanation(
      DiagnosticCode.wrongKind,
      """
      An operator, function or statement gets a value of a kind it does not take, such as a number where text is joined or
      a text where a condition stands. Values never change their kind by themselves. Where the kinds are known the fault
      is found before the script runs, otherwise when the line does. Make text of any value with "${...}", a number of a
      text with 'number', and a condition by comparing.
      """,
      wrong: """
        let count = 3
        echo ("cases: " + $count)
        """,
      right: """
        let count = 3
        echo ("cases: " + "${$count}")
        """),
    CodeExplanation(
      .invalidPattern,
      #"""
      The text after 'matches' is no regular expression, or is longer than 1,000 characters or nested too deep; the
      message names the fault. A sign with a meaning of its own, such as '(', '[', '+' or '.', is written with a backslash
      before it to stand for itself. Write patterns between single quotes, where a backslash is just that.
      """#,
      wrong: """
        echo ("f(x)" matches 'f(')
        """,
      right: #"""
        echo ("f(x)" matches 'f\(')
        """#),
    CodeExplanation(
      .includeCycle,
      """
      A file includes itself, directly or through other files, or files include each other more than 32 deep. The message
      shows the way round. Move what both files need into a third that includes neither. A file that is included twice
      without a circle is read once.
      """,
      wrong: """
        include "main.whet"  # in the file main.whet itself
        """,
      right: """
        include "common.whet"
        """),
    CodeExplanation(
      .unreadableInclude,
      """
      An included file cannot be read; the message says why. The path starts from the folder of the file it is written in,
      not from the working directory. Correct the path or the file's rights. The file is read before anything runs, so a
      script cannot make it first.
      """,
      wrong: """
        include "commom.whet"
        """,
      right: """
        include "common.whet"
        """),
    CodeExplanation(
      .unusedVariable,
      """
      A warning: a variable is made and its value is never read, which is often a misspelt name. The script runs all the
      same. Delete the variable, or begin its name with '_' to say that this is meant, as in 'for _n in range(3)'.
      """,
      wrong: """
        let total = 3
        """,
      right: """
        let total = 3
        echo $total
        """),
    CodeExplanation(
      .unusedValue,
      """
      A warning: a function of the language is called and its value goes nowhere. These functions change nothing, they
      only give a value: 'trim' leaves the text it is given as it was. Keep the value with 'let', show it with 'echo', or
      delete the line.
      """,
      wrong: """
        let name = " ann "
        trim($name)
        """,
      right: """
        let name = " ann "
        echo (trim($name))
        """),
  ]
}
