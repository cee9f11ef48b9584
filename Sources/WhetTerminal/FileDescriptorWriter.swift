import Glibc

/// Unbuffered output to a file descriptor.
public enum FileDescriptorWriter {
  /// Writes all of the text, going on after interruptions; gives up silently when the stream is gone, as there
  /// is nowhere left to say so.
  public static func write(_ text: TerminalText, to descriptor: Int32) {
    var text = text.printable
    text.withUTF8 { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = Glibc.write(descriptor, base, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
    }
  }
}
