import Glibc
import WhetTerminal

/// The editor thread's work: one request after the other, and signals between them.
struct EditorLoop {
  let mailbox: EditorMailbox
  let terminal: EditorTerminal

  /// Runs until the request to close.
  func run() {
    while true {
      guard let request = mailbox.take() else {
        waitForMail()
        continue
      }
      switch request {
      case .read(let prompt, let initial, let isCancelled, let continuation):
        continuation.resume(
          with: Result { try terminal.readLine(prompt: prompt, initial: initial, isCancelled: isCancelled) })
      case .remember(let line, let continuation):
        terminal.remember(line)
        continuation.resume()
      case .forget(let continuation):
        terminal.forgetHistory()
        continuation.resume()
      case .print(let text, let continuation):
        terminal.write(text.ended.printable)
        continuation.resume()
      case .close(let continuation):
        terminal.close()
        mailbox.end()
        continuation?.resume()
        return
      }
    }
  }

  private func waitForMail() {
    _ = mailbox.wake.wait()
    for byte in mailbox.wake.drain() {
      if byte == UInt8(SIGINT) { mailbox.announceInterrupt() }
      // It came as the last line ended, and goes to whoever has it now.
      if EditorSignals.isEnding(byte) { kill(getpid(), Int32(byte)) }
    }
  }
}
