import WhetAgents
import WhetCore

extension Explanations {
  /// Faults of agents' definitions and of the folders they are in.
  static let agents: [Entry] = [
    Entry(
      .agentNameInvalid,
      """
      A text cannot be the name of an agent. The name becomes a file's name, so it has 1 to 64 letters, digits, blanks and
      the characters '.', '_' and '-', begins and ends with a letter or digit, and has no two dots together.
      """,
      wrong: """
        agent new ../engineer
        """,
      right: """
        agent new engineer
        """),
    Entry(
      .agentInvalid,
      """
      A file in a folder of agents is no definition that can be read: it is larger than its limit (1 MiB for a definition,
      16 MiB for rules), holds a NUL byte, or is not UTF-8. The message names the file and the line. Other definitions are
      not affected.
      """,
      wrong: """
        a picture is saved as '.claude/agents/engineer.md'
        """,
      right: """
        '.claude/agents/engineer.md' is a Markdown file in UTF-8
        """),
    Entry(
      .frontMatterInvalid,
      """
      The front matter of a definition is missing, not closed, or not a YAML mapping. A warning: the file still loads with
      what can be read of it, and is kept as it is. Put the fields between two lines '---' at the very top, and put values
      with ': ' or ' #' in them between quotes.
      """,
      wrong: """
        ---
        name: engineer
        description: writes code: small functions
        ---
        """,
      right: """
        ---
        name: engineer
        description: "writes code: small functions"
        ---
        """),
    Entry(
      .descriptionMissing,
      """
      The front matter of a definition has no description. A warning: whet does not need it, but programs such as Claude
      Code choose an agent by it and do not offer one without. Say in it when the agent is to be used.
      """,
      wrong: """
        ---
        name: engineer
        ---
        """,
      right: """
        ---
        name: engineer
        description: Writes and reviews small functions. Use it for code.
        ---
        """),
    Entry(
      .agentDuplicate,
      """
      Two files of one tier define agents of the same name. Only one of them can be in effect, and whet writes to neither
      until it is clear which is meant. Rename one of the two agents, or remove its file. The same name in different tiers
      is no fault: project beats user beats system.
      """,
      wrong: """
        engineer.md has 'name: engineer', and engineer-old.md has 'name: engineer'
        """,
      right: """
        engineer.md has 'name: engineer', and engineer-old.md has 'name: engineer-old'
        """),
    Entry(
      .agentExists,
      """
      A new agent was to be made, and its tier has one of that name already. The file that is there was not touched. Edit
      it, or choose another name or tier.
      """,
      wrong: """
        agent new engineer --tier project     # is there already
        """,
      right: """
        agent new engineer2 --tier project
        """),
    Entry(
      .agentFileTaken,
      """
      The file that an agent would be written to defines an agent of another name. Writing would replace that one, so
      nothing was written. Name each file after its agent, or correct the 'name' in it.
      """,
      wrong: """
        engineer.md has 'name: tester'; then: agent new engineer
        """,
      right: """
        the file is renamed to tester.md; then: agent new engineer
        """),
    Entry(
      .pathUnsafe,
      """
      Where a plain file or folder of a tier is expected, there is a symbolic link, a file with several names, a device,
      or a file outside of the tier's folder. whet does not follow or split it, so that a project from elsewhere cannot
      make it write to other places. Put the file itself there, or set the tier's folder to the place the link leads to.
      """,
      wrong: """
        .claude/agents is a link to /home/ann/agents
        """,
      right: """
        folders.user: /home/ann/agents        (in the user's own configuration file)
        """),
    Entry(
      .tierUnavailable,
      """
      The tier cannot be written: built-in definitions never are, and the project's tier needs a project. Choose one of
      project, user and system with '--tier', and run the command inside of a project or name it with '--project'.
      """,
      wrong: """
        a program that uses whet as a library deploys to the built-in tier
        """,
      right: """
        deploy engineer --tier user
        """),
    Entry(
      .agentConflict,
      """
      The file on the disk is no longer the one that was read, its managed section or rules are no longer those that were
      deployed, or another process is writing to its folder. Nothing was written, so no change was lost. Look at what
      changed, for example with 'agent diff', then repeat the command. Edits outside of the managed section are kept by
      every command and do not stand in its way.
      """,
      wrong: """
        after 'deploy engineer' a line between the markers of engineer.md is edited; then: rollback engineer
        """,
      right: """
        after 'deploy engineer' only lines outside of the markers are edited; then: rollback engineer
        """),
  ]
}
