import GRDB
import WhetCore

/// Finds the one thing a person meant: its id, a unique beginning of it, or `last`.
enum IdentifierLookup {
  /// How many candidates a message names.
  private static let shown = 5

  /// Looks an id up in a text column.
  ///
  /// - Parameter rows: SQL of the rows that may be meant, giving `key`, `id` and in order of arrival.
  /// - Throws: `not-found`, `ambiguous`.
  static func key(
    _ text: String, noun: String, rows: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> Int64 {
    if text == "last" {
      if let key: Int64 = try db.value("SELECT key FROM (\(rows)) ORDER BY key DESC LIMIT 1", arguments) { return key }
      throw WhetError(.notFound, "there is no \(noun) yet")
    }
    let exact: [Int64] = try db.values("SELECT key FROM (\(rows)) WHERE id = ?", arguments + [text])
    if exact.count == 1 { return exact[0] }
    let found = try db.rows(
      "SELECT key, id FROM (\(rows)) WHERE substr(id, 1, length(?)) = ? ORDER BY id, key LIMIT \(shown + 1)",
      arguments + [text, text])
    guard found.count <= 1 else { throw ambiguous(text, noun, found.map { $0["id"] }) }
    guard !text.isEmpty, let row = found.first else { throw notFound(text, noun) }
    return row["key"]
  }

  /// Looks up an id that is a letter and the row's key, such as `r12`.
  ///
  /// - Throws: `not-found`.
  static func key(_ text: String, noun: String, letter: Character, table: String, _ db: Database) throws -> Int64 {
    let key: Int64? =
      if text == "last" {
        try db.value("SELECT max(key) FROM \(table)")
      } else if let number = number(text, letter: letter) {
        try db.value("SELECT key FROM \(table) WHERE key = ?", [number])
      } else {
        nil
      }
    guard let key else { throw text == "last" ? WhetError(.notFound, "there is no \(noun) yet") : notFound(text, noun) }
    return key
  }

  /// The number in `r12`; only the form the store itself writes counts.
  static func number(_ text: String, letter: Character) -> Int64? {
    guard text.first == letter, let number = Int64(text.dropFirst()), text == "\(letter)\(number)" else { return nil }
    return number
  }

  /// The keys whose ids begin with a text, greatest first: `s12` begins those of 12, 120 to 129, 1200 to 1299 and so on.
  static func keys(beginningWith text: String, letter: Character) -> [ClosedRange<Int64>] {
    guard !text.isEmpty, text != String(letter) else { return [1...Int64.max] }
    guard let number = number(text, letter: letter), number > 0 else { return [] }
    var ranges = [number...number]
    while let last = ranges.last {
      let (low, isLowBeyond) = last.lowerBound.multipliedReportingOverflow(by: 10)
      let (high, isHighBeyond) = last.upperBound.multipliedReportingOverflow(by: 10)
      guard !isLowBeyond, !isHighBeyond, high <= Int64.max - 9 else { break }
      ranges.append(low...(high + 9))
    }
    return ranges.reversed()
  }

  private static func notFound(_ text: String, _ noun: String) -> WhetError {
    WhetError(.notFound, "there is no \(noun) '\(text.prefix(60))'", advice: "'\(noun) list' shows what there is")
  }

  private static func ambiguous(_ text: String, _ noun: String, _ candidates: [String]) -> WhetError {
    let names = candidates.prefix(shown).joined(separator: ", ") + (candidates.count > shown ? ", ..." : "")
    return WhetError(
      .ambiguous, "'\(text.prefix(60))' begins more than one \(noun): \(names)", advice: "type more of the id")
  }
}
