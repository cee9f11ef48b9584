/// A value made from another: the name of a month as a number, a number with leading zeros, a word in capitals.
///
/// Transforms are what any style guide may ask for; which of them a user wants is learned.
enum ValueTransform: Sendable, Hashable, Codable {
  /// One of the general ones.
  case named(Named)
  /// A prefix or suffix replaced: `colour` -> `color` is `our` -> `or`; a suffix in the place of none is put to a number:
  /// `3` -> `3m`.
  case affix(Affix)
  /// A number multiplied or moved by a constant.
  case arithmetic(Arithmetic)

  /// Transforms without parameters.
  enum Named: String, Sendable, Codable, CaseIterable {
    case lowercased, uppercased, capitalised
    /// With a small first letter, unless it is an acronym or a name with capitals inside.
    case uncapitalised
    /// At least two digits.
    case twoDigits
    /// Without leading zeros.
    case unpadded
    case monthNumber, monthTwoDigits, monthName, monthAbbreviation
    case weekdayName, weekdayAbbreviation
    /// `three` -> `3`, up to twenty.
    case digits
    /// `3` -> `three`, up to twenty.
    case spelled
    /// `10000` -> `10,000`.
    case grouped
    /// `10,000` -> `10000`.
    case ungrouped
    /// English words by their regular endings: `added` -> `add`, `add` -> `added`, `adding`, `adds`.
    case baseForm, past, gerund, plural, singular
    case snakeCase, camelCase, pascalCase, kebabCase, screamingSnakeCase
    /// `1st` -> `1`.
    case cardinal
    /// `1` -> `1st`.
    case ordinal
    /// The first letter only, as in initials.
    case fourDigitYear
    /// An hour after noon on the clock of 24 hours: `3` -> `15`.
    case afternoonHour
    /// An hour before noon on the clock of 24 hours, two digits: `9` -> `09`, `12` -> `00`.
    case morningHour
    /// `6pm` -> `18:00`.
    case clock24
    /// `18:00` -> `6pm`.
    case clock12
    /// `39ms` -> `39 ms`, `9h20` -> `9 h 20`.
    case spacedUnit
    /// `word` -> `_word_`.
    case underscored
  }

  struct Affix: Sendable, Hashable, Codable {
    var from: String
    var to: String
    var isPrefix: Bool
  }

  struct Arithmetic: Sendable, Hashable, Codable {
    var factor: Int
    var divisor: Int
    var offset: Int
  }

  /// Whether it is made from words rather than numbers and dates; words take many values to tell a habit from chance.
  var isOfWords: Bool {
    switch self {
    case .affix: true
    case .arithmetic: false
    case .named(let named):
      [
        .baseForm, .past, .gerund, .plural, .singular, .snakeCase, .camelCase, .pascalCase, .kebabCase,
        .screamingSnakeCase, .uppercased, .lowercased,
      ].contains(named)
    }
  }

  /// The value; `nil` where the transform says nothing about the text.
  func apply(_ text: String) -> String? {
    switch self {
    case .named(let named): named.apply(text)
    case .affix(let affix): affix.apply(text)
    case .arithmetic(let arithmetic): arithmetic.apply(text)
    }
  }

  var label: String {
    switch self {
    case .named(let named): named.rawValue
    case .affix(let affix):
      affix.isPrefix ? "\(affix.from)… -> \(affix.to)…" : "…\(affix.from) -> …\(affix.to)"
    case .arithmetic(let arithmetic):
      (arithmetic.factor == 1 ? "" : "× \(arithmetic.factor)")
        + (arithmetic.divisor == 1 ? "" : "÷ \(arithmetic.divisor)")
        + (arithmetic.offset == 0 ? "" : arithmetic.offset > 0 ? "+ \(arithmetic.offset)" : "- \(-arithmetic.offset)")
    }
  }
}

extension ValueTransform.Affix {
  /// The fewest letters that must be left beside the affix.
  static let shortestStem = 3

  func apply(_ text: String) -> String? {
    if from.isEmpty, !isPrefix, text.isDecimal { return text + to }
    guard text.count >= from.count + Self.shortestStem, text.allSatisfy(\.isLetter) else { return nil }
    if isPrefix { return text.hasPrefix(from) ? to + text.dropFirst(from.count) : nil }
    return text.hasSuffix(from) ? text.dropLast(from.count) + to : nil
  }
}

extension ValueTransform.Arithmetic {
  func apply(_ text: String) -> String? {
    guard text.utf8.count <= 12, let number = Int(text), divisor != 0 else { return nil }
    let (product, isTooLarge) = number.multipliedReportingOverflow(by: factor)
    guard !isTooLarge else { return nil }
    let (quotient, hasNone) = product.dividedReportingOverflow(by: divisor)
    guard !hasNone, quotient * divisor == product else { return nil }
    let (sum, overflow) = quotient.addingReportingOverflow(offset)
    return overflow ? nil : String(sum)
  }
}

extension ValueTransform.Named {
  func apply(_ text: String) -> String? {
    switch self {
    case .lowercased: text.contains(where: \.isUppercase) ? text.lowercased() : nil
    case .uppercased: text.contains(where: \.isLowercase) ? text.uppercased() : nil
    case .capitalised: text.first?.isLetter == true ? text.prefix(1).uppercased() + text.dropFirst() : nil
    case .uncapitalised: uncapitalised(text)
    case .twoDigits: text.isDecimal && text.count <= 2 ? (text.count == 1 ? "0" + text : text) : nil
    case .unpadded: text.isDecimal ? String(text.dropLast().drop { $0 == "0" } + text.suffix(1)) : nil
    case .monthNumber: CalendarWords.month(text).map { String($0 + 1) }
    case .monthTwoDigits: CalendarWords.month(text).map { ($0 < 9 ? "0" : "") + String($0 + 1) }
    case .monthName: monthIndex(text).map { CalendarWords.months[$0] }
    case .monthAbbreviation: monthIndex(text).map { String(CalendarWords.months[$0].prefix(3)) }
    case .weekdayName: CalendarWords.weekday(text).map { CalendarWords.weekdays[$0] }
    case .weekdayAbbreviation: CalendarWords.weekday(text).map { String(CalendarWords.weekdays[$0].prefix(3)) }
    case .digits: CalendarWords.numbers.firstIndex(of: text.lowercased()).map { String($0) }
    case .spelled:
      text.isDecimal ? Int(text).flatMap { $0 < CalendarWords.numbers.count ? CalendarWords.numbers[$0] : nil } : nil
    case .baseForm: WordForms.base(of: text)
    case .past: WordForms.past(of: text)
    case .gerund: WordForms.gerund(of: text)
    case .plural: WordForms.plural(of: text)
    case .singular: WordForms.singular(of: text)
    case .grouped: grouped(text)
    case .ungrouped: ungrouped(text)
    case .snakeCase: joined(text, "_") { $0.lowercased() }
    case .kebabCase: joined(text, "-") { $0.lowercased() }
    case .screamingSnakeCase: joined(text, "_") { $0.uppercased() }
    case .pascalCase: joined(text, "") { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
    case .camelCase: camel(text)
    case .cardinal: cardinal(text)
    case .ordinal: ordinal(text)
    case .fourDigitYear: text.isDecimal && text.count == 2 ? "20" + text : nil
    case .afternoonHour: hour(text).map { String($0 == 12 ? 12 : $0 + 12) }
    case .clock24: clock24(text)
    case .clock12: clock12(text)
    case .spacedUnit: spacedUnit(text)
    case .underscored: text.first?.isLetter == true ? "_" + text + "_" : nil
    case .morningHour: hour(text).map { $0 == 12 ? "00" : ($0 < 10 ? "0" : "") + String($0) }
    }
  }

  private func uncapitalised(_ text: String) -> String? {
    guard let first = text.first, first.isLetter else { return nil }
    return text.dropFirst().contains(where: \.isUppercase) || text == "I" ? text : first.lowercased() + text.dropFirst()
  }

  private func clock24(_ text: String) -> String? {
    let folded = text.lowercased()
    guard folded.hasSuffix("am") || folded.hasSuffix("pm") else { return nil }
    let parts = folded.dropLast(2).split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ String($0).isDecimal }), let hour = Int(parts[0]),
      (1...12).contains(hour), parts.count == 1 || parts[1].count == 2
    else { return nil }
    let full = hour % 12 + (folded.hasSuffix("pm") ? 12 : 0)
    return (full < 10 ? "0" : "") + "\(full):" + (parts.count == 2 ? String(parts[1]) : "00")
  }

  private func spacedUnit(_ text: String) -> String? {
    guard text.first?.isNumber == true, text.contains(where: \.isLetter), cardinal(text) == nil,
      !["0x", "0b", "0o"].contains(text.prefix(2).lowercased()),
      text.allSatisfy({ $0.isLetter || ($0.isASCII && $0.isNumber) })
    else { return nil }
    var output = ""
    var previous: Character?
    for character in text {
      if let previous, previous.isNumber != character.isNumber { output.append(" ") }
      output.append(character)
      previous = character
    }
    return output
  }

  private func clock12(_ text: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ String($0).isDecimal && $0.count == 2 }), let hour = Int(parts[0]),
      hour < 24
    else { return nil }
    let minutes = parts[1] == "00" ? "" : ":" + parts[1]
    return "\((hour + 11) % 12 + 1)\(minutes)" + (hour < 12 ? "am" : "pm")
  }

  private func monthIndex(_ text: String) -> Int? {
    if let month = CalendarWords.month(text) { return month }
    guard text.isDecimal, text.count <= 2, let number = Int(text), (1...12).contains(number) else { return nil }
    return number - 1
  }

  private func hour(_ text: String) -> Int? {
    guard text.isDecimal, text.count <= 2, let hour = Int(text), (1...12).contains(hour) else { return nil }
    return hour
  }

  private func grouped(_ text: String) -> String? {
    guard text.isDecimal, text.count > 3, text.first != "0" else { return nil }
    var output = ""
    for (index, digit) in text.enumerated() {
      if index > 0, (text.count - index).isMultiple(of: 3) { output.append(",") }
      output.append(digit)
    }
    return output
  }

  private func ungrouped(_ text: String) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.allSatisfy({ String($0).isDecimal })
    else { return nil }
    return groups.joined()
  }

  private func joined(_ text: String, _ separator: String, _ word: (String) -> String) -> String? {
    let words = text.nameParts
    guard words.count > 1 else { return nil }
    return words.map(word).joined(separator: separator)
  }

  private func camel(_ text: String) -> String? {
    let words = text.nameParts
    guard words.count > 1 else { return nil }
    return words[0].lowercased()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined()
  }

  private func cardinal(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return digits.count < text.count && ["st", "nd", "rd", "th"].contains(text.dropFirst(digits.count).lowercased())
      && !digits.isEmpty ? String(digits) : nil
  }

  private func ordinal(_ text: String) -> String? {
    guard text.isDecimal, text.count <= 3, let number = Int(text) else { return nil }
    let suffix =
      (11...13).contains(number % 100)
      ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return text + suffix
  }
}

/// Names of months, weekdays and small numbers.
enum CalendarWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]

  private static let monthWords: [String: Int] = {
    var words: [String: Int] = [:]
    let languages = [
      months,
      [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
      ],
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
      ],
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
      ],
    ]
    for names in languages { for (index, name) in names.enumerated() { words[name.lowercased()] = index } }
    for (index, name) in months.enumerated() { words[name.prefix(3).lowercased()] = index }
    words["sept"] = 8
    return words
  }()

  /// The number of a month from 0, by its English, German, French or Spanish name or its English abbreviation.
  static func month(_ text: String) -> Int? {
    guard text.first?.isLetter == true, text.count <= 10 else { return nil }
    return monthWords[text.lowercased()]
  }

  /// The number of a weekday from 0 (Monday), by its English name or abbreviation.
  static func weekday(_ text: String) -> Int? {
    guard text.first?.isUppercase == true else { return nil }
    return weekdays.firstIndex { $0 == text || $0.prefix(3) == text }
  }
}

extension String {
  /// Whether all of it is ASCII digits.
  var isDecimal: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// The words a name is made of: `parseHTTPRequest` and `parse_http_request` have the same three.
  var nameParts: [String] {
    var parts: [String] = []
    var part = ""
    var previous: Character?
    let characters = Array(self)
    for (index, character) in characters.enumerated() {
      if character == "_" || character == "-" {
        if !part.isEmpty { parts.append(part) }
        part = ""
      } else {
        let next = index + 1 < characters.count ? characters[index + 1] : nil
        let begins =
          character.isUppercase
          && (previous.map { $0.isLowercase || $0.isNumber } ?? false
            || (previous?.isUppercase ?? false) && (next?.isLowercase ?? false))
        if begins, !part.isEmpty {
          parts.append(part)
          part = ""
        }
        part.append(character)
      }
      previous = character
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }
}
