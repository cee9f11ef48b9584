import WhetCore

/// A correction that a test adds; every kind differs from every other in words and structure.
struct Sample {
  var id: String
  var original: String
  var corrected: String?
  var feedback: String?
  var language: String?
  var verifier: VerifierSpecification?
  var isPinned = false

  func fields(agent: AgentName) -> CorrectionFields {
    CorrectionFields(
      id: id, agent: agent, task: "task of \(id)", context: CorrectionContext(values: ["place": "shop"]),
      original: original, corrected: corrected, feedback: feedback, language: language, verify: verifier,
      pinned: isPinned)
  }

  private static let words = [
    "order", "user", "path", "node", "token", "price", "label", "child", "route", "event", "image", "owner",
  ]

  /// One mistake that recurs, in programs that differ: comparing with `None` by `==`.
  static func recurring(_ index: Int) -> Sample {
    let (name, other) = (words[index % words.count], words[(index * 5 + 3) % words.count])
    let body = (0...(index % 4)).map { "    \(other)_\($0) = \(name).get(\"\(other)\", \(index + $0))\n" }.joined()
    let original =
      "def check_\(name)_\(index)(\(name)):\n\(body)"
      + "    if \(name).\(other) == None:\n        return \(index)\n"
    return Sample(
      id: "none\(index)", original: original, corrected: original.replacing("== None", with: "is None"),
      language: "python")
  }

  /// A mistake that no other correction has.
  static let lonely = Sample(
    id: "lonely", original: "Call the vendor before noon and ask whether the crane has arrived at the harbour.",
    corrected: "Call the vendor before noon; the crane reached the harbour on Friday, so only the invoice is open.")

  /// Cases that are near-duplicates of each other and of nothing else, with a mistake that only they have.
  static func twin(_ index: Int) -> Sample {
    let words = ["north", "amber", "quick", "solid"]
    let body = (0..<12).map { "    step_\($0) = load(\"stage\", \($0 * 37)) + offset * \($0 + 5)\n" }.joined()
    let original =
      "def report(offset):\n\(body)    \(words[index]) = read_\(index)()\n"
      + "    value = eval(\(words[index]))\n    return value\n"
    return Sample(
      id: "twin\(index)", original: original, corrected: original.replacing("= eval(", with: "= literal_eval("),
      language: "python")
  }

  /// A response that was right.
  static func accepted(_ index: Int) -> Sample {
    let word = words[index % words.count]
    let text = "The \(word) number \(index) is \(index * 7919) and nothing else about the \(word)\(index) is known."
    return Sample(id: "accepted\(index)", original: text, corrected: text)
  }

  /// The same case under several ids, as people import one file from two places.
  static func copies(of sample: Sample, _ count: Int) -> [Sample] {
    (0..<count).map { index in
      var copy = sample
      copy.id = "copy\(index)"
      return copy
    }
  }

  static func many(_ count: Int) -> [Sample] { (0..<count).map { recurring($0) } }
}
