import Foundation

/// Commands that last as long as a test wants.
extension Terminal {
  /// Types a command at the prompt that runs until `letGo` is called, and waits until it runs.
  func startWaiting(prompt: String = "whet> ") throws {
    let script = """
      echo $$ > started
      while [ -e started ] && [ ! -e go ]; do sleep 0.05; done
      echo 'an answer'
      """
    try put(script, at: "project/wait.sh")
    try waitForPrompt(prompt)
    type("capture run --agent engineer --task x -- sh wait.sh\r")
    try wait(for: "the program's start") { _ in waitingProcess != nil }
  }

  /// Lets the program that waits come to its end.
  func letGo() throws { try put("", at: "project/go") }

  /// The program that waits, once it runs.
  var waitingProcess: Int32? {
    let text = try? String(contentsOf: folder.appending(path: "project/started"), encoding: .utf8)
    return text.flatMap { $0.hasSuffix("\n") ? Int32($0.dropLast()) : nil }
  }

  /// Whether a process ends within five seconds; one that nobody has waited for has.
  static func hasEnded(_ process: Int32) -> Bool {
    let deadline = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < deadline {
      guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
        !status.contains("State:\tZ")
      else { return true }
      poll(nil, 0, 10)
    }
    return false
  }

  /// Lines of a corrections file that is long in training.
  static func manyCorrections(_ count: Int) -> String {
    (0..<count).map { number in
      let body = (0..<12).map { #"def f\#(number)_\#($0)(value):\n    return value + \#($0)\n"# }.joined()
      return
        #"{"id":"c\#(number)","agent":"engineer","task":"t\#(number)","language":"python","#
        + #""original":"\#(body)if x\#(number) == None:\n    print(x\#(number))\n","#
        + #""corrected":"\#(body)if x\#(number) is None:\n    print(x\#(number))\n"}"# + "\n"
    }.joined()
  }
}
