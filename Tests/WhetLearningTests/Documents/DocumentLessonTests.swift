import Foundation
import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Document lessons` {
  @Test func `of every kind have a sample here`() {
    let sampled = Set(documentSamples.map { type(of: $0).kind })
    #expect(DocumentLessons.kinds.map { $0.kind }.filter { !sampled.contains($0) } == [])
  }

  @Test(arguments: documentSamples.indices)
  func `come back from JSON and say what they do`(index: Int) throws {
    let body = LessonBody(.of(documentSamples[index]))
    let again = try JSONDecoder().decode(LessonBody.self, from: JSONEncoder().encode(body))
    #expect(again == body && again.kind == body.kind)
    let lesson = documentSamples[index]
    #expect(!lesson.summary.isEmpty && !lesson.summary.contains("\n"))
    #expect(lesson.words.hasSuffix(".") && lesson.words.count > 20)
  }

  @Test func `come back from JSON with the formats they hold in`() throws {
    var form = DocumentForm(BulletMark(mark: "-"))
    form.formats = [.documentation]
    let body = LessonBody(.document(form))
    #expect(try JSONDecoder().decode(LessonBody.self, from: JSONEncoder().encode(body)) == body)
    #expect(body != LessonBody(.document(DocumentForm(BulletMark(mark: "-")))))
    #expect(body.summary.hasSuffix(" in documentation"))
  }

  @Test(arguments: [
    ###"{"required-section":{"heading":"## Risks","body":"None.","condition":"Plan"}}"###,
    #"{"heading-case":{"names":["Swift"]}}"#, #"{"fence-language":{"languages":{"def":"python"}}}"#,
    #"{"import-line":{"statement":"import os","name":"os"}}"#,
  ])
  func `of the first version's files are understood`(json: String) throws {
    let body = try JSONDecoder().decode(LessonBody.self, from: Data(json.utf8))
    #expect(body.document != nil)
  }

  @Test func `of an unknown kind are an error`() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LessonBody.self, from: Data(#"{"new-kind":{}}"#.utf8))
    }
  }

  @Test(arguments: documentSamples.indices)
  func `do their work once, keep line ends and make no bad text`(index: Int) {
    let lesson = documentSamples[index]
    var generator = SeededGenerator(seed: UInt64(7 + index))
    var changed = 0
    for _ in 0..<600 {
      let text = generator.document(most: 25)
      guard let once = lesson.apply(to: prose(text), format: .documentation) else { continue }
      changed += 1
      let twice = lesson.apply(to: prose(once), format: .documentation) ?? once
      #expect(Array(twice.utf8) == Array(once.utf8), "\(lesson.summary)\n\(text)")
      if !text.contains("\r\n") { #expect(!once.contains("\r\n")) }
      let ends = text.unicodeScalars.count { $0 == "\n" }
      if ends > 1, text.replacing("\r\n", with: "").unicodeScalars.allSatisfy({ $0 != "\n" }) {
        #expect(once.replacing("\r\n", with: "").unicodeScalars.allSatisfy { $0 != "\n" }, "\(lesson.summary)\n\(text)")
      }
      #expect(once.unicodeScalars.allSatisfy { $0 != "\u{FFFD}" } || text.unicodeScalars.contains("\u{FFFD}"))
    }
    #expect(changed > 0, "\(lesson.summary) never fired")
  }

  @Test(arguments: documentSamples.indices)
  func `leave code alone that is all there is`(index: Int) {
    guard !(documentSamples[index] is ImportLine) else { return }
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      let text = generator.program(lines: 8)
      #expect(documentSamples[index].apply(to: code(text), format: .code) == nil)
    }
  }

  @Test func `learned from random edits of random texts still do no more the second time`() {
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<12 {
      let history = (0..<6).map { _ in
        let text = generator.document(most: 15)
        return (original: text, corrected: Bool.random(using: &generator) ? text : generator.document(most: 15))
      }
      let lessons = documentLessons(history)
      for lesson in lessons.compactMap({ $0.body.document }) {
        let text = generator.document(most: 20)
        guard let once = lesson.apply(to: prose(text), format: .documentation) else { continue }
        #expect((lesson.apply(to: prose(once), format: .documentation) ?? once) == once, "\(lesson.summary)")
      }
    }
  }
}
