/// Finds how a value may have been made from another.
enum ValueTransforms {
  /// The likeliest transform; `nil` if none of the known ones makes the one text from the other.
  ///
  /// - Parameter isTight: whether the value is written against a sign, where numbers usually have a fixed width.
  static func first(from source: String, to target: String, isTight: Bool) -> ValueTransform? {
    guard source != target || isTight, mayBeValues(source, target) else { return nil }
    let order: [ValueTransform.Named] =
      isTight
      ? [.monthTwoDigits, .monthNumber, .twoDigits, .afternoonHour, .fourDigitYear, .unpadded]
      : [.monthNumber, .monthName, .monthAbbreviation, .weekdayName, .weekdayAbbreviation, .unpadded, .twoDigits]
    let rest: [ValueTransform.Named] = [
      .monthName, .monthAbbreviation, .digits, .spelled, .grouped, .ungrouped, .cardinal, .ordinal, .afternoonHour,
      .morningHour, .clock24, .clock12, .spacedUnit, .underscored,
    ]
    return (order + rest).first { $0.apply(source) == target }.map { .named($0) }
  }

  /// Whether one may be made from the other: most words are ruled out here, at less cost than by every transform.
  private static func mayBeValues(_ source: String, _ target: String) -> Bool {
    func mayHaveNumber(_ text: String) -> Bool { text.utf8.contains { (0x30...0x39).contains($0) || $0 >= 0x80 } }
    return mayHaveNumber(source) || mayHaveNumber(target) || target.hasPrefix("_") || CalendarWords.month(source) != nil
      || CalendarWords.weekday(source) != nil
  }

  /// How a word may have been made from another: by its ending, by the way names are joined, by an affix.
  static func ofWord(from source: String, to target: String) -> ValueTransform? {
    let named: [ValueTransform.Named] = [
      .baseForm, .past, .gerund, .plural, .singular, .snakeCase, .camelCase, .pascalCase, .kebabCase,
      .screamingSnakeCase, .uppercased, .lowercased,
    ]
    if source.count < 2, !source.isDecimal { return nil }
    return named.first { $0.apply(source) == target && source != target }.map { .named($0) }
      ?? affix(from: source, to: target)
  }

  /// The affix that was replaced, if a word was changed at one end only and enough of it is left.
  static func affix(from source: String, to target: String) -> ValueTransform? {
    if source == target { return nil }
    if source.isDecimal, target.hasPrefix(source), target.dropFirst(source.count).allSatisfy(\.isLetter) {
      return .affix(.init(from: "", to: String(target.dropFirst(source.count)), isPrefix: false))
    }
    let prefix = zip(source, target).prefix { $0 == $1 }.count
    let suffix = zip(source.reversed(), target.reversed()).prefix { $0 == $1 }.count
    if prefix >= max(3, suffix), source.count - prefix <= 4, target.count - prefix <= 4 {
      let extra = source.count == prefix || target.count == prefix ? 1 : 0
      return .affix(
        .init(
          from: String(source.dropFirst(prefix - extra)), to: String(target.dropFirst(prefix - extra)), isPrefix: false)
      )
    }
    if suffix >= 3, source.count - suffix <= 5, target.count - suffix <= 5 {
      return .affix(
        .init(from: String(source.dropLast(suffix)), to: String(target.dropLast(suffix)), isPrefix: true))
    }
    return nil
  }
}
