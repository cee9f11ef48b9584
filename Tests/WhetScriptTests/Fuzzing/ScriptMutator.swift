/// Changes scripts a little, by bytes and by tokens.
struct ScriptMutator {
  var random: SeededRandom

  static let tokens = [
    "let ", "x", " = ", "$x", "\"${", "}", "{", "(", ")", "[", "]", ",", ";", "\n", "#", "'", "\"", "\"\"\"", "\\",
    "\\n",
    "\\u{e9}", "if ", " else ", "for i in ", "def f(a, b = 1) ", "try ", " catch ", "retry 3 ", " every 1s ",
    "wait until ", " within 2s ", "test 'x' ", "expect ", "include 'lib/one.whet'", "return ", "break", "continue",
    "echo ",
    " and ", " or ", " not ", " in ", " matches ", "true", "false", "null", "==", "!=", "<", "<=", ">", ">=", "+", "-",
    "*",
    "/", "%", "0", "1", "-1", "9223372036854775807", "-9223372036854775808", "1e308", "0.5", "10s", "100d", "@", "@f",
    ".x",
    "[0]", ".", ":", "--", "--tag ", "train ", "agent show ", "range(", "len(", "range(9007199254740992)", "json(",
    "sort(", "secret(", "\u{202E}", "\u{A0}", "\r\n", "\r", "\t", "\0", "é", "e\u{301}", "日", "👩‍👩‍👧", "\u{FEFF}", "“",
    "&&",
    "`", " | json", " > f", " -- ", "$args", "{k: 'v'}", "[1, 2]", "${", "unique(", "parse(", "${x}", "{}", "()", "- ",
  ]

  mutating func mutated(_ seeds: [[UInt8]]) -> [UInt8] {
    var bytes = random.pick(seeds)
    for _ in 0...random.below(5) { mutate(&bytes, seeds) }
    return bytes.count > 4000 ? Array(bytes.prefix(4000)) : bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8], _ seeds: [[UInt8]]) {
    let place = random.below(bytes.count + 1)
    let length = random.below(min(bytes.count - place, random.once(in: 4) ? 80 : 6) + 1)
    let stretch = place..<place + length
    switch random.below(9) {
    case 0: bytes.removeSubrange(stretch)
    case 1: bytes.insert(contentsOf: Array(random.pick(Self.tokens).utf8), at: place)
    case 2: bytes.replaceSubrange(stretch, with: Array(random.pick(Self.tokens).utf8))
    case 3: bytes.insert(contentsOf: bytes[stretch], at: place)
    case 4: if place < bytes.count { bytes[place] = .random(in: 0...255, using: &random) }
    case 5: bytes.insert(contentsOf: piece(of: random.pick(seeds)), at: place)
    case 6: swapLines(&bytes)
    case 7: for _ in 0..<random.below(70) { bytes.insert(contentsOf: bytes[stretch], at: place) }
    default: bytes.insert(contentsOf: Array((random.pick(Self.tokens) + random.pick(Self.tokens)).utf8), at: place)
    }
  }

  private mutating func piece(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    let start = random.below(bytes.count + 1)
    return bytes[start..<start + random.below(min(60, bytes.count - start) + 1)]
  }

  private mutating func swapLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
    guard lines.count > 1 else { return }
    lines.swapAt(random.below(lines.count), random.below(lines.count))
    bytes = Array(lines.joined(separator: [10]))
  }
}
