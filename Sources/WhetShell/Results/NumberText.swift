import Foundation

/// Numbers as people read them; what was not measured is `n/a`.
enum NumberText {
  /// A score from 0 to 100, one decimal.
  static func score(_ value: Double?) -> String { value.map { fixed($0, 1) } ?? "n/a" }

  /// Points with their sign, one decimal.
  static func points(_ value: Double?) -> String {
    guard let value else { return "n/a" }
    let text = fixed(value, 1)
    return value > 0 && text != "0.0" ? "+" + text : text
  }

  /// A probability with three digits that count; below one in ten million only that.
  static func probability(_ value: Double?) -> String {
    guard let value else { return "n/a" }
    if value > 0, value < 1e-7 { return "< 1e-7" }
    if value < 0.001, value > 0 { return String(format: "%.1e", value) }
    return String(format: value < 0.1 ? "%.4f" : "%.3f", value)
  }

  /// Any number without needless decimals.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : fixed(value, 2)
  }

  /// Bytes in the largest unit that leaves a number of at least 1 (1 kB is 1,000 bytes).
  static func bytes(_ count: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var value = Double(count)
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return unit == 0 ? "\(count) bytes" : "\(fixed(value, 1)) \(units[unit])"
  }

  /// A time in milliseconds, or in seconds from one second on.
  static func milliseconds(_ value: Double) -> String {
    value < 1000 ? "\(fixed(value, value < 10 ? 2 : 0)) ms" : "\(fixed(value / 1000, 2)) s"
  }

  /// `1 lesson`, `2 lessons`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// `LOW to HIGH` in points.
  static func interval(_ low: Double, _ high: Double) -> String { "\(points(low)) to \(points(high))" }

  private static func fixed(_ value: Double, _ digits: Int) -> String {
    let text = String(format: "%.\(digits)f", value)
    return text.hasPrefix("-") && !text.contains(where: { "123456789".contains($0) }) ? String(text.dropFirst()) : text
  }
}
