import WhetCore

extension Builtin {
  static let len = Builtin(
    "len", [.init("value", [.list, .record, .text, .path])], gives: .integer,
    "How many elements a list, fields a record or characters a text has",
    examples: [("len([1, 2])", "2"), ("len({a: 1})", "1"), (#"len("日本")"#, "2")]
  ) { arguments, _ throws(WhetError) in
    switch arguments.first {
    case .list(let list): .integer(Int64(list.count))
    case .record(let record): .integer(Int64(record.count))
    default: .integer(Int64(try arguments.text(0).count))
    }
  }
}
