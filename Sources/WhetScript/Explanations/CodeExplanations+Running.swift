extension CodeExplanations {
  /// Faults that only the run of a script can show; `try` catches each of them.
  static let running: [CodeExplanation] = [
    CodeExplanation(
      .integerOverflow,
      """
      The result of a calculation does not fit: an integer is beyond 64 bits, a number beyond the largest there is, or a
      duration beyond 3,000 years. A wrong result would be worse than none, so nothing wraps around or is cut off. Write
      one side with a fraction, such as 2.0, to calculate with numbers instead of integers.
      """,
      wrong: """
        let largest = 9223372036854775807
        echo ($largest + 1)
        """,
      right: """
        let largest = 9223372036854775807
        echo ($largest + 1.0)
        """),
    CodeExplanation(
      .divisionByZero,
      """
      The right side of '/' or '%' is zero, and no number is the answer. Ask for the case first, for example when a list
      of cases can be empty.
      """,
      wrong: """
        let passed = []
        echo (100 / len($passed))
        """,
      right: """
        let passed = []
        if len($passed) > 0 {
          echo (100 / len($passed))
        } else {
          echo "no case passed"
        }
        """),
    CodeExplanation(
      .invalidArgument,
      """
      A function gets a value of the right kind that it can do nothing with: a text that is no number or no JSON, an empty
      list where a largest element is asked for, steps of 0, a pattern that is no regular expression. The message says
      which. Check the value first, or catch the failure with 'try' where it comes from outside.
      """,
      wrong: """
        echo (number("twelve"))
        """,
      right: """
        echo (number("12"))
        """),
    CodeExplanation(
      .noSuchField,
      """
      A record has no field of that name, or the value is no record at all, often null because something was not measured
      or not found. The message shows the nearest name or all of them. Correct the name; ask '"name" in $record' or
      '$value != null' first where it may be missing.
      """,
      wrong: """
        let case = {id: "c1", task: "reverse a list"}
        echo $case.tsak
        """,
      right: """
        let case = {id: "c1", task: "reverse a list"}
        echo $case.task
        """),
    CodeExplanation(
      .indexOutOfRange,
      """
      A list has no element at that index. The first element is at 0, so a list of three ends at 2; negative indices count
      from the end, with -1 the last. Ask 'len' first, or go through the elements with 'for'.
      """,
      wrong: """
        let names = ["ann", "ben"]
        echo $names[2]
        """,
      right: """
        let names = ["ann", "ben"]
        echo $names[-1]
        """),
    CodeExplanation(
      .variableNotSet,
      """
      A function reads a variable of the script before the line that makes it has run: the function was called above that
      line. Functions may be called above their 'def', but variables have no value before their 'let'. Move the 'let' up,
      or give the function the value as an argument.
      """,
      wrong: """
        report()
        let title = "results"
        def report() {
          echo $title
        }
        """,
      right: """
        let title = "results"
        report()
        def report() {
          echo $title
        }
        """),
    CodeExplanation(
      .recursionTooDeep,
      """
      Functions call each other 1,000 deep, which almost always means that a function calls itself without an end. Give it
      a case in which it does not, or use 'for'.
      """,
      wrong: """
        def total(count) {
          return $count + total($count - 1)
        }
        echo (total(4))
        """,
      right: """
        def total(count) {
          if $count == 0 {
            return 0
          }
          return $count + total($count - 1)
        }
        echo (total(4))
        """),
    CodeExplanation(
      .valueTooDeep,
      """
      Lists and records would nest more than 100 deep; JSON read with 'parse' has the same limit. The limit keeps work on
      a value from exhausting the program's stack. Keep the parts side by side in one list and join lists with '+'.
      """,
      wrong: """
        let path = []
        for step in range(200) {
          path = [$step, $path]
        }
        echo (len($path))
        """,
      right: """
        let path = []
        for step in range(200) {
          path = $path + [$step]
        }
        echo (len($path))
        """),
    CodeExplanation(
      .valueTooLarge,
      """
      A text would be larger than 64 MiB, or a list or record would be when it is written, or a text is too long for the
      pattern it is matched with. The limit keeps a script from taking all memory. Work on smaller pieces, for example
      line by line.
      """,
      wrong: """
        let text = "0123456789"
        for _n in range(30) {
          text = $text + $text
        }
        echo (len($text))
        """,
      right: """
        let text = "0123456789"
        for _n in range(10) {
          text = $text + $text
        }
        echo (len($text))
        """),
    CodeExplanation(
      .patternTooSlow,
      """
      A regular expression has more ways to match the text than can be tried in a reasonable time, most often because a
      repeat stands inside a repeat, such as '(a+)+'. The search is stopped so that a text from outside cannot hang the
      script. Write the pattern so that each part of the text can match in one way only.
      """,
      wrong: """
        let answer = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"
        echo ($answer matches '^(a+)+$')
        """,
      right: """
        let answer = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"
        echo ($answer matches '^a+$')
        """),
    CodeExplanation(
      .waitTimeout,
      """
      The condition of 'wait until' was still false when the time after 'within' was over. Nothing waits without a limit.
      Allow more time, or find out why the condition does not come true; 'try' around it goes on without it.
      """,
      wrong: """
        wait until exists("ready.txt") within 2s every 500ms
        """,
      right: """
        wait until exists("ready.txt") within 1m every 500ms
        """),
    CodeExplanation(
      .expectationFailed,
      """
      The condition of an 'expect' is false. The message shows the condition and, for a comparison, the two values. Inside
      a 'test' the test fails and the script goes on with the next statement after it; elsewhere the script ends. The exit
      status is 3 in both cases, so that a script can serve as a check.
      """,
      wrong: """
        expect len(["ann", "ben"]) == 3, "three names"
        """,
      right: """
        expect len(["ann", "ben"]) == 2, "two names"
        """),
    CodeExplanation(
      .environmentMissing,
      """
      The script asks for a variable of the environment that is not set. An empty text in its place would hide the
      mistake. Set the variable before the script is run, or give 'env' a second argument to take instead.
      """,
      wrong: """
        echo (env("REPORT_TITLE"))
        """,
      right: """
        echo (env("REPORT_TITLE", "results"))
        """),
    CodeExplanation(
      .refusedWhenSafe,
      """
      The script is run with --safe, which lets it start no program, reach no network and look at no file outside of the
      project, and it tried to. Run it without --safe if you trust it; otherwise keep to files of the project.
      """,
      wrong: """
        echo (exists("/etc/hosts"))  # run with --safe
        """,
      right: """
        echo (exists("notes.md"))  # run with --safe
        """),
  ]
}
