import Foundation
import WhetCore

/// Moments for programs (ISO 8601, UTC, milliseconds) and for people (the machine's time zone, minutes).
enum MomentText {
  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  static func json(_ date: Date?) -> JSONValue { date.map { .string(style.format($0)) } ?? .null }

  /// `2025-11-23 08:10` from the form in JSON; other text as it is, nothing for `nil`.
  static func short(_ text: String?) -> String {
    guard let text else { return "" }
    guard let date = try? style.parse(text) else { return text }
    return short(date)
  }

  /// `08:10:05`.
  static func time(_ date: Date) -> String {
    let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: date)
    return String(format: "%02d:%02d:%02d", parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
  }

  static func short(_ date: Date) -> String {
    let parts = Calendar.current.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    return String(
      format: "%04d-%02d-%02d %02d:%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0, parts.hour ?? 0,
      parts.minute ?? 0)
  }
}
