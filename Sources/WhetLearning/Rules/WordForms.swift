/// The forms of English words by their regular endings, so that a person need not correct each form of a word anew.
///
/// A form that is made wrongly is a word nobody writes, so it matches nothing. Endings after Quirk et al., "A
/// Comprehensive Grammar of the English Language", sections 3.2-3.10 (regular verbs) and 5.80 (plural).
enum WordForms {
  /// The forms of both words, in the same order; the observed pair comes first.
  static func pairs(_ source: String, _ target: String) -> [(source: String, target: String)] {
    var pairs = [(source: source, target: target)]
    guard isPlain(source), isPlain(target), let (sourceBase, targetBase) = bases(source, target) else { return pairs }
    // A consonant doubled against the rule (`beginning`) tells of a verb whose past is seldom regular either.
    let isIrregular = [(source, sourceBase), (target, targetBase)].contains { word, base in
      word.hasSuffix("ing") && Ending.ing.form(of: base) != word
    }
    for ending in isIrregular ? [.s, .base] : Ending.allCases {
      let made = (source: ending.form(of: sourceBase), target: ending.form(of: targetBase))
      if !pairs.contains(where: { $0.source == made.source }) { pairs.append(made) }
    }
    return pairs
  }

  /// The word without its ending, in its own case: `Added` -> `Add`.
  static func base(of word: String) -> String? {
    inCase(of: word) { Ending.ed.base(of: $0) ?? Ending.ing.base(of: $0) }
  }
  static func past(of word: String) -> String? {
    inCase(of: word) { Ending.ed.base(of: $0) == nil ? Ending.ed.form(of: $0) : nil }
  }
  static func gerund(of word: String) -> String? {
    inCase(of: word) { Ending.ing.base(of: $0) == nil ? Ending.ing.form(of: $0) : nil }
  }
  static func plural(of word: String) -> String? {
    inCase(of: word) { Ending.s.base(of: $0) == nil ? Ending.s.form(of: $0) : nil }
  }
  static func singular(of word: String) -> String? { inCase(of: word) { Ending.s.base(of: $0) } }

  private static func inCase(of word: String, _ form: (String) -> String?) -> String? {
    let folded = word.lowercased()
    guard isPlain(folded), word.dropFirst().allSatisfy(\.isLowercase) else { return nil }
    return form(folded).map { LetterCase.of(word, appliedTo: $0) }
  }

  /// Endings need a word of some length; short function words have no forms.
  private static func isPlain(_ word: String) -> Bool {
    word.count >= 3 && word.unicodeScalars.allSatisfy { ("a"..."z").contains($0) }
  }

  /// The words without the ending that both have; as they are when they share none.
  private static func bases(_ source: String, _ target: String) -> (String, String)? {
    for ending in Ending.allCases where ending != .base {
      if let left = ending.base(of: source), let right = ending.base(of: target) { return (left, right) }
    }
    let isInflected = [source, target].contains { $0.hasSuffix("ing") || $0.hasSuffix("ed") }
    return isInflected ? nil : (source, target)
  }

  private enum Ending: CaseIterable {
    case ing, ed, s, base

    func form(of base: String) -> String {
      let last = base.last ?? " "
      let isConsonantY = last == "y" && !(base.dropLast().last.map(WordForms.isVowel) ?? true)
      switch self {
      case .base: return base
      case .s:
        if isConsonantY { return base.dropLast() + "ies" }
        let isSibilant = ["s", "x", "z"].contains(last) || base.hasSuffix("ch") || base.hasSuffix("sh")
        return base + (isSibilant ? "es" : "s")
      case .ing:
        if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
        if last == "e", !base.hasSuffix("ee"), !base.hasSuffix("oe") { return base.dropLast() + "ing" }
        return base + (WordForms.doubles(base) ? String(last) : "") + "ing"
      case .ed:
        if isConsonantY { return base.dropLast() + "ied" }
        if last == "e" { return base + "d" }
        return base + (WordForms.doubles(base) ? String(last) : "") + "ed"
      }
    }

    /// The word that has this form; the inverse of `form(of:)` for regular words.
    func base(of word: String) -> String? {
      switch self {
      case .base: return word
      case .s:
        guard word.hasSuffix("s"), !word.hasSuffix("ss"), word.count > 3 else { return nil }
        var candidates = [String(word.dropLast(1)), String(word.dropLast(2)), word.dropLast(3) + "y"]
        if word.hasSuffix("ies"), word.count > 4 { candidates.reverse() }
        if WordForms.addsE(word.dropLast(2)) { candidates.swapAt(0, 1) }
        return candidates.first { form(of: $0) == word }
      case .ing, .ed:
        let ending = self == .ing ? "ing" : "ed"
        guard word.hasSuffix(ending), word.count > ending.count + 1, !word.hasSuffix("eed") else { return nil }
        let stem = String(word.dropLast(ending.count))
        guard stem.contains(where: { WordForms.isVowel($0) || $0 == "y" }) else { return nil }
        var candidates = [stem]
        if stem.count > 3, let last = stem.last, stem.dropLast().last == last,
          !["l", "s", "z", "f", "e", "o"].contains(last)
        {
          return String(stem.dropLast())
        }
        if stem.hasSuffix("i") { candidates.insert(stem.dropLast() + "y", at: 0) }
        if WordForms.needsE(stem) { candidates.insert(stem + "e", at: 0) } else { candidates.append(stem + "e") }
        return candidates.first { form(of: $0) == word }
      }
    }
  }

  /// One syllable that ends in one vowel and one consonant doubles it: `log`, `logging`.
  private static func doubles(_ base: String) -> Bool {
    let letters = Array(base)
    guard letters.count >= 3, let last = letters.last, !isVowel(last), !["w", "x", "y"].contains(last) else {
      return false
    }
    let vowels = letters.indices.filter { isVowel(letters[$0]) }
    return vowels == [letters.count - 2]
  }

  /// Stems that the language does not end words with: `us`, `utiliz`, `writ`, `manag`.
  private static func needsE(_ stem: String) -> Bool {
    guard let last = stem.last, !isVowel(last) else { return stem.hasSuffix("u") }
    if ["v", "z", "c"].contains(last) || stem.hasSuffix("dg") || stem.hasSuffix("at") || stem.hasSuffix("ag") {
      return true
    }
    let letters = Array(stem)
    let vowels = letters.indices.filter { isVowel(letters[$0]) }
    return vowels == [letters.count - 2] && letters.count <= 4 && !["w", "x", "y"].contains(last)
  }

  /// Whether a word that ends so has its plural on `es` and not on an `e` of its own: `box`, `class`, `patch`, but not
  /// `case`, `size`, `cache`.
  private static func addsE(_ stem: Substring) -> Bool {
    if stem.hasSuffix("ch") { return stem.dropLast(2).last.map { !isVowel($0) } ?? false }
    return stem.hasSuffix("x") || stem.hasSuffix("ss") || stem.hasSuffix("sh")
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }
}

/// How a word is written: the first letter large, all of it, or neither.
enum LetterCase {
  /// The word in the case of another.
  static func of(_ model: String, appliedTo word: String) -> String {
    guard let first = model.first, first.isUppercase else { return word }
    let isAllCapitals = model.count > 1 && !model.contains(where: \.isLowercase)
    return isAllCapitals ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
  }
}
