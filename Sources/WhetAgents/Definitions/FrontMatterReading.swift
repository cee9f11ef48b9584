import WhetCore
import Yams

extension FrontMatter {
  /// Reads the lines between the rules.
  ///
  /// - Parameter firstLine: the file's line number of the text's first line, from 1.
  /// - Returns: the fields, and a warning if the text is not a YAML mapping.
  static func read(_ text: String, file: String, firstLine: Int) -> (frontMatter: FrontMatter, warning: WhetError?) {
    do {
      guard !mayExpandWithoutBound(text) else {
        return lenient(text, "it repeats itself through aliases", SourceLocation(file: file, line: firstLine))
      }
      let root = try Yams.compose(yaml: text)
      guard let root else { return (.empty, nil) }
      guard let mapping = root.mapping else {
        return lenient(text, "it is no mapping of names to values", SourceLocation(file: file, line: firstLine))
      }
      return (FrontMatter(fields: fields(of: mapping, in: text), isValid: true), nil)
    } catch let error as YamlError {
      let (problem, mark) = explain(error)
      let line = mark.map { firstLine + max($0.line, 1) - 1 } ?? firstLine
      return lenient(text, problem, SourceLocation(file: file, line: line, column: mark.map { max($0.column, 1) }))
    } catch {
      return lenient(text, "it cannot be read", SourceLocation(file: file, line: firstLine))
    }
  }

  private static func lenient(
    _ text: String, _ problem: String, _ place: SourceLocation
  ) -> (frontMatter: FrontMatter, warning: WhetError?) {
    let warning = WhetError(
      .frontMatterInvalid, "the front matter is not valid YAML: \(problem)", at: place,
      advice: "it is kept as it is; quote values that hold ': ' or ' #'")
    return (FrontMatter(fields: LenientFrontMatter.fields(of: text), isValid: false), warning)
  }

  /// Nested aliases double the text at each level; front matter has no use for them.
  private static func mayExpandWithoutBound(_ text: String) -> Bool {
    text.matches(of: #/(?:^|[\s\[{,:-])[&*][A-Za-z0-9_]/#).count > 8 && text.contains(#/(?:^|[\s\[{,:-])&[A-Za-z0-9_]/#)
  }

  private static func fields(of mapping: Node.Mapping, in text: String) -> [Field] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let pairs = Array(mapping)
    return pairs.enumerated().compactMap { index, pair in
      guard let name = pair.key.scalar?.string else { return nil }
      if let scalar = pair.value.scalar { return Field(name: name, value: scalar.string) }
      if let items = pair.value.sequence?.map(\.scalar?.string), let words = items as? [String] {
        return Field(name: name, value: words.joined(separator: ", "))
      }
      let next = index + 1 < pairs.count ? pairs[index + 1].key.mark?.line : nil
      return Field(name: name, value: source(of: pair.value, before: next, in: lines))
    }
  }

  /// The source lines of a nested value, up to the next key.
  private static func source(of value: Node, before next: Int?, in lines: [Substring]) -> String {
    guard let mark = value.mark, (1...lines.count).contains(mark.line) else { return "" }
    let end = min(max((next ?? lines.count + 1) - 1, mark.line), lines.count)
    let indent = String(repeating: " ", count: max(mark.column - 1, 0))
    let first = String(lines[mark.line - 1].unicodeScalars.dropFirst(max(mark.column - 1, 0)))
    let rest = lines[mark.line..<end].map { $0.hasPrefix(indent) ? String($0.dropFirst(indent.count)) : String($0) }
    return ([first] + rest).joined(separator: "\n").trimmingBlanks
  }

  private static func explain(_ error: YamlError) -> (problem: String, mark: Mark?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark)
    case .reader(let problem, _, _, _): (problem, nil)
    case .duplicatedKeysInMapping(let keys, let context):
      ("\(keys.map { "'\($0.prefix(40))'" }.joined(separator: ", ")) stands twice", context.mark)
    default: ("it cannot be read", nil)
    }
  }
}
