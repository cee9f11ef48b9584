import WhetStore

extension Explanations {
  /// Faults of taking changes back.
  static let changes: [Entry] = [
    Entry(
      .undoNothing,
      """
      No change is left that can be taken back, or no change has the id that was given. Only changes are taken back:
      corrections added, imported, edited or removed, lessons disabled, enabled, edited or merged, deployments, rollbacks
      and definitions made with 'agent new', and of these not those whose file was changed since or is of another project. A training is history and stays.
      'undo --list' shows the changes that were not taken back.
      """,
      wrong: """
        train engineer               # in a store in which nothing else was ever changed
        undo --yes
        """,
      right: """
        undo --list
        """),
    Entry(
      .undoOvertaken,
      """
      Between the moment a change was named and the moment it was to be taken back another process made a change to the
      store, or took back that very one. So that nothing else is taken back than what was named, nothing was changed. Look
      at 'undo --list' and repeat the command.
      """,
      wrong: """
        two shells ask whether to undo the same import, and both are answered with yes
        """,
      right: """
        undo --list
        undo
        """),
    Entry(
      .undoConflict,
      """
      What the change left is not there any more: a correction has another revision than the change gave it, by a program
      that keeps no journal, or a newer change of the same file or correction stays because it cannot be taken back.
      Taking the change back would take back something else too, so nothing was changed. Make the change by hand that you
      want.
      """,
      wrong: """
        undo --yes                   # another program gave the edited correction another revision
        """,
      right: """
        correction show K            # shows how it is now
        """),
  ]
}
