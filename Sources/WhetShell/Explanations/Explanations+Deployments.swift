import WhetAgents
import WhetCore
import WhetStore
import WhetTraining

extension Explanations {
  /// Faults of deploying and rolling back, of the managed section and of the rules beside it.
  static let deployments: [Entry] = [
    Entry(
      .deploymentRefused,
      """
      The gate is against the deployment: the held-out evidence does not show an improvement, a pinned case gets worse, or
      the section would need too many tokens. 'gate explain' gives the reasons and how many more cases are needed at the
      present rate. Add corrections and train again. '--unproven' deploys as a canary where only proof is lacking, and
      '--force' against the gate. The exit status is 3.
      """,
      wrong: """
        train engineer               # three corrections are too few for a proof
        deploy engineer
        """,
      right: """
        correction import more.jsonl
        train engineer
        deploy engineer
        """),
    Entry(
      .deploymentNothing,
      """
      There is nothing to deploy or to take back: the agent has no finished run, its run has no lessons, or no deployment
      of it stands. Deployments are taken back newest first. 'run list' and 'deployment list' show what there is.
      """,
      wrong: """
        deploy engineer              # was never trained
        """,
      right: """
        train engineer
        deploy engineer
        """),
    Entry(
      .deploymentVersionTaken,
      """
      Another process deployed the same version of the agent at the same moment. Its deployment stands, and this one
      changed nothing. Repeat the command: it then makes the next version.
      """,
      wrong: """
        two build jobs say 'deploy engineer' with one store at the same moment
        """,
      right: """
        the second job repeats 'deploy engineer' after the first has finished
        """),
    Entry(
      .sectionDamaged,
      """
      A marker of the managed section is misspelt, stands alone, or the two are in the wrong order, so that it cannot be
      told which part of the file is whet's. The file was not touched. Repair the markers at the place the message names;
      each stands alone on its line.
      """,
      wrong: """
        <!-- whet:begin -->
        Return a sorted list.
        <!-- whet: end -->
        """,
      right: """
        <!-- whet:begin -->
        Return a sorted list.
        <!-- whet:end -->
        """),
    Entry(
      .sectionDoubled,
      """
      The definition has more than one managed section, often after merging two versions of the file. Only one can be
      whet's. The file was not touched. Remove one of the two with its markers; text outside of the markers is yours.
      """,
      wrong: """
        <!-- whet:begin -->
        Return a sorted list.
        <!-- whet:end -->
        <!-- whet:begin -->
        Return a list.
        <!-- whet:end -->
        """,
      right: """
        <!-- whet:begin -->
        Return a sorted list.
        <!-- whet:end -->
        """),
    Entry(
      .sectionTextInvalid,
      """
      The text of a managed section would break it: it holds one of the markers, a NUL character, or a code block or
      comment that is not closed. Nothing was written. The text comes from lessons; where it quotes a marker, put the
      marker into a code fence, and close what is open in the correction it comes from.
      """,
      wrong: """
        Begin the part with the line
        <!-- whet:begin -->
        """,
      right: """
        Begin the part with the line
        ```
        <!-- whet:begin -->
        ```
        """),
    Entry(
      .rulesInvalid,
      """
      The rules file beside a definition is not one, or belongs to another agent or another section. whet writes it
      together with the section and does not apply rules that it cannot trust. Do not edit or copy it; deploy the agent
      again to write it anew, or roll back.
      """,
      wrong: """
        the rules file of 'engineer' is copied to be that of 'tester'
        """,
      right: """
        train tester
        deploy tester
        """),
    Entry(
      .rulesVersionNewer,
      """
      A later version of whet wrote the rules file, in a form that this version does not know. It is not applied, because
      a part of it could be misread. Use the later version here too, or deploy the agent again with this one.
      """,
      wrong: """
        a colleague deploys with a later version of whet, and the files come here with the project
        """,
      right: """
        both use the same version of whet
        """),
  ]
}
