import WhetCore

@testable import WhetLearning

/// Somebody who edits texts without a reason, and now and then the same way twice.
struct RandomEditor {
  var random: SeededGenerator
  /// Replacements made before, which are made again now and then.
  private var habits: [(before: String, after: String)] = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  mutating func text(for format: ResponseFormat) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return random.oddText(most: 60)
    case 1: return random.document(most: 60)
    case 2: return random.program(lines: 40)
    default:
      let subject = Subject.all.first { $0.format == format } ?? Subject.mixed
      return subject.text(lines: Int.random(in: 1...30, using: &random), using: &random)
    }
  }

  mutating func edited(_ text: String, format: ResponseFormat) -> String {
    if chance(8) { return text }
    if chance(20) { return self.text(for: format) }
    var text = text
    for habit in habits where chance(2) { text = text.replacing(habit.before, with: habit.after) }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      text = chance(3) ? editedLine(text) : editedToken(text, format: format)
    }
    return text
  }

  private mutating func editedToken(_ text: String, format: ResponseFormat) -> String {
    let tokens = TokenText(text, format: format)
    guard tokens.count > 0 else { return text + word() }
    let start = Int.random(in: 0..<tokens.count, using: &random)
    let range = start..<min(tokens.count, start + Int.random(in: 1...4, using: &random))
    let old = tokens.text(in: range)
    let new: String
    switch Int.random(in: 0..<10, using: &random) {
    case 0: new = ""
    case 1: new = old + " " + word()
    case 2: new = word() + old
    case 3: new = old.uppercased()
    case 4: new = "(" + old + ")"
    case 5: new = ValueTransform.Named.allCases.randomElement(using: &random)?.apply(old) ?? old
    case 6: new = tokens.text(in: range.lowerBound..<(range.lowerBound + 1))
    case 7: new = random.oddText(most: 2)
    default: new = word()
    }
    if chance(3), old.count > 2 { habits.append((old, new)) }
    if chance(3) { return text.replacing(old, with: new) }
    let parts = tokens.tokens.map { $0.leading + $0.text }
    let leading = tokens.tokens[range.lowerBound].leading
    return parts[..<range.lowerBound].joined() + leading + new + parts[range.upperBound...].joined() + tokens.trailing
  }

  private mutating func editedLine(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let index = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(word() + "(" + word() + ")", at: index)
    case 2: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &random))
    case 3:
      let end = min(lines.count, index + Int.random(in: 1...5, using: &random))
      for line in index..<end { lines[line] = "    " + lines[line] }
      lines.insert("with \(word()):", at: index)
    default: lines[index] += " " + word()
    }
    return lines.joined(separator: "\n")
  }

  private mutating func word() -> String {
    let words =
      Subject.all.flatMap { $0.habits.map(\.after) } + SeededGenerator.pieces + ["14 July 2024", "6pm", "1,000"]
    return words.randomElement(using: &random) ?? "word"
  }
}
