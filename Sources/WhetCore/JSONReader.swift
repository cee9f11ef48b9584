/// Reads JSON text (RFC 8259) strictly: one value, no comments, no trailing commas, no name twice in an object.
///
/// Members keep their order. An integer that fits 64 bits stays exact; every other number is the nearest `Double`.
public struct JSONReader {
  /// What a reader accepts at most.
  public struct Limits: Sendable {
    /// How deep arrays and objects may nest; reading takes stack for each level.
    public var depth: Int
    /// How many values there may be, those inside others included.
    public var values: Int

    public init(depth: Int = 100, values: Int = .max) {
      self.depth = depth
      self.values = values
    }
  }

  /// Why a text is refused, and where.
  public struct Fault: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: Sendable {
      case malformed
      case tooDeep
      case tooManyValues
    }

    public var kind: Kind
    /// One sentence without a final full stop; what it quotes from the text is safe to print.
    public var message: String
    /// From 1; lines end with LF, CR LF or CR.
    public var line: Int
    /// In characters as a reader sees them, from 1.
    public var column: Int

    public var description: String { "\(line):\(column): \(message)" }
  }

  private let bytes: [UInt8]
  private let limits: Limits
  private var position = 0
  private var valueCount = 0

  private init(_ bytes: [UInt8], _ limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }
}

extension JSONValue {
  /// The value of a JSON text.
  public static func reading(_ text: String, limits: JSONReader.Limits = .init()) throws(JSONReader.Fault) -> JSONValue
  {
    try JSONReader.read(Array(text.utf8), limits)
  }

  /// The value of a JSON text in UTF-8.
  public static func reading(
    _ bytes: some Sequence<UInt8>, limits: JSONReader.Limits = .init()
  ) throws(JSONReader.Fault) -> JSONValue {
    try JSONReader.read(Array(bytes), limits)
  }
}

extension JSONReader {
  fileprivate static func read(_ bytes: [UInt8], _ limits: Limits) throws(Fault) -> JSONValue {
    var reader = JSONReader(bytes, limits)
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw reader.fault("the text begins with a byte order mark") }
    reader.skipBlanks()
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.byte == nil else { throw reader.fault("expected the end of the text after the value") }
    return value
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// Steps over the byte if it is next.
  private mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    valueCount += 1
    guard valueCount <= limits.values else {
      throw fault("there are more than \(limits.values) values", kind: .tooManyValues)
    }
    switch byte {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case _ where isDigit || byte == UInt8(ascii: "-"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw fault("expected a value")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Fault) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw fault("expected a value") }
    position += word.utf8.count
    return value
  }

  /// Steps over an opening bracket.
  private mutating func open(depth: Int) throws(Fault) {
    guard depth <= limits.depth else {
      throw fault("arrays and objects nest more than \(limits.depth) deep", kind: .tooDeep)
    }
    position += 1
    skipBlanks()
  }

  private mutating func elements(depth: Int) throws(Fault) -> [JSONValue] {
    try open(depth: depth)
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value(depth: depth))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw fault("expected ',' or ']'") }
      skipBlanks()
    }
  }

  private mutating func members(depth: Int) throws(Fault) -> [JSONValue.Member] {
    try open(depth: depth)
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    if take(UInt8(ascii: "}")) { return members }
    while true {
      let name = try memberName(&names)
      members.append(.init(name, try value(depth: depth)))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else { throw fault("expected ',' or '}'") }
      skipBlanks()
    }
  }

  /// A name and its colon. Names that look the same but are composed differently count as the same.
  private mutating func memberName(_ names: inout Set<String>) throws(Fault) -> String {
    let start = position
    guard byte == UInt8(ascii: "\"") else { throw fault("expected a name between double quotes") }
    let name = try string()
    guard names.insert(name).inserted else { throw fault("the object has two members with this name", at: start) }
    skipBlanks()
    guard take(UInt8(ascii: ":")) else { throw fault("expected ':'") }
    skipBlanks()
    return name
  }
}

// MARK: - Numbers

extension JSONReader {
  private mutating func number() throws(Fault) -> JSONValue {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    guard !isDigit else { throw fault("a number cannot begin with 0", at: start) }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let integer = Int64(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw fault("the number is too large", at: start) }
    return .number(number)
  }

  private var isDigit: Bool { byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false }

  private mutating func digits() throws(Fault) {
    guard isDigit else { throw fault("expected a digit") }
    while isDigit { position += 1 }
  }
}

// MARK: - Strings

extension JSONReader {
  private mutating func string() throws(Fault) -> String {
    let quote = position
    position += 1
    var decoded: [UInt8] = []
    var start = position
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        decoded += bytes[start..<position]
        position += 1
        return try text(decoded, from: quote)
      case UInt8(ascii: "\\"):
        decoded += bytes[start..<position]
        try escape(into: &decoded)
        start = position
      case ..<0x20: throw fault("a string cannot hold a control character or a line end as it is")
      default: position += 1
      }
    }
    throw fault("the string that begins here has no end", at: quote)
  }

  private func text(_ decoded: [UInt8], from quote: Int) throws(Fault) -> String {
    if let text = String(validating: decoded, as: UTF8.self) { return text }
    let written = bytes[quote..<position]
    let repaired = String(decoding: written, as: UTF8.self).utf8
    let valid = zip(repaired, written).prefix { $0 == $1 }.count
    throw fault("the text is not UTF-8 here", at: quote + valid)
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(Fault) {
    let start = position
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(bytes[position])
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      decoded += Array(String(try escapedScalar(from: start)).utf8)
      return
    default: throw fault("unknown escape in a string", at: start)
    }
    position += 1
  }

  /// One `\u` escape, or the two of a surrogate pair.
  private mutating func escapedScalar(from start: Int) throws(Fault) -> Unicode.Scalar {
    let unit = try codeUnit(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let second = position
    guard UTF16.isLeadSurrogate(unit), take(UInt8(ascii: "\\")), byte == UInt8(ascii: "u") else {
      throw fault("half of a surrogate pair", at: start)
    }
    let trail = try codeUnit(from: second)
    guard UTF16.isTrailSurrogate(trail) else { throw fault("half of a surrogate pair", at: start) }
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  /// The four digits after the `u` that is next.
  private mutating func codeUnit(from start: Int) throws(Fault) -> UInt16 {
    let digits = bytes[(position + 1)...].prefix(4)
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard digits.count == 4, isHexadecimal, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw fault("'\\u' needs four hexadecimal digits", at: start)
    }
    position += 5
    return unit
  }
}

// MARK: - Faults

extension JSONReader {
  /// A fault at the next byte, or at an earlier one.
  private func fault(_ message: String, at offset: Int? = nil, kind: Fault.Kind = .malformed) -> Fault {
    let offset = offset ?? position
    let (line, start) = line(of: offset)
    let column = String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
    let isAtEnd = offset == bytes.count && kind == .malformed
    return Fault(kind: kind, message: isAtEnd ? message + ", not the end" : message, line: line, column: column)
  }

  /// The number of the line that holds a byte, and where it begins.
  private func line(of offset: Int) -> (number: Int, start: Int) {
    var (number, start) = (1, 0)
    for index in 0..<offset {
      let endsLine = bytes[index] == 0x0A || bytes[index] == 0x0D && bytes[index + 1..<offset].first != 0x0A
      if endsLine { (number, start) = (number + 1, index + 1) }
    }
    return (number, start)
  }
}
