/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same tests.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension SeededGenerator {
  /// Up to `most` of the pieces, one after the other.
  mutating func text(of pieces: [String], most: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...most, using: &self) { text += pieces.randomElement(using: &self) ?? "" }
    return text
  }

  /// Random scalars from everywhere in Unicode, the rarest included.
  mutating func unicode(most: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...most, using: &self) {
      let limit: UInt32 = [0x80, 0x800, 0x3000, 0x10FFFF].randomElement(using: &self) ?? 0x80
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &self)) { text.append(scalar) }
    }
    return String(text)
  }
}
