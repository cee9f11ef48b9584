/// Characters that make a script read differently from what it does.
///
/// Source: Boucher and Anderson, "Trojan Source: Invisible Vulnerabilities" (2021), for the direction controls.
enum SuspectScalar {
  /// Controls and characters that change the writing direction: refused everywhere, in strings too.
  static func isRefusedInText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// White space and invisible characters other than blank and tab: refused outside strings.
  static func isRefusedInWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0085, 0x00A0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: isRefusedInText(scalar)
    }
  }

  /// Quotation marks a word processor puts in place of straight ones.
  static func isCurlyQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2018...0x201F, 0x00AB, 0x00BB: true
    default: false
    }
  }

  /// `U+00A0`.
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
