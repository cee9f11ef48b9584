extension CodeExplanations {
  /// Faults of the characters and the smallest parts of a script.
  static let text: [CodeExplanation] = [
    CodeExplanation(
      .invalidUTF8,
      """
      The file is not in UTF-8, the one encoding scripts are read in. It was most likely saved in an older encoding such
      as Latin-1. Save it as UTF-8 in the editor, or convert it with 'iconv -f LATIN1 -t UTF-8'.
      """,
      wrong: """
        echo "caf\u{FFFD}"  # the é was saved as one Latin-1 byte
        """,
      right: """
        echo "café"
        """),
    CodeExplanation(
      .controlCharacter,
      #"""
      A control character, or one that turns the writing direction, stands in the script. Such characters cannot be seen
      and can make a line read differently from what it does, so they are refused everywhere, also in strings and
      comments. Delete the character; where a text needs it, write it as \u{...} in a string between double quotes.
      """#,
      wrong: """
        echo "\u{1B}[1mdone"  # with the character U+001B itself
        """,
      right: #"""
        echo "\u{1b}[1mdone"  # with the six characters of its escape
        """#),
    CodeExplanation(
      .invisibleCharacter,
      """
      A character that looks like a blank or like nothing stands outside of a string, for example the no-break space
      U+00A0 of a word processor or web page. It would silently become part of a word. Replace it with an ordinary blank;
      inside strings it is allowed.
      """,
      wrong: """
        agent\u{A0}list  # between the words stands U+00A0
        """,
      right: """
        agent list
        """),
    CodeExplanation(
      .unexpectedCharacter,
      """
      A character stands where it means nothing: a curly quotation mark, a '$' without a name, or a sign of the system's
      shell such as '&&', '<' or a backquote, which this language does not have. Put text that contains it between quotes.
      A command that fails stops the script, so '&&' is not needed: write one command a line.
      """,
      wrong: """
        train engineer && gate explain
        """,
      right: """
        train engineer
        gate explain
        """),
    CodeExplanation(
      .unterminatedString,
      #"""
      A string has no closing quote. A string between single or double quotes ends on its own line, so that one forgotten
      quote cannot swallow the rest of the file. Close it; for text of several lines use three double quotes at both ends,
      or \n between double quotes.
      """#,
      wrong: """
        echo "training is done
        """,
      right: """
        echo "training is done"
        """),
    CodeExplanation(
      .unknownEscape,
      #"""
      A backslash in a double-quoted string is followed by a character that makes no escape. The escapes are \n, \t, \r,
      \", \', \\, \$ and \u{...} with a hexadecimal number. Write \\ for a backslash, or use single quotes, between which
      every character stands for itself.
      """#,
      wrong: #"""
        expect "case 12" matches "\d+"
        """#,
      right: #"""
        expect "case 12" matches '\d+'
        """#),
    CodeExplanation(
      .invalidNumber,
      """
      A word that begins with a digit is no number: it has a unit the language does not know, or does not fit 64 bits.
      Units of durations are ms, s, m, h and d; names begin with a letter or '_'. Write a larger number with a fraction or
      an exponent, such as 1e20, or put the text between quotes.
      """,
      wrong: """
        let pause = 5sec
        echo $pause
        """,
      right: """
        let pause = 5s
        echo $pause
        """),
    CodeExplanation(
      .lineContinuation,
      #"""
      A line ends with a backslash, which continues a line in other shells. Here a command always ends with its line, so
      that a blank after the backslash cannot change its meaning. Write the command on one line; lists, records and what
      stands in parentheses may go over several lines.
      """#,
      wrong: #"""
        train engineer \
          --correction last
        """#,
      right: """
        train engineer --correction last
        """),
  ]
}
