import WhetCore

/// The correction of one sub-process agent's answer, as it is reported.
struct SubprocessCorrection {
  var subprocessID: String
  var agent: AgentName
  var original: String
  var corrected: String
  var context: [String: String]

  /// The same without secrets, ready for the store.
  ///
  /// - Throws: `WhetError` with code `correction.invalid`.
  func draft() throws(WhetError) -> CorrectionDraft {
    var rest = context
    let task = rest.removeValue(forKey: "task") ?? ""
    return try CorrectionDraft(
      CorrectionFields(
        agent: agent, task: task.allSatisfy(\.isWhitespace) ? "answer of the sub-process \(subprocessID)" : task,
        context: rest.isEmpty ? nil : CorrectionContext(values: rest), original: original, corrected: corrected,
        source: "subprocess:\(subprocessID)"))
  }
}
