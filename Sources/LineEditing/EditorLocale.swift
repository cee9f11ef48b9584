import Glibc

/// The C locale's character encoding, by which libedit reads, measures and draws text.
enum EditorLocale {
  /// Takes the encoding of the environment if it is UTF-8, else that of `C.UTF-8`. Swift programs never set a
  /// locale, and in the one they start with libedit loses every character that is not ASCII.
  static func useUTF8() {
    setlocale(LC_CTYPE, "")
    let encoding = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) }
    if encoding != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
