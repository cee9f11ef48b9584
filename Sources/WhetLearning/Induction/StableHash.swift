import WhetCore

extension StableHash {
  /// A text and its end, so that two texts are not one.
  mutating func combine(_ text: String) {
    combine(text.utf8)
    combine(UInt8.max)
  }

  mutating func combine(_ number: Int) { combine(UInt64(bitPattern: Int64(number))) }

  static func of(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(text)
    return hash.value
  }
}

extension EditRule {
  /// A number that is the same for the same rule in every process.
  var stableHash: UInt64 {
    var hash = StableHash()
    for element in before {
      switch element {
      case .literal(let text): hash.combine(text)
      case .phrase(let tokens): for token in tokens { hash.combine(token) }
      case .forms(let forms):
        hash.combine("\u{6}")
        hash.combine(forms[0])
      case .newline(let columns):
        hash.combine("\n")
        hash.combine(columns)
      case .hole(let kind): hash.combine("\u{1}" + kind.rawValue)
      case .same(let index):
        hash.combine("\u{2}")
        hash.combine(index)
      }
    }
    hash.combine("\u{3}")
    for element in after {
      switch element {
      case .literal(let text, let leading): hash.combine(leading + text)
      case .placed(let text, let index):
        hash.combine("\u{9}" + text)
        hash.combine(index)
      case .newline(let columns):
        hash.combine("\n")
        hash.combine(columns)
      case .kept(let index, let leading):
        hash.combine("\u{4}" + (leading ?? "\u{5}"))
        hash.combine(index)
      case .form(let forms, let index, let leading):
        hash.combine("\u{6}" + (leading ?? "\u{5}") + forms[0])
        hash.combine(index)
      case .computed(let transform, let index, let leading):
        hash.combine("\u{7}" + (leading ?? "\u{5}") + transform.label)
        hash.combine(index)
      }
    }
    for condition in guards { hash.combine(condition.summary) }
    if setsSpace { hash.combine("\u{8}") }
    for zone in scope.zones { hash.combine(zone.rawValue) }
    hash.combine(scope.language ?? "")
    return hash.value
  }
}
