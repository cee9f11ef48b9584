import WhetCore

extension Builtin {
  static let path = Builtin.makingTexts(
    "path", [.init("text", .textual), .init("folder", .textual, isOptional: true)], gives: [.path, .secret],
    "The path of a file, from the folder of the script unless another is given; from `/` or `~` on, as it is",
    examples: [(#"path("/tmp/a.md")"#, #"path("/tmp/a.md")"#), (#"path("../b", "/a/c")"#, #"path("/a/b")"#)]
  ) { arguments, _ throws(WhetError) in
    if case .path = arguments.first, let path = arguments.first { return path }
    let text = try arguments.text(0)
    guard let first = text.utf8.first, !text.utf8.contains(0) else {
      throw .invalidArgument("a path cannot be empty or hold a NUL character")
    }
    guard first != UInt8(ascii: "/"), first != UInt8(ascii: "~") else { return .path(text) }
    return .path(LexicalPath.join(arguments.count > 1 ? try arguments.text(1) : "", text))
  }
}
