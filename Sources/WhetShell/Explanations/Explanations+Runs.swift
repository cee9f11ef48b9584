import WhetCore
import WhetStore
import WhetTraining

extension Explanations {
  /// Faults of training: runs, sessions and their steps.
  static let runs: [Entry] = [
    Entry(
      .trainingNothingToDo,
      """
      The agent has no corrections in the store, so there is nothing to learn from. Add some, or check the agent's name
      and the store: 'stats' lists the agents that have corrections.
      """,
      wrong: """
        train enginer
        """,
      right: """
        correction import corrections.jsonl
        train engineer
        """),
    Entry(
      .runBusy,
      """
      Another process is working on the run, or trains the same agent in another one. Two trainings of one agent at once
      would learn from each other's half-done work. Wait until that process is done, or end it: what it finished is kept,
      and 'session resume' goes on. A process that has died holds nothing.
      """,
      wrong: """
        two shells say 'train engineer' at once
        """,
      right: """
        one shell says 'train engineer', the other 'train tester'
        """),
    Entry(
      .runFinished,
      """
      The run is finished, and a finished run never changes: its figures are the evidence that deployments rest on. Look
      at it with 'run show', and start a new one with 'train'.
      """,
      wrong: """
        session resume last          # its run has come to its end
        """,
      right: """
        session show last
        """),
    Entry(
      .runSessionsOpen,
      """
      A run was to be ended while some of its sessions were not. The run stays open, because its figures would leave those
      sessions out. 'session resume' finishes them and then the run.
      """,
      wrong: """
        a program that uses whet as a library ends a run after half of its sessions
        """,
      right: """
        session resume
        """),
    Entry(
      .runNotClaimed,
      """
      A run was written to by a process that has not taken it over, so that two could write at once. Nothing was changed.
      The commands of whet always take a run over first; a program that uses the store as a library has to claim the run
      and keep the lease while it writes.
      """,
      wrong: """
        try store.finishRun(run, outcome: nil)
        """,
      right: """
        let lease = try store.claim(run)
        try store.finishRun(run, outcome: nil)     // while 'lease' is alive
        """),
    Entry(
      .sessionStepOrder,
      """
      A step of a session was to be kept out of order. The seven steps follow each other, and each rests on the one before
      it, so none is skipped or done twice. Nothing was changed; 'session resume' goes on behind the last step that is
      kept.
      """,
      wrong: """
        a program that uses whet as a library commits the evaluation of a session that has no response yet
        """,
      right: """
        session resume
        """),
    Entry(
      .sessionClosed,
      """
      The session has ended and takes no further step. What it found out stays as it is, since figures rest on it. Train
      the correction once more to make a new session.
      """,
      wrong: """
        a program that uses whet as a library commits a step to a finished session
        """,
      right: """
        train engineer --correction e01
        """),
    Entry(
      .sessionDuplicate,
      """
      The run has a session on that correction already. Each correction counts once in a run, or the figures would favour
      those that come twice. Name it once, or start another run.
      """,
      wrong: """
        a program that uses whet as a library makes a run on the corrections e01, e02 and e01
        """,
      right: """
        the run is made on e01 and e02
        """),
    Entry(
      .sessionArtefactUnreadable,
      """
      What a step of a session has kept cannot be read: it is damaged, or a later version of whet has written it. Other
      sessions are not touched. Run 'store check'; if the store is sound, use the newer version of whet.
      """,
      wrong: """
        session show last            # the file of the store was changed with another program
        """,
      right: """
        store check
        """),
  ]

  /// Faults of stepping through a session.
  static let steps: [Entry] = [
    Entry(
      .runStepped,
      """
      A person steps through a run of the agent, so no other training of the agent begins and nothing takes that run to
      its end unasked: it would decide what the person wanted to look at first. 'step list' shows where it stands. End it
      with 'step run --all', or give it up with 'step abort'.
      """,
      wrong: """
        train engineer --step
        train engineer               # the run before stands at its first step
        """,
      right: """
        train engineer --step
        step run --all
        """),
    Entry(
      .stepNone,
      """
      The verbs of 'step' go on with a session that is stepped through, and there is none, or the one that was named is not.
      'train AGENT --step' begins one, and 'step list' shows those there are. If an agent is chosen, only its own counts.
      """,
      wrong: """
        step next                    # nothing was begun
        """,
      right: """
        train engineer --step
        step next
        """),
    Entry(
      .stepElsewhere,
      """
      The run stands at another session than the one that was named. The sessions of a run follow each other, and a later
      one rests on what those before it taught, so they are stepped through one after the other. Leave '--session' out, or
      take back the steps of the later session first.
      """,
      wrong: """
        step next --session s4       # the run stands at s5 already
        """,
      right: """
        step next
        """),
    Entry(
      .stepNotHere,
      """
      The verb has nothing to do where the session stands: there is no step to take back before the first one, no prompt to
      edit before step 3, no later step to go back to. 'step show' tells where you stand and what can be done there.
      """,
      wrong: """
        train engineer --step
        step back                    # it is the first step of the first session
        """,
      right: """
        train engineer --step
        step next
        step back
        """),
    Entry(
      .stepChoice,
      """
      What was chosen for the session cannot be: the agent has no such strategy, the session knows no such lesson, or an
      edited prompt no longer holds what stands in its fences. Texts in fences were written by others and stay fenced, so
      that they can never become instructions. Nothing was changed.
      """,
      wrong: """
        step set strategy nonsense
        """,
      right: """
        strategy list --agent engineer
        step set strategy generic
        """),
    Entry(
      .modelUnknown,
      """
      There is no such model. This version works without models: 'offline' applies the lessons that were learned, and that
      is what makes the response unless a person gives one.
      """,
      wrong: """
        step set model anthropic:claude
        """,
      right: """
        step set model offline
        """),
  ]
}
