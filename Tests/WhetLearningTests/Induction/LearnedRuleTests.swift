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
    Preference(
      testDescription: "dates without zeros before the day", format: .documentation,
      history: [
        ("It began on 2024-03-12.\n", "It began on 12 March 2024.\n"),
        ("It is from 2023-11-25 and old.\n", "It is from 25 November 2023 and old.\n"),
        ("Since 2022-10-10 it works.\n", "Since 10 October 2022 it works.\n"),
      ],
      applies: [("It ends on 2025-06-07.\n", "It ends on 7 June 2025.\n")],
      leaves: ["See log-2025-06-07.txt for it.\n", "It ends on 7 June 2025.\n"]),
  ]

  /// Preferences whose rules have few names of their own; places they must leave alone stand beside those they change.
  static let nameless: [Preference] = [
    Preference(
      testDescription: "a hyphen before whatever number", format: .documentation,
      history: [
        ("The limit comes from SOP 144.\n", "The limit comes from SOP-144.\n"),
        ("We do as SOP 132 says.\n", "We do as SOP-132 says.\n"),
        ("Then SOP 7 was lost.\n", "Then SOP-7 was lost.\n"),
      ],
      applies: [("Read SOP 20 first.\n", "Read SOP-20 first.\n")],
      leaves: ["Read SOP-20 first.\n", "The SOP is old.\n", "ROOM 20 is free.\n"]),
    Preference(
      testDescription: "a letter for a word behind a number", format: .documentation,
      history: [
        ("It will cost £4 million.\n", "It will cost £4m.\n"),
        ("The sale of £35 million is over.\n", "The sale of £35m is over.\n"),
        ("They paid £7 million, in all.\n", "They paid £7m, in all.\n"),
      ],
      applies: [("We need £12 million now.\n", "We need £12m now.\n")],
      leaves: ["A million people came.\n", "We need £12m now.\n"]),
    Preference(
      testDescription: "the values of a YAML file",
      history: [
        ("hall:\n  open: no\n  note: no lights\n", "hall:\n  open: false\n  note: no lights\n"),
        ("shop:\n  note: no dogs\n  paid: no\n", "shop:\n  note: no dogs\n  paid: false\n"),
        ("yard:\n  free: no\n  name: yard\n", "yard:\n  free: false\n  name: yard\n"),
        ("dock:\n  free: no\n  note: no entry\n", "dock:\n  free: false\n  note: no entry\n"),
      ],
      applies: [("gate:\n  shut: no\n", "gate:\n  shut: false\n")], leaves: ["gate:\n  note: no keys\n"]),
  ]

  @Test(arguments: nameless)
  func `with few names need more than one correction`(preference: Preference) {
    let learner = learner(preference.history, preference.format)
    for (text, result) in preference.applies { #expect(learner.improved(text, preference.format) == result) }
    for text in preference.leaves { #expect(learner.improved(text, preference.format) == text) }
  }

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
