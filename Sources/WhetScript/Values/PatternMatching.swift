import Foundation
import Glibc
import Synchronization
import WhetCore

/// The regular expressions of `matches`: those of ICU, found anywhere in the text.
///
/// `NSRegularExpression` is used because, tried on Linux, it is the one that reports while it works and can be stopped,
/// and keeps what it has yet to try in at most 8 MB off the stack; `regexec` and `Regex` cannot be stopped.
enum PatternMatching {
  /// In code points.
  static let lengthLimit = 1000
  static let nestingLimit = 40
  /// How long, in UTF-16 units, a text may be for patterns whose work is not reported in small enough steps.
  static let unreportedTextLimit = 10_000

  /// Why a text cannot be used as a pattern, as a clause about "it"; `nil` for a valid one.
  static func check(pattern: String) -> String? {
    do {
      _ = try Pattern(pattern)
      return nil
    } catch {
      return error.reason
    }
  }

  /// Whether the pattern is somewhere in the text.
  ///
  /// - Throws: `script.invalid-argument` for an invalid pattern, `script.pattern-too-slow` for one that takes too long
  ///   or too much memory on this text, and `script.value-too-large` where look-around, atomic groups or back references
  ///   meet a long text.
  static func matches(_ text: String, _ pattern: String) throws(WhetError) -> Bool {
    try compiled(pattern).isFound(in: text)
  }

  /// The newest at the end.
  private static let recent = Mutex<[Pattern]>([])
  private static let recentLimit = 16

  private static func compiled(_ text: String) throws(WhetError) -> Pattern {
    // Not by `==`, to which the two ways to compose `é` are one pattern.
    if let known = recent.withLock({ $0.last { $0.text.utf8.elementsEqual(text.utf8) } }) { return known }
    let pattern: Pattern
    do {
      pattern = try Pattern(text)
    } catch {
      throw .invalidArgument(
        "the pattern '\(VisibleText.quoted(text, limit: 40))' is no regular expression: \(error.reason)")
    }
    recent.withLock { recent in
      if recent.count == recentLimit { recent.removeFirst() }
      recent.append(pattern)
    }
    return pattern
  }
}

/// A pattern that is ready to be looked for.
private struct Pattern: Sendable {
  struct Refusal: Error {
    let reason: String
  }

  let text: String
  private let expression: NSRegularExpression
  private let reportsSteps: Bool

  init(_ text: String) throws(Refusal) {
    self.text = text
    guard !text.isEmpty else { throw Refusal(reason: "it is empty") }
    guard text.unicodeScalars.count <= PatternMatching.lengthLimit else {
      throw Refusal(reason: "it is longer than \(PatternMatching.lengthLimit) characters")
    }
    let shape = PatternShape(text)
    guard shape.nesting <= PatternMatching.nestingLimit else {
      throw Refusal(reason: "it nests more than \(PatternMatching.nestingLimit) groups")
    }
    guard let expression = try? NSRegularExpression(pattern: text) else {
      throw Refusal(reason: shape.flaw ?? "its syntax is wrong")
    }
    self.expression = expression
    reportsSteps = shape.reportsSteps
  }

  func isFound(in text: String) throws(WhetError) -> Bool {
    let length = text.utf16.count
    guard reportsSteps || length <= PatternMatching.unreportedTextLimit else {
      throw WhetError(
        .valueTooLarge,
        "patterns with look-around, atomic groups or back references take texts of at most "
          + "\(PatternMatching.unreportedTextLimit) characters, not \(length)",
        advice: "match its lines, or write the pattern without them")
    }
    var watch = Stopwatch(for: length, looksRarely: reportsSteps)
    var (found, gaveUp) = (false, false)
    let range = NSRange(location: 0, length: length)
    expression.enumerateMatches(in: text, options: [.reportProgress, .reportCompletion], range: range) {
      match, flags, stop in
      found = found || match != nil
      gaveUp = gaveUp || flags.contains(.internalError) || !found && watch.isOver()
      if found || gaveUp { stop.pointee = true }
    }
    guard found || !gaveUp else { throw tooSlow }
    return found
  }

  private var tooSlow: WhetError {
    WhetError(
      .patternTooSlow, "the pattern '\(VisibleText.quoted(text, limit: 40))' has too much to try on this text",
      advice: "avoid repeats inside of repeats such as (a+)+, or match its lines")
  }
}

/// How long a search may take: less than half a second, and longer for a long text, which takes long to go through.
private struct Stopwatch {
  private let start = ContinuousClock.now
  private let used = clock()
  private let limit: Duration
  /// How many questions are answered with one look at the clock, which takes longer than a step of a quick search.
  private let interval: Int
  private var questions = 0

  init(for length: Int, looksRarely: Bool) {
    limit = min(.milliseconds(300) + .nanoseconds(500) * length, .seconds(5))
    interval = looksRarely ? 32 : 1
  }

  /// Time in which this process was kept waiting or was stopped does not count.
  mutating func isOver() -> Bool {
    questions += 1
    guard questions.isMultiple(of: interval) else { return false }
    return ContinuousClock.now - start > limit && .microseconds(clock() - used) > limit
  }
}

/// What a glance at a pattern tells; in doubt the worse.
private struct PatternShape {
  /// How many groups are open at once, at most.
  private(set) var nesting = 0
  /// Whether a search reports its progress often, whatever the text's length.
  ///
  /// Look-around, atomic groups and possessive groups go through the text without a report, back references compare
  /// long pieces of it: with them a million characters took seconds between two reports, ten thousand a tenth of one.
  private(set) var reportsSteps: Bool
  /// The likely fault, if the pattern has one.
  private(set) var flaw: String?

  private static let unreported = [
    "(?=", "(?!", "(?<=", "(?<!", "(?>", ")++", ")*+", ")?+", "}+", "\\k", "\\1", "\\2", "\\3", "\\4", "\\5", "\\6",
    "\\7", "\\8", "\\9",
    // Comments and free spacing may stand between the characters of the others.
    "(?#",
  ]

  init(_ pattern: String) {
    let bytes = Array(pattern.utf8)
    reportsSteps =
      !Self.isFreelySpaced(bytes) && !Self.unreported.contains { Self.places(of: $0, in: bytes).contains { _ in true } }
    var (open, isEscaped, isInSet) = (0, false, false)
    for byte in bytes {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case .backslash: isEscaped = true
      case UInt8(ascii: "["): isInSet = true
      case UInt8(ascii: "]"): isInSet = false
      case UInt8(ascii: "(") where !isInSet: open += 1
      case UInt8(ascii: ")") where !isInSet:
        open -= 1
        if open < 0 { flaw = flaw ?? "it has a ')' without its '('" }
      default: break
      }
      nesting = max(nesting, open)
    }
    flaw = flaw ?? Self.flaw(open: open, isEscaped: isEscaped, isInSet: isInSet)
  }

  private static func places(of text: String, in pattern: [UInt8]) -> TextSearch {
    TextSearch(of: Array(text.utf8), in: pattern)
  }

  /// Whether a flag such as `(?x)` is set anywhere.
  private static func isFreelySpaced(_ pattern: [UInt8]) -> Bool {
    places(of: "(?", in: pattern).contains { place in
      pattern[(place + 2)...].prefix { $0.isLetter || $0 == UInt8(ascii: "-") }.contains(UInt8(ascii: "x"))
    }
  }

  private static func flaw(open: Int, isEscaped: Bool, isInSet: Bool) -> String? {
    if isEscaped { return "it ends with a lone '\\'" }
    if isInSet { return "it has a '[' without its ']'" }
    return open > 0 ? "it has a '(' without its ')'" : nil
  }
}
