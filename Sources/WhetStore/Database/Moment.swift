import Foundation

/// The store keeps times as whole milliseconds since 1970 UTC.
extension Date {
  var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

  init(milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// The date as it comes back from the store.
  var wholeMilliseconds: Date { Date(milliseconds: milliseconds) }
}
