import Foundation
import WhetCore

@testable import WhetShell

/// Lines run one after the other in a home, for what their values look like; some are meant to fail.
struct ShapeScenario: Sendable {
  var lines: [String]
  /// Files of the project, before the lines.
  var files: [String: String] = [:]
  var isTrained = true
  var overrides: [String: String] = [:]

  func home() async throws -> PreparedHome {
    let home = try await PreparedHome(isTrained: isTrained, overrides: overrides)
    for (name, text) in files {
      let url = home.test.folder.appending(path: "project/\(name)")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return home
  }

  static let all = [everyday, faults, verified, empty, unlearning, stepping, measuring, deciding]

  /// What people do on most days.
  private static let everyday = ShapeScenario(
    lines: [
      "correction list", "correction list --removed", "correction show n1", "correction export", "run list", "run show",
      "run show r1", "session list", "session show s1", "session show last", "session show s1 --step input",
      "session show s1 --step prompt", "lesson list", "lesson show last", "gate explain r1", "deployment list",
      "agent list", "agent show engineer", "agent use engineer", "agent use", "agent diff engineer --from 0 --to 1",
      "stats", "dashboard", "dashboard engineer", "improve engineer answer.py", "improve engineer better.py",
      "strategy list", "strategy show generic", "criteria list", "store info", "store check", "config list", "explain",
      "explain held-out", "explain agent.conflict", "demo list", "demo run engineer", "history", "format nightly.whet",
      "format nightly.whet --write", "capture run --agent engineer --task t --improve -- cat answer.py",
      "capture run --agent engineer --task t -- cat answer.py", "agent new engineer --tier user", "rollback engineer",
      "rollback engineer", "deployment list", "correction import third.jsonl", "train engineer", "dashboard engineer",
      "agent new reviewer", "correction remove n1", "correction list --removed", "session resume", "help", "help train",
      "help --schema", "help train --schema", "undo --list", "undo", "timing", "output", "watch stats --count 1",
      "complete --line 'whet agent show eng'",
      "complete --line 'whet session sh'", "complete --line 'whet --output js'",
      "exit",
    ],
    files: ["third.jsonl": PreparedHome.line(91, "third")])
}

extension ShapeScenario {
  /// Bad lines, broken definitions, corrections with everything there is and with little.
  private static let faults = ShapeScenario(
    lines: [
      "correction import bad.jsonl", "correction import nothing.jsonl", "correction show full", "correction show told",
      "correction list", "correction edit full --severity low", "correction export", "agent list",
      "train engineer --response @answer.py --task 'wait'", "run list", "run show", "session list", "session show",
      "train engineer --correction told", "session show", "train engineer", "session list", "run show", "lesson list",
    ],
    files: [
      "bad.jsonl": """
      {"id":"full","agent":"engineer","task":"t","context":{"a":"b"},"original":"f(x)\\n","corrected":"g(x)\\n",\
      "feedback":"call g","format":"code","language":"python","type":"technical","severity":"high","pinned":true,\
      "source":"review","verify":{"run":["cat"],"stdin":"x","files":{"a.txt":"b"},"timeout":5}}
      {"id":"told","agent":"engineer","task":"t","original":"just words","feedback":"say more"}
      not json
      {"agent":"engineer","task":"t","original":"a","corrected":"b","colour":"red"}
      """,
      "nothing.jsonl": "",
      ".claude/agents/broken.md": "---\nname: [\n---\nbody\n", ".claude/agents/plain.md": "no front matter\n",
      ".claude/agents/evil.md": "---\nname: ../../x\ndescription: d\n---\nbody\n",
    ])

  /// Cases that programs judge, and a deployment that is undone.
  private static let verified = ShapeScenario(
    lines: [
      "correction import verified.jsonl", "correction show n20", "train qa", "run show", "gate explain", "session show",
      "dashboard qa", "deploy engineer --tier user --run r2", "undo",
    ],
    files: [
      "verified.jsonl": ["alpha", "beta", "gamma", "delta", "omega", "sigma", "kappa", "theta"].enumerated().map {
        PreparedHome.line(
          $0 + 20, $1, verify: #","verify":{"run":["grep","-q","is None","{response}"]}"#
        ).replacing("\"engineer\"", with: "\"qa\"")
      }.joined(separator: "\n")
    ])

  /// Agents of whom little is known.
  private static let empty = ShapeScenario(
    lines: [
      "stats", "dashboard", "agent show engineer", "undo --list",
      "correction add --agent ops --task t --original a --feedback 'say more'", "stats", "dashboard ops",
      "correction list --agent nobody", "train ops", "dashboard ops", "run show", "gate explain", "lesson list",
      "lesson show last", "session show", "undo",
    ], isTrained: false)

  /// Without learning a demo shows nothing.
  private static let unlearning = ShapeScenario(
    lines: ["demo run engineer"], isTrained: false, overrides: ["learner": "off"])

  /// Two lessons that people said in words.
  static let wordedLessons = [
    "correction add --agent engineer --task a --original x --feedback 'Name the version.'",
    "correction add --agent engineer --task b --original x --feedback 'Say how it was tested.'", "train engineer",
  ]

  /// What people decide of lessons, and what they are told of them.
  private static let deciding = ShapeScenario(
    lines: [
      "lesson explain last", "lesson explain n1", "lesson edit last --words 'Compare by identity.'", "lesson show last",
      "lesson edit last --reset", "lesson disable last", "lesson list", "lesson explain last", "lesson enable last",
      "lesson enable last", "correction add engineer @answer.py --accept", "lesson explain ca4870e503d",
      "correction list --accepted", "correction import new.jsonl", "lesson explain n92", "correction import odd.jsonl",
      "train engineer", "lesson explain odd",
    ] + wordedLessons + [
      "lesson merge l4442e9924e l60bcb06c34", "lesson list", "lesson show l60bcb06c34", "lesson explain l60bcb06c34",
      "lesson explain l4442e9924e", "undo --yes", "improve engineer answer.py",
    ],
    files: [
      "odd.jsonl":
        #"{"id":"odd","agent":"engineer","task":"t","format":"code","language":"python","original":"a = 1\nb = 2\n","#
        + #""corrected":"a = 7\nb = 2\n"}"# + "\n"
        + #"{"id":"even","agent":"engineer","task":"t","format":"code","language":"python","original":"a = 1\nc = 2\n","#
        + #""corrected":"a = 1\nc = 2\n"}"#
    ])

  /// A session done step by step, changed on the way.
  private static let stepping = ShapeScenario(
    lines: [
      "correction import new.jsonl", "step", "train engineer --step", "step", "session list", "session show",
      "run list",
      "run show", "step show", "step set strategy generic", "step next --count 2", "step show prompt",
      "step set lesson last off", "step show", "step next", "step set response @answer.py", "session show", "step back",
      "step next", "step set model offline", "step run", "step run --all", "step", "session show",
      "session replay last",
      "session compare s1 last", "train engineer --correction n1 --step", "step abort", "session list",
    ])

  /// Streams and rules measured on files with all there is, with bad lines and with nothing.
  private static let measuring = ShapeScenario(
    lines: [
      "measure stream stream.jsonl --per-item --timing", "measure stream plain.jsonl --per-item --known known.jsonl",
      "measure stream nothing.jsonl --timing", "measure stream never.jsonl", "measure stream once.jsonl",
      "measure stream bad.jsonl",
      "measure rules --train known.jsonl --test stream.jsonl --untouched untouched.jsonl --per-item",
      "measure rules --train known.jsonl --test more.jsonl",
      "measure rules --train nothing.jsonl --test nothing.jsonl",
      "measure rules --train nothing.jsonl --test bad.jsonl",
    ],
    files: [
      "plain.jsonl": #"{"original": "a b", "corrected": "a c"}"# + "\n", "nothing.jsonl": "",
      "once.jsonl": #"{"original": "a", "corrected": "b", "preferences": {"b": "a"}}"#,
      "never.jsonl": (0..<4).map {
        #"{"original": "n\#($0)", "corrected": "m\#($0 * 7)", "preferences": {"odd": "n\#($0)"}}"#
      }.joined(separator: "\n"),
      "untouched.jsonl": #"{"original": "if x == None: pass"}"#, "bad.jsonl": #"{"original": "a"}"#,
    ], isTrained: false)
}
