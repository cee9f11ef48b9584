import WhetCore

extension ScriptList {
  /// The most elements of a list that is written out.
  static let countLimit = ScriptValue.sizeLimit / 16
}

extension WhetError {
  static let textTooLarge = WhetError.valueTooLarge(
    "the text would be longer than \(ScriptValue.sizeLimit >> 20) MiB")
}

extension ScriptValue {
  /// A text that an operation made.
  ///
  /// - Throws: `script.value-too-large`.
  static func bounded(_ text: String) throws(WhetError) -> ScriptValue {
    guard text.utf8.count <= sizeLimit else { throw .textTooLarge }
    return .text(text)
  }

  /// A list of texts that an operation made.
  ///
  /// - Throws: `script.value-too-large`.
  static func bounded(texts: [String]) throws(WhetError) -> ScriptValue {
    .list(try ScriptList(texts.map(ScriptValue.text)))
  }

  /// Refuses a value whose JSON or spelling would be too large, before any of it is written.
  ///
  /// - Parameter indent: spaces before each element, per level.
  func requireWritable(indent: Int = 0) throws(WhetError) {
    let extent = extent
    guard extent.depth > 0 else { return }
    try extent.check()
    guard Int(extent.weight) * Int(extent.depth) * indent <= Self.sizeLimit else { throw .textTooLarge }
  }
}
