/// The pages on the script language: the guide of `help language` and the grammar of `help grammar`.
public enum LanguageGuide {
  /// The guide in Markdown, with the list of the built-in functions filled in.
  public static func text() -> String {
    page(PackageResources.language_md).replacing(builtinsMark, with: BuiltinsPage.text)
  }

  /// The grammar in EBNF, as the parser takes it.
  public static var grammar: String { page(PackageResources.grammar_ebnf) }

  /// The line of the guide where the functions are listed.
  static let builtinsMark = "{{built-ins}}"

  private static func page(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
