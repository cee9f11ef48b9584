import Foundation

/// Cuts valid JSON text into the bytes of its parts, which decoding would not give back unchanged.
enum JSONSlices {
  static func isJSON(_ bytes: Data) -> Bool {
    (try? JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed)) != nil
  }

  /// The elements of an object's array member, each trimmed; `nil` if the member is missing, doubled or no array.
  ///
  /// - Parameter bytes: one valid JSON object.
  static func elements(ofMember name: String, in bytes: Data) -> [Data]? {
    let bytes = [UInt8](bytes)
    guard let members = parts(of: bytes[...], open: UInt8(ascii: "{"), close: UInt8(ascii: "}")) else { return nil }
    let values = members.compactMap { member -> ArraySlice<UInt8>? in
      guard let key = stringEnd(member, from: member.startIndex),
        (try? JSONDecoder().decode(String.self, from: Data(member[..<key]))) == name
      else { return nil }
      return trimmed(trimmed(member[key...]).dropFirst())
    }
    guard values.count == 1 else { return nil }
    return parts(of: values[0], open: UInt8(ascii: "["), close: UInt8(ascii: "]"))?.map { Data($0) }
  }

  /// What stands between a value's brackets, cut at the commas of its own level.
  private static func parts(of value: ArraySlice<UInt8>, open: UInt8, close: UInt8) -> [ArraySlice<UInt8>]? {
    let value = trimmed(value)
    guard value.count >= 2, value.first == open, value.last == close else { return nil }
    let inner = value.dropFirst().dropLast()
    var parts: [ArraySlice<UInt8>] = []
    var (start, depth, index) = (inner.startIndex, 0, inner.startIndex)
    while index < inner.endIndex {
      switch inner[index] {
      case UInt8(ascii: "\""):
        guard let end = stringEnd(inner, from: index) else { return nil }
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        parts.append(trimmed(inner[start..<index]))
        start = index + 1
      default: break
      }
      index += 1
    }
    let last = trimmed(inner[start...])
    return last.isEmpty ? parts : parts + [last]
  }

  /// The offset after the string that begins at `start`.
  private static func stringEnd(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
    guard start < text.endIndex, text[start] == UInt8(ascii: "\"") else { return nil }
    var index = start + 1
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "\""): return index + 1
      default: index += 1
      }
    }
    return nil
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank: (UInt8) -> Bool = { $0.isBlankByte || $0 == 0x0A }
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}
