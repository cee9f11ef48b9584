import Foundation
import WhetCore

/// The text of a definition nobody has written yet.
enum DefinitionTemplate {
  /// - Parameter prompt: the body; a line that names the agent's role when `nil`.
  static func bytes(name: AgentName, description: String?, prompt: String?) -> Data {
    let description = description ?? "Describe here when this agent is to be used."
    let prompt = prompt ?? "You are the \(name) agent. Say here what you do, how, and what a good answer looks like."
    let text = """
      ---
      name: \(scalar(name.rawValue))
      description: \(scalar(description))
      ---

      \(ManagedSection.normalised(prompt))

      """
    return Data(text.utf8)
  }

  /// A plain word as it is; anything else quoted as JSON, which YAML reads the same way.
  private static func scalar(_ text: String) -> String {
    text.wholeMatch(of: #/[a-z][a-z-]*/#) != nil && !["true", "false", "null", "yes", "no", "on", "off"].contains(text)
      ? text : JSONValue.string(text).json()
  }
}
