import WhetCore

extension Builtin {
  static let exists = Builtin(
    "exists", [.init("path", [.text, .path])], gives: .bool, "Whether a file or folder is there",
    examples: [(#"exists("no such folder/no such file")"#, "false")]
  ) { arguments, surroundings throws(WhetError) in
    .bool(try surroundings.exists(try arguments.text(0)))
  }
}
