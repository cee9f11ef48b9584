internal import Foundation

/// The number of heads in `trials` throws of a fair coin.
struct FairCoin {
  var trials: Int

  /// P(heads = count).
  func probability(of count: Int) -> Double {
    guard (0...trials).contains(count) else { return 0 }
    let logarithm =
      lgamma(Double(trials + 1)) - lgamma(Double(count + 1)) - lgamma(Double(trials - count + 1))
      - Double(trials) * log(2)
    return exp(logarithm)
  }

  /// P(heads >= count).
  func probability(ofAtLeast count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials { return 0 }
    // The shorter tail, added from its small end, keeps small probabilities exact.
    if count * 2 > trials { return min(1, (count...trials).reversed().reduce(0) { $0 + probability(of: $1) }) }
    return max(0, 1 - (0..<count).reduce(0) { $0 + probability(of: $1) })
  }
}
