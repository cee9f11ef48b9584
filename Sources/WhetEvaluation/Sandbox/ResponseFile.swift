/// The file that a verifier checks: `response.EXT` with the response, or with its only code block.
struct ResponseFile: Equatable {
  /// `response` and the extension of the language.
  var name: String
  var text: String

  /// - Parameter language: such as `python`; without one the response is taken whole, as `response.txt`.
  init(_ response: String, language: String?) {
    name = "response." + Self.fileExtension(for: language)
    let blocks = language == nil ? [] : FencedBlocks(response).blocks
    text = blocks.count == 1 ? blocks[0].content : response
  }

  private static let extensions = [
    "python": "py", "javascript": "js", "typescript": "ts", "markdown": "md", "shell": "sh", "bash": "sh", "zsh": "sh",
    "ruby": "rb", "rust": "rs", "c++": "cpp", "c#": "cs", "csharp": "cs", "kotlin": "kt", "perl": "pl", "haskell": "hs",
    "objective-c": "m", "plaintext": "txt", "text": "txt", "dockerfile": "Dockerfile", "golang": "go",
    "terraform": "tf",
  ]

  /// The usual extension; a short plain name such as `go`, `swift`, `json` is its own.
  static func fileExtension(for language: String?) -> String {
    guard let language = language?.lowercased(), !language.isEmpty else { return "txt" }
    if let known = extensions[language] { return known }
    let isPlain =
      language.count <= 12 && language.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    return isPlain ? language : "txt"
  }
}
