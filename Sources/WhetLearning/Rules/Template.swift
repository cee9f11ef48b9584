/// What a hole of a template stands for; each kind is matched by structure, never by meaning.
enum HoleKind: String, Sendable, Codable {
  case word, number, string
  /// A name with everything attached to it: `a.b(c)[0].d`.
  case chain
  /// Balanced tokens without a comma or a line end outside brackets.
  case expression
  /// All that stands between two brackets, not ending with a comma.
  case content
  /// The same ending with a comma, as where each argument has a line of its own.
  case contentWithComma = "content,"
  /// Running text inside a string; may be empty.
  case text
  /// The arguments before or after the one that matters, with their commas; may be empty.
  case arguments
  /// The string a block begins with, which documents it, with its line end; may be empty.
  case docstring
  /// Words and numbers with what joins them without white space: `config/app.yaml`, `a-b`, `v1.2`.
  case run
  /// A number with its separators: `10,000.5`.
  case figure
  /// One picture sign with what belongs to it.
  case emoji
  /// The lines after a line end that are indented deeper than the line before it, with their line ends.
  case block

  /// Whether it begins at a word, a number or a sign wherever one stands.
  var isToken: Bool { self == .word || self == .number || self == .run || self == .figure || self == .emoji }

  /// Whether it may stand for nothing.
  var isOptional: Bool { self == .text || self == .arguments || self == .docstring }
}

/// One element of what a rule looks for.
enum PatternElement: Sendable, Hashable {
  case literal(String)
  /// Several tokens that stand together.
  case phrase([String])
  /// A word of running text in one of its forms, all in lower case; the case of the text's word does not matter.
  case forms([String])
  /// A line end; the next line is indented by so many columns more than the first line of the match.
  case newline(Int)
  case hole(HoleKind)
  /// The same tokens as an earlier element, by its index.
  case same(Int)
}

/// One element of what a rule puts there instead.
enum OutputElement: Sendable, Hashable {
  case literal(String, leading: String)
  /// A token in the place of that pattern element, with its white space.
  case placed(String, of: Int)
  /// The form that belongs to the matched form of that pattern element, in the case of what was matched; one form for
  /// all is allowed. `leading` is `nil` where it keeps the white space of that element.
  case form([String], of: Int, leading: String?)
  /// A value made from what that pattern element matched; a pattern matches only what the transform can take.
  case computed(ValueTransform, of: Int, leading: String?)
  /// A line end; the next line is indented by so many columns more than the first line of the match.
  case newline(Int)
  /// What the pattern element with that index matched; `leading` is `nil` where it keeps its own white space.
  case kept(Int, leading: String?)
}

extension OutputElement {
  /// Whether it is something the pattern matched.
  var keepsOrBreaks: Bool {
    switch self {
    case .kept, .computed, .form: true
    case .literal, .placed, .newline: false
    }
  }

  /// The token it writes whatever was matched.
  var literal: String? {
    switch self {
    case .literal(let text, _), .placed(let text, _): text
    case .newline: "\n"
    case .kept, .computed, .form: nil
    }
  }
}

extension Array {
  /// The elements at the end that all meet a condition.
  func suffix(while condition: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}

// The JSON form is short because people read it in rules files: "text" is a literal, {"newline": 4}, {"hole": "chain"},
// {"phrase": ["a", "."]}, {"forms": ["log", "logs"]}, {"same": 2}, {"keep": 2, "leading": " "},
// {"text": "is", "leading": " "}, {"text": "is", "of": 1}, {"forms": ["sign", "signs"], "of": 0},
// {"value": {"named": "monthNumber"}, "of": 0}.

extension PatternElement: Codable {
  private enum Key: String, CodingKey { case newline, hole, same, phrase, forms }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self = .literal(text)
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    if let kind = try container.decodeIfPresent(HoleKind.self, forKey: .hole) {
      self = .hole(kind)
    } else if let index = try container.decodeIfPresent(Int.self, forKey: .same) {
      self = .same(index)
    } else if let tokens = try container.decodeIfPresent([String].self, forKey: .phrase) {
      self = .phrase(tokens)
    } else if let forms = try container.decodeIfPresent([String].self, forKey: .forms) {
      self = .forms(forms)
    } else {
      self = .newline(try container.decode(Int.self, forKey: .newline))
    }
  }

  func encode(to encoder: any Encoder) throws {
    if case .literal(let text) = self {
      var container = encoder.singleValueContainer()
      return try container.encode(text)
    }
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .literal: break
    case .phrase(let tokens): try container.encode(tokens, forKey: .phrase)
    case .forms(let forms): try container.encode(forms, forKey: .forms)
    case .newline(let columns): try container.encode(columns, forKey: .newline)
    case .hole(let kind): try container.encode(kind, forKey: .hole)
    case .same(let index): try container.encode(index, forKey: .same)
    }
  }
}

extension OutputElement: Codable {
  private enum Key: String, CodingKey { case text, leading, newline, keep, forms, value, of }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let leading = try container.decodeIfPresent(String.self, forKey: .leading)
    if let text = try container.decodeIfPresent(String.self, forKey: .text) {
      let place = try container.decodeIfPresent(Int.self, forKey: .of)
      self = place.map { .placed(text, of: $0) } ?? .literal(text, leading: leading ?? "")
    } else if let index = try container.decodeIfPresent(Int.self, forKey: .keep) {
      self = .kept(index, leading: leading)
    } else if let forms = try container.decodeIfPresent([String].self, forKey: .forms) {
      self = .form(forms, of: try container.decode(Int.self, forKey: .of), leading: leading)
    } else if let transform = try container.decodeIfPresent(ValueTransform.self, forKey: .value) {
      self = .computed(transform, of: try container.decode(Int.self, forKey: .of), leading: leading)
    } else {
      self = .newline(try container.decode(Int.self, forKey: .newline))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .literal(let text, let leading):
      try container.encode(text, forKey: .text)
      if !leading.isEmpty { try container.encode(leading, forKey: .leading) }
    case .placed(let text, let index):
      try container.encode(text, forKey: .text)
      try container.encode(index, forKey: .of)
    case .newline(let columns): try container.encode(columns, forKey: .newline)
    case .form(let forms, let index, let leading):
      try container.encode(forms, forKey: .forms)
      try container.encode(index, forKey: .of)
      try container.encodeIfPresent(leading, forKey: .leading)
    case .computed(let transform, let index, let leading):
      try container.encode(transform, forKey: .value)
      try container.encode(index, forKey: .of)
      try container.encodeIfPresent(leading, forKey: .leading)
    case .kept(let index, let leading):
      try container.encode(index, forKey: .keep)
      try container.encodeIfPresent(leading, forKey: .leading)
    }
  }
}
