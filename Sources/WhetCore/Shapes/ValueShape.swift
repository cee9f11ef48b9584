/// What a JSON value looks like: the contract of what a command gives to programs.
///
/// Strict: a record has the members it names and no others, and only what says when it is `null` may be so.
public struct ValueShape: Sendable, Hashable {
  public indirect enum Kind: Sendable, Hashable {
    /// Any JSON value, where the data decides.
    case any
    /// Only `null`: the command has nothing to tell.
    case nothing
    case text
    /// One of these texts.
    case word([String])
    case boolean
    /// - Parameter minimum: the least it may be.
    case integer(minimum: Int)
    /// A number within bounds, in a unit such as `points`; an empty unit for plain numbers.
    case number(ClosedRange<Double>, unit: String)
    /// A moment in UTC as ISO 8601 has it, such as `2025-11-23T08:10:00.000Z`.
    case moment
    /// The id of something in the store, such as a `run`.
    case id(String)
    /// - Parameter count: how many there always are; `nil` for any number.
    case list(ValueShape, count: Int?)
    /// Names that the data decides, each with a value of one shape.
    case map(ValueShape)
    /// A record with just these members. The title names it in help and schema; equal titles are equal records.
    case record(title: String, [Member])
    /// The shape depends on how the command was called.
    case either([Variant])
  }

  /// A named part of a record.
  public struct Member: Sendable, Hashable {
    public var name: String
    public var shape: ValueShape
    /// A few words.
    public var meaning: String
    /// When the record lacks it; `nil` if it is always there.
    public var absentWhen: String?

    public init(_ name: String, _ shape: ValueShape, _ meaning: String, absentWhen: String? = nil) {
      self.name = name
      self.shape = shape
      self.meaning = meaning
      self.absentWhen = absentWhen
    }
  }

  /// One of several shapes and when it is that one, such as `with an agent`.
  public struct Variant: Sendable, Hashable {
    public var when: String
    public var shape: ValueShape

    public init(when: String, _ shape: ValueShape) {
      self.when = when
      self.shape = shape
    }
  }

  public var kind: Kind
  /// When it is `null`, such as `nothing was measured`; `nil` if it never is.
  public var nullWhen: String?

  public init(_ kind: Kind, nullWhen: String? = nil) {
    self.kind = kind
    self.nullWhen = nullWhen
  }

  /// The same shape, or `null`.
  ///
  /// - Parameter when: such as `nothing was measured`.
  public func orNull(_ when: String) -> ValueShape { ValueShape(kind, nullWhen: when) }
}

extension ValueShape {
  public static let any = ValueShape(.any)
  public static let nothing = ValueShape(.nothing)
  public static let text = ValueShape(.text)
  public static let boolean = ValueShape(.boolean)
  public static let moment = ValueShape(.moment)
  /// How many of something: an integer from 0.
  public static let count = ValueShape(.integer(minimum: 0))
  /// 0 to 100.
  public static let score = ValueShape(.number(0...100, unit: ""))
  /// A difference of scores, -100 to 100.
  public static let points = ValueShape(.number(-100...100, unit: "points"))
  /// 0 to 1.
  public static let probability = ValueShape(.number(0...1, unit: ""))
  /// Where a mean of points lies with 95 % confidence: its low and its high end.
  public static let pointsInterval = ValueShape(.list(.points, count: 2))

  public static func word(_ words: [String]) -> ValueShape { ValueShape(.word(words)) }

  /// The raw values of an enumeration.
  public static func word<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> ValueShape {
    .word(type.allCases.map(\.rawValue))
  }

  public static func integer(from minimum: Int) -> ValueShape { ValueShape(.integer(minimum: minimum)) }

  /// - Parameter unit: such as `seconds`.
  public static func number(_ bounds: ClosedRange<Double> = 0...(.infinity), unit: String = "") -> ValueShape {
    ValueShape(.number(bounds, unit: unit))
  }

  /// - Parameter kind: what it names, such as `run`.
  public static func id(_ kind: String) -> ValueShape { ValueShape(.id(kind)) }

  public static func list(_ element: ValueShape, count: Int? = nil) -> ValueShape {
    ValueShape(.list(element, count: count))
  }

  public static func map(_ value: ValueShape) -> ValueShape { ValueShape(.map(value)) }

  public static func record(_ title: String, _ members: [Member]) -> ValueShape {
    ValueShape(.record(title: title, members))
  }

  public static func either(_ variants: [Variant]) -> ValueShape { ValueShape(.either(variants)) }

  /// The members of a record; none for other shapes. With it a larger record is made of a smaller one.
  public var members: [Member] { if case .record(_, let members) = kind { members } else { [] } }
}
