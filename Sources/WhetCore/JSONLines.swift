public import Foundation

/// The lines of a JSON-lines text with their numbers from 1; blank lines and a byte-order mark are passed over.
public struct JSONLines: Sequence {
  private let bytes: Data

  public init(_ bytes: Data) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Data(bytes.dropFirst(3)) : bytes
  }

  public func makeIterator() -> AnyIterator<(number: Int, line: Data)> {
    var position = bytes.startIndex
    var number = 0
    return AnyIterator {
      while position < bytes.endIndex {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        let line = bytes[position..<end]
        position = end < bytes.endIndex ? end + 1 : end
        number += 1
        if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return (number, Data(line)) }
      }
      return nil
    }
  }
}
