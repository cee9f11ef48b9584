import Testing
import WhetCore

@testable import WhetLearning

@Suite(.timeLimit(.minutes(1))) struct `Learned rules` {
  /// A preference of a person, shown in a few pairs; then texts it applies to and texts it must leave alone.
  struct Preference: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var format = ResponseFormat.code
    var history: [(original: String, corrected: String)]
    var applies: [(text: String, result: String)]
    var leaves: [String]
  }

  static let preferences: [Preference] = [
    Preference(
      testDescription: "another function",
      history: [
        ("rows = slurp(path)\nshow(rows)\n", "rows = read_all(path)\nshow(rows)\n"),
        ("def load(name):\n    return slurp(name)\n", "def load(name):\n    return read_all(name)\n"),
        ("if ready:\n    text = slurp(source)\n", "if ready:\n    text = read_all(source)\n"),
      ],
      applies: [
        ("data = slurp(target)\n", "data = read_all(target)\n"),
        ("    return slurp(a.b)\n", "    return read_all(a.b)\n"),
      ],
      leaves: ["data = read_all(target)\n", "data = gulp(target)\n", "x = 1\n"]),
    Preference(
      testDescription: "a keyword argument more",
      history: [
        ("r = client.fetch(url)\nprint(r)\n", "r = client.fetch(url, timeout=10)\nprint(r)\n"),
        ("page = client.fetch(base + path)\n", "page = client.fetch(base + path, timeout=10)\n"),
        (
          "def get(name):\n    return client.fetch(address(name))\n",
          "def get(name):\n    return client.fetch(address(name), timeout=10)\n"
        ),
      ],
      applies: [("body = client.fetch(link)\n", "body = client.fetch(link, timeout=10)\n")],
      leaves: ["body = client.fetch(link, timeout=10)\n", "body = client.send(link)\n"]),
    Preference(
      testDescription: "isinstance for a comparison of types",
      history: [
        ("if type(value) == str:\n    go()\n", "if isinstance(value, str):\n    go()\n"),
        ("while type(row.cell) == int:\n    step()\n", "while isinstance(row.cell, int):\n    step()\n"),
        ("ok = type(items[0]) == list\n", "ok = isinstance(items[0], list)\n"),
      ],
      applies: [("if type(node) == dict:\n    pass\n", "if isinstance(node, dict):\n    pass\n")],
      leaves: ["if isinstance(node, dict):\n    pass\n", "kind = type(node)\n"]),
    Preference(
      testDescription: "no debugging line",
      history: [
        ("a = 1\ndump_state()\nb = 2\n", "a = 1\nb = 2\n"),
        ("def f(x):\n    dump_state()\n    return x\n", "def f(x):\n    return x\n"),
        ("for i in items:\n    use(i)\n    dump_state()\nend()\n", "for i in items:\n    use(i)\nend()\n"),
      ],
      applies: [("def g(y):\n    z = y\n    dump_state()\n    return z\n", "def g(y):\n    z = y\n    return z\n")],
      leaves: ["def g(y):\n    return y\n"]),
    Preference(
      testDescription: "another list marker", format: .documentation,
      history: [
        ("Fruit:\n\n* apples\n* pears\n", "Fruit:\n\n- apples\n- pears\n"),
        ("To do:\n\n* write it\n* test it\n", "To do:\n\n- write it\n- test it\n"),
      ],
      applies: [("Tools:\n\n* a hammer\n* a saw\n", "Tools:\n\n- a hammer\n- a saw\n")],
      leaves: ["Tools:\n\n- a hammer\n", "The product 2 * 3 is 6.\n", "```\n* raw\n```\n"]),
    Preference(
      testDescription: "a plainer word", format: .conversation,
      history: [
        ("We utilize the old parser here.\n", "We use the old parser here.\n"),
        ("You can utilize a queue for that.\n", "You can use a queue for that.\n"),
        ("Please utilize it with care.\n", "Please use it with care.\n"),
      ],
      applies: [("They utilize three servers.\n", "They use three servers.\n")],
      leaves: ["They use three servers.\n", "Run `utilize` now.\n", "Utilization is high.\n"]),
  ]

  @Test(arguments: preferences)
  func `fire on texts nobody corrected and leave others alone`(preference: Preference) {
    let learner = learner(preference.history, preference.format)
    #expect(!learner.lessons.isEmpty)
    for (text, result) in preference.applies { #expect(learner.improved(text, preference.format) == result) }
    for text in preference.leaves { #expect(learner.improved(text, preference.format) == text) }
    for (original, corrected) in preference.history {
      #expect(learner.improved(original, preference.format) == corrected)
      #expect(learner.improved(corrected, preference.format) == corrected)
    }
  }

  @Test(arguments: preferences)
  func `are used after one correction where it names what it changes, and leave others alone then too`(
    preference: Preference
  ) {
    let once = learner([preference.history[0]], preference.format)
    #expect(!once.lessons.isEmpty)
    for text in preference.leaves { #expect(once.improved(text, preference.format) == text) }
  }

  @Test(arguments: preferences)
  func `are given up when a person leaves such places alone`(preference: Preference) {
    var learner = learner(preference.history, preference.format)
    for (number, place) in preference.applies.enumerated() {
      learner.learn(pair(100 + number, place.text, place.text, preference.format))
    }
    for (text, _) in preference.applies { #expect(learner.improved(text, preference.format) == text) }
  }

  @Test(arguments: preferences)
  func `are never wrong on what was accepted before`(preference: Preference) {
    var learner = OfflineLearner()
    for (number, place) in preference.applies.enumerated() {
      learner.learn(pair(100 + number, place.text, place.text, preference.format))
    }
    for (number, texts) in preference.history.enumerated() {
      learner.learn(pair(number, texts.original, texts.corrected, preference.format))
    }
    for (text, _) in preference.applies { #expect(learner.improved(text, preference.format) == text) }
  }

  @Test func `know the language they were learned in`() {
    let history = Self.preferences[0].history
    let learner = learner(history, language: "python")
    #expect(learner.improved("x = slurp(y)\n", language: "python") == "x = read_all(y)\n")
    #expect(learner.improved("x = slurp(y)\n") == "x = read_all(y)\n")
    #expect(learner.improved("x = slurp(y)\n", language: "swift") == "x = slurp(y)\n")
  }

  @Test func `do not make half of a change`() {
    let history = [
      ("lock.take()\nwork(a)\nlock.free()\n", "with lock:\n    work(a)\n"),
      ("lock.take()\nstore(b, c)\nlock.free()\n", "with lock:\n    store(b, c)\n"),
      ("lock.take()\ncount(d)\nlock.free()\n", "with lock:\n    count(d)\n"),
    ]
    let learner = learner(history)
    for text in ["lock.take()\nfirst()\nsecond()\nlock.free()\n", "lock.take()\nreturn 1\n"] {
      let result = learner.improved(text)
      #expect(result == text || !result.contains("lock.take") && !result.contains("lock.free"), "\(result)")
    }
  }

  @Test func `are not used where people disagree`() {
    var history: [(original: String, corrected: String)] = []
    for name in ["a", "b", "c", "d"] {
      history.append(("x = now()\nkeep(\(name), x)\n", "x = clock()\nkeep(\(name), x)\n"))
      history.append(("x = now()\nsend(\(name), x)\n", "x = now()\nsend(\(name), x, \(name))\n"))
    }
    let learner = learner(history)
    for (_, corrected) in history { #expect(learner.improved(corrected) == corrected) }
    #expect(learner.improved("y = now()\n") == "y = now()\n")
  }

  @Test func `take a flag only after trying it on all that was known`() {
    // The person keeps "w" in the first text; that is still known when a later one shows "w" in another place.
    var learner = OfflineLearner()
    learner.learn(pair(0, "h = start(name, \"w\")\nh.go()\n", "h = start(name, \"w\")\nh.go()\n"))
    for (number, texts) in [
      ("f = start(path, mode)\n", "f = begin(path, mode)\n"),
      ("return start(log, kind)\n", "return begin(log, kind)\n"),
      ("g = start(out, flag)\n", "g = begin(out, flag)\n"),
      ("k = start(file, \"w\")\nk.end()\n", "k = begin(file, \"w\")\nk.end()\n"),
    ].enumerated() {
      learner.learn(pair(number + 1, texts.0, texts.1))
    }
    #expect(learner.improved("h = start(name, \"w\")\nh.go()\n") == "h = start(name, \"w\")\nh.go()\n")
  }
}
