/// What a variable holds and an expression gives: JSON's values and a few more.
///
/// Values never change and never hold themselves. Numbers are finite: an operation that would give an infinity or a NaN
/// fails instead.
public enum ScriptValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// 64 bits; an operation that does not fit fails.
  case integer(Int64)
  case number(Double)
  case text(String)
  case duration(Duration)
  /// The path of a file, not its content.
  case path(String)
  /// A text that is never shown: not by `echo`, not in JSON, not in a trace. Text made from it is secret too.
  case secret(String)
  case list(ScriptList)
  case record(ScriptRecord)
  /// The value of a command that a dry run left out; whatever is made from it is unknown too.
  case unknown

  /// How deep lists and records may nest, so that walking a value never exhausts the stack.
  public static let depthLimit = 100
  /// The most bytes of a text, and of a list or record when it is written; its parts count 16 at least.
  public static let sizeLimit = 64 << 20

  /// What stands for a secret where it would be shown.
  public static let hidden = "[secret]"

  /// The secret texts in the value.
  var secretTexts: [String] {
    switch self {
    case .secret(let text): [text]
    case .list(let list): list.isRange ? [] : list.flatMap(\.secretTexts)
    case .record(let record): record.members.flatMap(\.value.secretTexts)
    default: []
    }
  }

  /// Whether the value or a part of it is secret.
  public var isSecret: Bool {
    switch self {
    case .secret: true
    case .list(let list): !list.isRange && list.contains(where: \.isSecret)
    case .record(let record): record.members.contains { $0.value.isSecret }
    default: false
    }
  }
}
