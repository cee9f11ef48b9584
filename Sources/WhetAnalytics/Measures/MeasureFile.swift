public import Foundation
public import WhetCore
import WhetEvaluation

/// The lines of a file that learning is measured on, and why others were left out.
///
/// A line is `{original, corrected, format?, language?, id?, preferences?}`; other members mean nothing here.
public struct MeasureFile: Sendable, Equatable {
  /// The name shown in faults.
  public var name: String
  public var lines: [MeasureLine] = []
  /// Each with file, line and reason.
  public var faults: [WhetError] = []

  /// Reads JSON lines.
  ///
  /// - Parameter isUntouched: the responses must stay as they are: `corrected` may be missing, and may not differ.
  /// - Throws: only `WhetError.cancelled`.
  public init(_ bytes: Data, name: String, isUntouched: Bool = false) throws(WhetError) {
    self.name = name
    for (number, line) in JSONLines(bytes) {
      try WhetError.throwIfCancelled()
      do throws(WhetError) {
        lines.append(try Self.line(number, line, isUntouched: isUntouched))
      } catch {
        var fault = error
        fault.location = SourceLocation(file: name, line: number)
        faults.append(fault)
      }
    }
  }

  private static func line(_ number: Int, _ bytes: Data, isUntouched: Bool) throws(WhetError) -> MeasureLine {
    let record = try record(bytes)
    let original = try required("original", record)
    let corrected = isUntouched ? try text("corrected", record) ?? original : try required("corrected", record)
    guard !isUntouched || corrected == original else {
      throw invalid("'corrected' differs from 'original', but the file's responses are to stay as they are")
    }
    let language = try text("language", record)?.lowercased()
    guard EditRate(from: original, to: corrected) != nil else { throw invalid("the texts are too long to compare") }
    return MeasureLine(
      number: number, id: try text("id", record), original: original, corrected: corrected,
      format: try format(record) ?? ResponseFormat.detect(in: original, language: language), language: language,
      preferences: try preferences(record))
  }

  private static func record(_ bytes: Data) throws(WhetError) -> JSONValue {
    let value: JSONValue
    do {
      value = try JSONValue.reading(bytes)
    } catch {
      throw invalid("the line is not valid JSON: \(error.message)")
    }
    guard case .object = value else { throw invalid("the line is not a JSON object") }
    return value
  }

  private static func required(_ name: String, _ record: JSONValue) throws(WhetError) -> String {
    guard let text = try text(name, record) else { throw invalid("the field '\(name)' is missing") }
    return text
  }

  /// A member that is a text; `null` is as good as none.
  private static func text(_ name: String, _ record: JSONValue) throws(WhetError) -> String? {
    guard let value = record[name], value != .null else { return nil }
    guard case .string(let text) = value else { throw invalid("the field '\(name)' is not a text") }
    guard text.utf8.count <= CorrectionDraft.maximumTextBytes else {
      throw invalid("'\(name)' has more than \(CorrectionDraft.maximumTextBytes) bytes")
    }
    guard !text.utf8.contains(0) else { throw invalid("'\(name)' contains a NUL character") }
    return text
  }

  private static func format(_ record: JSONValue) throws(WhetError) -> ResponseFormat? {
    guard let text = try text("format", record) else { return nil }
    guard let format = ResponseFormat(rawValue: text) else {
      let known = ResponseFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw invalid("'format' is '\(text.prefix(40))', which is none of \(known)")
    }
    return format
  }

  private static func preferences(_ record: JSONValue) throws(WhetError) -> [String: String] {
    guard let value = record["preferences"], value != .null else { return [:] }
    guard case .object(let members) = value else { throw invalid("the field 'preferences' is not an object of texts") }
    var texts: [String: String] = [:]
    for member in members { texts[member.name] = try required(member.name, value) }
    return texts
  }

  private static func invalid(_ message: String) -> WhetError {
    WhetError(.measureInvalid, message, advice: "see 'help measure stream' for the fields")
  }
}

extension WhetError.Code {
  /// A line that learning was to be measured on lacks something or has a value it cannot have.
  public static let measureInvalid = Self(rawValue: "measure.invalid")
}
