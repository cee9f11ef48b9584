import WhetCore

/// Something cheap to see about a place in a text: what stands beside it, what it stands in.
///
/// Facts say nothing of meaning; which of them matter for a rule is learned from where people made an edit and where
/// they did not.
enum PlaceFact: Sendable, Hashable, Codable {
  /// The token before it, in lower case.
  case left(String)
  /// The token after it, in lower case.
  case right(String)
  case leftKind(Neighbour)
  case rightKind(Neighbour)
  /// Nothing separates it from the token before it.
  case joinedLeft
  /// Nothing separates it from the token after it.
  case joinedRight
  case zone(Zone)
  /// A sign stands among the four tokens before it.
  case nearLeft(String)
  /// A sign stands among the four tokens after it.
  case nearRight(String)
  /// A sign stands in what it changes.
  case inside(String)
  /// The last token of what it changes, where that is a name of several tokens.
  case last(String)
  /// One of its statements assigns a name that a later one uses, so that they cannot stand in another order.
  case dependence
  /// How the one word it changes is written.
  case shape(WordShape)
  /// What the unspaced run of signs, words and numbers it stands in looks like: `9-9-9` for a date.
  case run(String)
  /// The same with a digit for each digit: `9999-99-99`.
  case digitsOfRun(String)
  /// How many characters the first number it changes has.
  case digits(Int)
  /// The name before the dot it follows.
  case receiver(String)
  /// The name before the innermost bracket around it.
  case call(String)
  /// The first token of its line, in lower case.
  case lineStart(String)
  /// The first word of the line that opens the block it stands in: `def`, `async`, `class`, `for`.
  case block(String)
  /// The line above it begins with that token, such as a decorator's `@`.
  case lineAbove(String)
  /// The heading above it, in lower case.
  case section(String)
  /// A word of its line, in lower case in running text.
  case lineWord(String)
  /// A word anywhere in the text, such as an import's; in code called functions, members and imported names only.
  case textWord(String)
  /// What kind of response it stands in.
  case format(ResponseFormat)
  /// The language of its line, or of the text where the line does not tell; holds where neither does.
  case language(ProseLanguage)
  case codePart(CodePart)
  /// The programming language of the code block; holds where that cannot be told.
  case codeLanguage(String)
  /// It is the first of its sentence or line.
  case sentenceStart

  /// How letters, digits and underscores make up a word.
  enum WordShape: String, Sendable, Codable {
    case small, capitalised, capitals, inner, joined

    init?(_ word: String) {
      guard word.contains(where: \.isLetter) else { return nil }
      if word.contains("_") {
        self = .joined
      } else if !word.contains(where: \.isUppercase) {
        self = .small
      } else if word.count > 1, !word.contains(where: \.isLowercase) {
        self = .capitals
      } else {
        self = word.dropFirst().contains(where: \.isUppercase) ? .inner : .capitalised
      }
    }
  }

  /// What kind of token stands beside a place.
  enum Neighbour: String, Sendable, Codable {
    case word, capitalisedWord, number, opening, closing, quote, sign, lineEnd
  }

  var summary: String {
    switch self {
    case .left(let token): "‹\(Self.shown(token))› stands before it"
    case .right(let token): "‹\(Self.shown(token))› stands after it"
    case .leftKind(let kind): "\(kind.label) stands before it"
    case .rightKind(let kind): "\(kind.label) stands after it"
    case .joinedLeft: "joined to what is before it"
    case .joinedRight: "joined to what is after it"
    case .zone(let zone): "in \(zone.rawValue)"
    case .nearLeft(let sign): "‹\(sign)› stands shortly before it"
    case .nearRight(let sign): "‹\(sign)› stands shortly after it"
    case .inside(let sign): "it has ‹\(sign)›"
    case .last(let token): "it ends with ‹\(token)›"
    case .dependence: "one of its statements uses a name that an earlier one assigns"
    case .shape(let shape): "it is written in \(shape.label)"
    case .run(let shape): "part of ‹\(shape)›"
    case .digitsOfRun(let shape): "part of ‹\(shape)›, digit by digit"
    case .digits(let count): "its number has \(count) digit\(count == 1 ? "" : "s")"
    case .receiver(let name): "a member of ‹\(name)›"
    case .call(let name): "inside ‹\(name)(…)›"
    case .lineStart(let token): "the line begins with ‹\(token)›"
    case .block(let word): "inside a block of ‹\(word)›"
    case .lineAbove(let token): "the line above begins with ‹\(token)›"
    case .section(let title): "under the heading ‹\(title)›"
    case .lineWord(let word): "the line has ‹\(word)›"
    case .textWord(let word): "the text has ‹\(word)›"
    case .format(let format): "in \(format.label)"
    case .language(let language): "in \(language.label)"
    case .codePart(let part): "in \(part.label)"
    case .codeLanguage(let name): "in \(name) code"
    case .sentenceStart: "at the start of a sentence"
    }
  }

  private static func shown(_ token: String) -> String { token == "\n" ? "⏎" : token }

  /// How much a condition on it says about the place itself; among facts that tell apart equally well the nearest is
  /// the likeliest reason.
  var distance: Int {
    switch self {
    // Seldom seen by chance.
    case .dependence: -1
    // A number is hardly ever the reason itself.
    case .left(let token), .right(let token): token.first?.isNumber == true ? 3 : 0
    case .leftKind, .rightKind, .joinedLeft, .joinedRight, .zone, .receiver, .inside, .last, .shape, .codePart, .run,
      .sentenceStart:
      1
    case .call, .lineStart, .nearLeft, .nearRight, .digits, .digitsOfRun: 2
    case .block, .lineAbove: 3
    case .section, .lineWord: 4
    case .textWord: 6
    case .format, .language, .codeLanguage: 5
    }
  }

  /// Whether it may hold where it is not among the facts of a place.
  var mayHoldUnlisted: Bool {
    switch self {
    case .format, .language, .codeLanguage, .textWord: true
    default: false
    }
  }

  func holds(for range: Range<Int>, in text: TokenText) -> Bool {
    switch self {
    case .left(let token): text.left(of: range) == token
    case .right(let token): text.right(of: range) == token
    case .leftKind(let kind): text.leftKind(of: range) == kind
    case .rightKind(let kind): text.rightKind(of: range) == kind
    case .joinedLeft: text.isJoinedLeft(range)
    case .joinedRight: text.isJoinedRight(range)
    case .zone(let zone): text.zone(of: range) == zone
    case .nearLeft(let sign): text.signs(before: range).contains(sign)
    case .nearRight(let sign): text.signs(after: range).contains(sign)
    case .inside(let sign): text.signs(in: range).contains(sign)
    case .last(let token): text.lastOfRun(range) == token
    case .dependence: text.hasDependence(in: range)
    case .shape(let shape): text.wordShape(of: range) == shape
    case .run(let shape): text.run(around: range)?.shape == shape
    case .digitsOfRun(let shape): text.run(around: range)?.digits == shape
    case .digits(let count): text.digits(in: range) == count
    case .receiver(let name): text.receiver(of: range) == name
    case .call(let name): text.callHead(around: range) == name
    case .lineStart(let token): text.lineStartToken(of: range) == token.lowercased()
    case .block(let word): text.blockWords(around: range).contains(word)
    case .lineAbove(let token): text.tokenAbove(range) == token
    case .section(let title): text.section(of: range) == title
    case .lineWord(let word): text.tellingWords(inLinesOf: range).contains(word)
    case .textWord(let word): text.hasTellingWord(word)
    case .format(let format): text.format == format
    case .language(let language): text.proseLanguage(of: range).map { $0 == language } ?? true
    case .codePart(let part): text.codePart(of: range) == part
    case .codeLanguage(let name): text.codeLanguage(of: range).map { $0 == name } ?? true
    case .sentenceStart: range.lowerBound < text.count && text.beginsSentence(range.lowerBound)
    }
  }

  /// The facts of a place; the words of its line and of the whole text are left out unless asked for.
  static func all(of range: Range<Int>, in text: TokenText, isFar: Bool) -> Set<PlaceFact> {
    guard text.count > 0 else { return [] }
    var facts: Set<PlaceFact> = [.leftKind(text.leftKind(of: range)), .rightKind(text.rightKind(of: range))]
    if let left = text.left(of: range) { facts.insert(.left(left)) }
    if let right = text.right(of: range) { facts.insert(.right(right)) }
    if text.isJoinedLeft(range) { facts.insert(.joinedLeft) }
    if text.isJoinedRight(range) { facts.insert(.joinedRight) }
    if let zone = text.zone(of: range) { facts.insert(.zone(zone)) }
    for sign in text.signs(before: range) { facts.insert(.nearLeft(sign)) }
    for sign in text.signs(after: range) { facts.insert(.nearRight(sign)) }
    for sign in text.signs(in: range) { facts.insert(.inside(sign)) }
    if let run = text.run(around: range) {
      facts.insert(.run(run.shape))
      facts.insert(.digitsOfRun(run.digits))
    }
    if let token = text.lastOfRun(range) { facts.insert(.last(token)) }
    if text.hasDependence(in: range) { facts.insert(.dependence) }
    if let shape = text.wordShape(of: range) { facts.insert(.shape(shape)) }
    if let count = text.digits(in: range) { facts.insert(.digits(count)) }
    if let name = text.receiver(of: range) { facts.insert(.receiver(name)) }
    if range.lowerBound < text.count, text.beginsSentence(range.lowerBound) { facts.insert(.sentenceStart) }
    if let part = text.codePart(of: range) { facts.insert(.codePart(part)) }
    if let name = text.codeLanguage(of: range) { facts.insert(.codeLanguage(name)) }
    if text.zone(of: range)?.isText ?? false { facts.insert(.format(text.format)) }
    if let language = text.proseLanguage(of: range) { facts.insert(.language(language)) }
    guard isFar else { return facts }
    if let call = text.callHead(around: range) { facts.insert(.call(call)) }
    if let token = text.lineStartToken(of: range) { facts.insert(.lineStart(token)) }
    for word in text.blockWords(around: range) { facts.insert(.block(word)) }
    if let token = text.tokenAbove(range) { facts.insert(.lineAbove(token)) }
    if let title = text.section(of: range) { facts.insert(.section(title)) }
    for word in text.tellingWords(inLinesOf: range) { facts.insert(.lineWord(word)) }
    if text.zone(of: range)?.isCode ?? false { for word in text.importedWords { facts.insert(.textWord(word)) } }
    return facts
  }
}

extension ResponseFormat {
  /// Texts of the format, as in `in documentation`.
  var label: String {
    switch self {
    case .code: "code"
    case .documentation: "documentation"
    case .analysis: "analyses"
    case .conversation: "conversation"
    case .mixed: "prose with code"
    }
  }
}

extension PlaceFact.WordShape {
  var label: String {
    switch self {
    case .small: "small letters"
    case .capitalised: "small letters after a capital"
    case .capitals: "capitals"
    case .inner: "capitals inside"
    case .joined: "words joined by underscores"
    }
  }
}

extension PlaceFact.Neighbour {
  var label: String {
    switch self {
    case .word: "a word"
    case .capitalisedWord: "a word with a capital"
    case .number: "a number"
    case .opening: "an opening bracket"
    case .closing: "a closing bracket"
    case .quote: "a quotation mark"
    case .sign: "a sign"
    case .lineEnd: "the line's end"
    }
  }
}

extension TokenText {
  func left(of range: Range<Int>) -> String? {
    range.lowerBound > 0 && range.lowerBound <= count ? folded(range.lowerBound - 1) : nil
  }

  func right(of range: Range<Int>) -> String? { range.upperBound < count ? folded(range.upperBound) : nil }

  func leftKind(of range: Range<Int>) -> PlaceFact.Neighbour {
    range.lowerBound > 0 && range.lowerBound <= count ? neighbour(range.lowerBound - 1) : .lineEnd
  }

  func rightKind(of range: Range<Int>) -> PlaceFact.Neighbour {
    range.upperBound < count ? neighbour(range.upperBound) : .lineEnd
  }

  func isJoinedLeft(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && range.lowerBound < count && tokens[range.lowerBound].isAttached
      && tokens[range.lowerBound - 1].kind != .newline
  }

  func isJoinedRight(_ range: Range<Int>) -> Bool {
    range.upperBound < count && tokens[range.upperBound].isAttached && tokens[range.upperBound].kind != .newline
  }

  func zone(of range: Range<Int>) -> Zone? {
    let visible = range.first { $0 < count && tokens[$0].kind != .newline }
    return (visible ?? (range.lowerBound < count ? range.lowerBound : nil)).map { tokens[$0].zone }
  }

  func signs(before range: Range<Int>) -> [String] {
    let start = max(0, min(range.lowerBound, count) - 4)
    return tokens[start..<max(start, min(range.lowerBound, count))].filter { $0.kind == .symbol }.map(\.text)
  }

  func signs(after range: Range<Int>) -> [String] {
    let start = min(range.upperBound, count)
    return tokens[start..<min(count, start + 4)].filter { $0.kind == .symbol }.map(\.text)
  }

  func signs(in range: Range<Int>) -> [String] {
    range.count > 1 && range.count <= 16
      ? range.filter { $0 < count && tokens[$0].kind == .symbol }.map { tokens[$0].text } : []
  }

  /// The longest run, in tokens, that is looked at.
  private static var longestRun: Int { 12 }

  /// The tokens around a range that nothing separates from it; of what stands on a side at most so many.
  private func unspacedRun(around range: Range<Int>, atMost most: Int) -> Range<Int> {
    let first = max(0, range.lowerBound - most)
    let last = min(count, range.upperBound + most)
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > first, tokens[start].isAttached, tokens[start - 1].kind != .newline { start -= 1 }
    while end < last, tokens[end].isAttached, tokens[end].kind != .newline { end += 1 }
    return start..<end
  }

  /// What stands around a range of running text without space between, signs at its ends left out: `9` for numbers
  /// and `a` for words, once for each or once for each digit.
  func run(around range: Range<Int>) -> (shape: String, digits: String)? {
    guard !range.isEmpty, range.upperBound <= count, zone(of: range)?.isText ?? false else { return nil }
    let run = unspacedRun(around: range, atMost: Self.longestRun + 4)
    var (start, end) = (run.lowerBound, run.upperBound)
    while start < range.lowerBound, tokens[start].kind == .symbol { start += 1 }
    while end > range.upperBound, tokens[end - 1].kind == .symbol { end -= 1 }
    guard end - start > range.count, end - start <= Self.longestRun else { return nil }
    var (shape, digits) = ("", "")
    for token in tokens[start..<end] {
      switch token.kind {
      case .number:
        shape += "9"
        digits += token.text.map { $0.isNumber ? "9" : "a" }.joined()
      case .word:
        shape += "a"
        digits += "a"
      case .symbol, .newline:
        shape += token.text
        digits += token.text
      }
    }
    return (shape, digits)
  }

  func lastOfRun(_ range: Range<Int>) -> String? {
    guard range.count > 1, range.count <= 16, range.upperBound <= count, tokens[range.upperBound - 1].kind == .word
    else {
      return nil
    }
    return tokens[range.upperBound - 1].text
  }

  func wordShape(of range: Range<Int>) -> PlaceFact.WordShape? {
    range.count == 1 && range.lowerBound < count ? .init(tokens[range.lowerBound].text) : nil
  }

  func receiver(of range: Range<Int>) -> String? {
    guard range.lowerBound < count, tokens[range.lowerBound].zone.isCode else { return nil }
    let dot = tokens[range.lowerBound].text == "." ? range.lowerBound : range.lowerBound - 1
    guard dot > 0, tokens[dot].text == ".", tokens[dot - 1].kind == .word else { return nil }
    return tokens[dot - 1].text
  }

  func digits(in range: Range<Int>) -> Int? {
    range.first { $0 < count && tokens[$0].kind == .number }.map { tokens[$0].text.count }
  }

  /// The name before the innermost bracket around a range.
  func callHead(around range: Range<Int>) -> String? {
    var index = range.lowerBound - 1
    var steps = 0
    while index > 0, steps < 200 {
      if tokens[index].isBracketClosing, partner[index] >= 0 {
        index = partner[index]
      } else if tokens[index].text == "(" {
        return tokens[index - 1].kind == .word && tokens[index].isAttached ? tokens[index - 1].text : nil
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  func lineStartToken(of range: Range<Int>) -> String? {
    guard count > 0 else { return nil }
    let start = lineStart(min(range.lowerBound, count - 1))
    return tokens[start].kind == .newline || start == range.lowerBound ? nil : tokens[start].text.lowercased()
  }

  /// The first words of the lines that open the blocks around a range, innermost first, at most four.
  func blockWords(around range: Range<Int>) -> [String] {
    guard count > 0, zone(of: range) == .code else { return [] }
    var words: [String] = []
    var start = lineStart(min(range.lowerBound, count - 1))
    var columns = columns(ofLineAt: start)
    while start > 0, columns > 0, words.count < 4 {
      start = lineStart(start - 1)
      guard tokens[start].kind != .newline, tokens[start].zone == .code else { continue }
      let own = self.columns(ofLineAt: start)
      if own < columns {
        columns = own
        if tokens[start].kind == .word { words.append(tokens[start].text) }
      }
    }
    return words
  }

  /// The first token of the line above; `nil` at the start and under an empty line.
  func tokenAbove(_ range: Range<Int>) -> String? {
    guard count > 0 else { return nil }
    let start = lineStart(min(range.lowerBound, count - 1))
    guard start > 1 else { return nil }
    let above = lineStart(start - 1)
    return tokens[above].kind == .newline ? nil : folded(above)
  }

  /// The title of the heading above, in lower case.
  func section(of range: Range<Int>) -> String? {
    guard count > 0 else { return nil }
    var start = lineStart(min(range.lowerBound, count - 1))
    while start > 0 {
      start = lineStart(start - 1)
      if tokens[start].zone == .heading {
        return tokens[start..<lineEnd(start)].drop { $0.text == "#" }.map { $0.text.lowercased() }.joined(
          separator: " ")
      }
    }
    return nil
  }

  /// In code the keywords, called functions and members of the lines of a range; in running text its words.
  func tellingWords(inLinesOf range: Range<Int>) -> Set<String> {
    guard count > 0 else { return [] }
    let lines = lines(touchedBy: range)
    if zone(of: range)?.isCode ?? false {
      return calls(in: lines).union(
        lines.filter { !range.contains($0) && Keyword.isKeyword(tokens[$0].text) }.map { tokens[$0].text })
    }
    return Set(
      lines.filter { !range.contains($0) && tokens[$0].kind == .word && tokens[$0].text.count > 2 }.map { folded($0) })
  }

  /// Whether a word stands in an import of the text or is called in it.
  func hasTellingWord(_ word: String) -> Bool {
    (positions[word] ?? []).contains { isTelling($0) }
  }

  /// The names in the lines that import something.
  fileprivate var importedWords: Set<String> {
    var words: Set<String> = []
    for keyword in Self.importing {
      for start in positions[keyword] ?? [] where lineStart(start) == start && tokens[start].zone.isCode {
        for index in start..<lineEnd(start) where tokens[index].kind == .word && !Keyword.isKeyword(tokens[index].text)
        {
          words.insert(tokens[index].text)
        }
      }
    }
    return words
  }

  private static let importing = ["import", "from", "use", "using", "require"]

  private func isTelling(_ index: Int) -> Bool {
    guard tokens[index].zone.isCode else { return false }
    if index > 0, tokens[index - 1].text == "." { return true }
    if index + 1 < count, tokens[index + 1].isAttached, tokens[index + 1].text == "(" { return true }
    return Self.importing.contains(tokens[lineStart(index)].text)
  }

  private func folded(_ index: Int) -> String {
    tokens[index].zone.isText ? tokens[index].text.lowercased() : tokens[index].text
  }

  private func neighbour(_ index: Int) -> PlaceFact.Neighbour {
    let token = tokens[index]
    switch token.kind {
    case .word: return token.text.first?.isUppercase == true ? .capitalisedWord : .word
    case .number: return .number
    case .newline: return .lineEnd
    case .symbol:
      if token.isBracketOpening { return .opening }
      if token.isBracketClosing { return .closing }
      return token.isQuote || token.text == "`" ? .quote : .sign
    }
  }
}
