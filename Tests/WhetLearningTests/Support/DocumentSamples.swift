import WhetCore

@testable import WhetLearning

/// The document lessons learned from original and corrected texts in this order, and from nothing else.
func documentLessons(_ history: [(original: String, corrected: String)]) -> [Lesson] {
  var induction = DocumentInduction()
  for (number, texts) in history.enumerated() {
    induction.add(PairAnalysis(pair(number + 1, texts.original, texts.corrected, .documentation)))
  }
  return induction.lessons().map { LessonWriter.lesson(for: $0.form, supports: $0.supports) }
}

/// What the document lessons make of a text.
func improved(_ text: String, by lessons: [Lesson]) -> String {
  OfflineImprover(lessons: lessons).improve(text, format: .documentation).text
}

/// One lesson of each kind and form.
let documentSamples: [any DocumentLesson] = [
  ImportLine(statement: "import json", name: "json"),
  LeftOutPhrases(place: .opening, sentences: ["sure", "here it is"], starts: ["here is"], cues: []),
  LeftOutPhrases(place: .closing, sentences: ["hope it works"], starts: ["ask me"], cues: ["glad", "help", "more"]),
  OtherPhrase(place: .opening, before: "draft", after: "Done."),
  OtherPhrase(place: .closing, before: "draft", after: "Yours\nthe team"), LeftOutRules(),
  LeftOutSection(title: "summary", isAtEdge: true), UnderlinedHeading(), BoldHeading(level: 2),
  HeadingCase(names: ["Swift"]), HeadingCase(style: .title), HeadingCase(style: .lower), HeadingCase(style: .capitals),
  HeadingCase(style: .title, levels: [2]), HeadingTrim(part: .number), HeadingTrim(part: .sign),
  HeadingTrim(part: .emphasis), HeadingTrim(part: .ending, ending: ":"), HeadingTrim(part: .closing),
  HeadingLevel(form: .all, level: 2), HeadingLevel(form: .first, level: 1), HeadingLevel(form: .rest, level: 2),
  SectionTitle(before: "usage", after: "How to use it"), SectionOrder(title: "license", place: .end),
  SectionOrder(title: "summary", place: .top), SectionOrder(title: "usage", place: .before("setup")),
  SectionOrder(title: "usage", place: .after("setup")), BulletMark(mark: "-"), BulletMark(mark: "+", depth: 1),
  ListKind(mark: "."), ListKind(mark: "-", section: "setup"), ListNumbering(form: .dot), ListNumbering(form: .bracket),
  ListNumbering(form: .counting), ListNumbering(form: .ones), ItemEnding(sign: "."), ItemEnding(sign: "", removed: "."),
  ItemEnding(sign: ".", leastWords: 3), ItemEnding(sign: ".", isOrdered: true),
  ItemEnding(sign: "", removed: ";", isOrdered: false), ItemCase(isCapital: true), ItemCase(isCapital: false),
  TermCase(term: "GitHub"), TermCase(term: "Python"), TermCase(term: "internet"), BoldText(form: .none),
  BoldText(form: .noneInItems), BoldText(form: .noneInText), BoldText(form: .stars), BoldText(form: .underscores),
  FenceMark(mark: "`"), FenceMark(mark: "~"),
  FenceLanguage(languages: ["deploy": "sh"], names: ["python": "py"], renamed: ["js": "javascript"], fallback: "text"),
  RequiredSection(heading: "## Risks", body: "None known.", condition: "setup"),
  RequiredSection(heading: "## Risks", body: "None\nknown.", place: .before("setup"), isTight: true),
  RequiredSection(
    heading: "## Risks", body: "None.", feature: DocumentFeature(kind: .numberedList, value: ""), place: .top),
  ParagraphPlace(label: "summary", place: .opening), ParagraphPlace(label: "summary", place: .belowTitle),
  ParagraphPlace(label: "in short", place: .closing), RequiredPhrase(place: .lastLine, text: "The harbour"),
  RequiredPhrase(place: .opening, text: "Draft."),
  RequiredPhrase(place: .closing, text: "Ask the\nteam.", feature: DocumentFeature(kind: .section, value: "setup")),
  BlankLines(place: .beforeHeading, count: 2), BlankLines(place: .afterHeading, count: 0),
  BlankLines(place: .betweenItems, count: 0), BlankLines(place: .beforeList, count: 1),
  BlankLines(place: .afterList, count: 1), BlankLines(place: .beforeFence, count: 1),
  BlankLines(place: .afterFence, count: 0), BlankLines(place: .betweenParagraphs, count: 1), FinalNewlines(count: 1),
  FinalNewlines(count: 0), Spacing(left: .number, right: .text("€"), before: "", after: " "),
  Spacing(left: .text("z."), right: .text("B"), before: "", after: " "),
  RequiredPhrase(
    place: .belowTitle, text: "Status: draft", feature: DocumentFeature(kind: .titleWord, value: "swift")),
]

extension SeededGenerator {
  /// Lines of Markdown as people and models write it, in an order nobody would write.
  static let markdownLines = [
    "", "", "", "# Getting Started With Swift", "## setup", "## Usage",
    "### 1. The Second Step:", "# License",
    "## Summary ##",
    "## 🚀 **Launch** it", "#NoHeading", "Title", "=====", "-----", "---", "***", "* one", "* two.", "  * inner",
    "- Three",
    "+ four;", "1. First", "2) second", "3. **Bold**: it", "10. Ten", "   more of the item: 12€, z.B. now",
    "Sure! Here is the code:",
    "Here it is.", "Hope it works!", "Ask me for more.", "Glad to help, more or less.",
    "We use github and GITHUB.com, python too.",
    "The Internet, see https://github.com/python.", "**A bold line**", "__Another__ one with __signs__",
    "`code` and **more**",
    "```", "```", "```js", "~~~", "````", "def f(x):", "    return x", "npm install", "deploy now", "import abc",
    "json.load(f)",
    "> quoted", "\nDraft.\n", "Draft.\n", "Draft.\n", "\n**Alone**:\n", "* an item of words",
    "\n- last of it\n\n\nAfter the list.\n",
    "import abc\njson.load(f)\n", "| a | b |", "|---|---|", "    indented", "naïve e\u{301} 日本 🙂", "\t", "   ",
    "Draft.", "Ask the", "team.", "Summary: it works.", "\nSummary: one\nand two\n", "\n**In short:** no.\n", "Yours,",
    "\nYours,\nAnn\n", "- ⚠️ see app/config.yaml", "1. 👩‍💻 12:05 for ./run.sh",
  ]

  /// A document of such lines with one sort of line end, or with both.
  mutating func document(most: Int) -> String {
    let ends = [["\n"], ["\n"], ["\r\n"], ["\n", "\r\n"]].randomElement(using: &self) ?? ["\n"]
    var text = ""
    for _ in 0..<Int.random(in: 0...most, using: &self) {
      text += (Self.markdownLines.randomElement(using: &self) ?? "").replacing("\n", with: ends[0])
      if Int.random(in: 0..<20, using: &self) == 0 { text += oddText(most: 3) }
      text += ends.randomElement(using: &self) ?? "\n"
    }
    return Bool.random(using: &self) ? text : text + "the end"
  }
}
