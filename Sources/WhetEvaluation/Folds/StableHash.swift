import WhetCore

extension StableHash {
  /// The number with all its bits well mixed, as a remainder of it needs.
  ///
  /// Source: the finaliser of MurmurHash3.
  var mixed: UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }

  static func mixed(of bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.mixed
  }
}
