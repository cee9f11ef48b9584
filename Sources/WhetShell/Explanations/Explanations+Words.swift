extension Explanations {
  /// The words of whet, as commands and texts use them.
  static let words: [Entry] = [
    Entry(
      "correction",
      """
      What an agent answered to a task and what was wrong with it: a corrected text, feedback in words, a verifier, or
      several of them.
      """),
    Entry(
      "lesson",
      """
      One learned rule in words, with its evidence: the corrections that show it, how often it helped and how often it
      harmed.
      """),
    Entry(
      "session",
      """
      The seven steps of training on one correction or response: input, strategy, prompt, response, evaluation,
      adaptation, deployment. Each step is kept before the next begins.
      """),
    Entry(
      "run",
      """
      One call of 'train': its sessions, the held-out evidence, and the gate's decision.
      """),
    Entry(
      "local",
      """
      Local improvement: how much better the response to a session's own case became by what was known before its
      correction. The first correction of a kind has 0.
      """),
    Entry(
      "held-out",
      """
      Held-out improvement: the mean over all cases, each scored by lessons learned without it and its
      near-duplicates. This is the figure that says whether learning helps.
      """),
    Entry(
      "recall",
      """
      Whether the lessons make of a response exactly what the person made of it, after learning from it; no
      improvement.
      """),
    Entry(
      "gate",
      """
      Decides from held-out evidence whether lessons may be deployed. strict asks for p below 0.05, balanced for
      P(better) of at least 0.9; both for no broken pinned case and a kept token budget.
      """),
    Entry(
      "verifier",
      """
      A program that decides whether a response is right. It runs in a sandbox without network, with limits for time,
      memory and processes; exit 0 is a pass.
      """),
    Entry(
      "tier",
      """
      Where a definition lives: project beats user beats system; below them are the built-in definitions.
      """),
    Entry(
      "managed section",
      """
      The part of a definition between <!-- whet:begin --> and <!-- whet:end -->. Everything outside is yours and
      stays byte for byte.
      """),
    Entry(
      "n/a",
      """
      Nothing was measured; whet never puts a guess in its place.
      """),
    Entry(
      "sealed",
      """
      Of the groups of cases that arrive after the hundredth case every fifth never trains and is opened only by the
      gate.
      """),
  ]
}
