import CZlib
import Foundation

/// Raw deflate streams (RFC 1951) with a preset dictionary; the reader must have the same one.
enum Deflate {
  /// zlib looks back this far, so only the last part of a longer dictionary counts.
  static let window = 32_768

  /// The compressed bytes, or `nil` if they would not be fewer than the content's.
  static func compress(_ content: Data, dictionary: Data) -> Data? {
    guard content.count > 8, content.count < Int(UInt32.max) else { return nil }
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    set(dictionary) { deflateSetDictionary(&stream, $0, $1) }
    var output = Data(count: content.count - 1)
    let status = transfer(content, to: &output, through: &stream) { deflate($0, Z_FINISH) }
    guard status == Z_STREAM_END else { return nil }
    return output.prefix(Int(stream.total_out))
  }

  /// The `size` bytes that were compressed, or `nil` if the stream or its length is not right.
  static func expand(_ compressed: Data, size: Int, dictionary: Data) -> Data? {
    // Deflate shrinks to a thousandth at best: a larger claim is damage and must not be allocated.
    guard size > 0, size <= 1100 * (compressed.count + 1) else { return nil }
    var stream = z_stream()
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    set(dictionary) { inflateSetDictionary(&stream, $0, $1) }
    var output = Data(count: size)
    let status = transfer(compressed, to: &output, through: &stream) { inflate($0, Z_FINISH) }
    return status == Z_STREAM_END && Int(stream.total_out) == size ? output : nil
  }

  private static func set(_ dictionary: Data, with call: (UnsafePointer<UInt8>?, UInt32) -> Int32) {
    dictionary.suffix(window).withUnsafeBytes { bytes in
      _ = call(bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count))
    }
  }

  private static func transfer(
    _ input: Data, to output: inout Data, through stream: inout z_stream,
    call: (UnsafeMutablePointer<z_stream>) -> Int32
  ) -> Int32 {
    input.withUnsafeBytes { source in
      output.withUnsafeMutableBytes { target in
        // zlib's interface predates const; it only reads the input.
        stream.next_in = UnsafeMutablePointer(mutating: source.bindMemory(to: UInt8.self).baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = UInt32(target.count)
        return call(&stream)
      }
    }
  }
}
