/// The guide's list of the built-in functions, made from their declarations.
enum BuiltinsPage {
  private static let width = 78

  /// An entry for each function, in the order of `Builtins.all`.
  static var text: String { Builtins.all.map(entry).joined(separator: "\n") }

  /// How the function is called, what it gives, and an example.
  private static func entry(_ builtin: Builtin) -> String {
    let example = builtin.examples.first.map { " `\($0.call)` is `\($0.result)`." } ?? ""
    return wrapped("- `\(builtin.usage)`: \(builtin.summary).\(example)", hanging: 2)
  }

  /// Breaks a text at its blanks, but not those between backquotes.
  private static func wrapped(_ text: String, hanging: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in words(of: text) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging) + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }

  private static func words(of text: String) -> [String] {
    var words = [""]
    var isCode = false
    for character in text {
      if character == "`" { isCode.toggle() }
      if character == " ", !isCode { words.append("") } else { words[words.count - 1].append(character) }
    }
    return words
  }
}
