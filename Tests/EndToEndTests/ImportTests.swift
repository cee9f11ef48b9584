import Foundation
import Testing

/// How corrections come in and go out.
@Suite(.timeLimit(.minutes(2)), .serialized) struct `Corrections from files` {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func samples(_ count: Int = 5) -> [Sample] {
    var writer = SampleWriter(seed: 21)
    return writer.corrections(count) + writer.accepted(1)
  }

  @Test func `bad lines are named with file, line and reason, and the rest comes in`() async throws {
    var lines = samples(3).lines.split(separator: "\n").map(String.init)
    lines.insert("{ this is no JSON", at: 1)
    lines.insert(#"{"agent": "engineer", "task": "x", "original": "y"}"#, at: 3)
    lines.insert("", at: 4)
    lines.append(#"{"agent": "engineer", "original": "y", "corrected": "z"}"#)
    let file = try place.write(lines.joined(separator: "\n"), to: "mixed.jsonl")
    let outcome = try await place.whet("correction", "import", file)
    expect(outcome, endsWith: 1)
    for (line, reason) in [(2, "not valid JSON"), (4, "nothing to learn from"), (8, "'task' is missing")] {
      #expect(
        outcome.errors.split(separator: "\n").contains { $0.contains("\(file):\(line): ") && $0.contains(reason) },
        "\(outcome.errors)")
    }
    #expect(outcome.output.contains("4 added") && outcome.output.contains("3 bad"))
    #expect(try await place.whet("correction", "list", "--output", "json").json().elements.count == 4)
  }

  @Test func `the same file again changes nothing`() async throws {
    let file = try place.write(samples().lines, to: "corrections.jsonl")
    let first = try await place.whet("correction", "import", file, "--output", "json").json()
    let before = try await place.whet("correction", "export").output
    let second = try await place.whet("correction", "import", file, "--output", "json")
    expect(second, endsWith: 0)
    #expect(first["added"] == 6)
    #expect(try second.json()["added"] == 0)
    #expect(try second.json()["unchanged"] == 6)
    #expect(try await place.whet("correction", "export").output == before)
  }

  @Test func `the same id with other content is a conflict that names the line`() async throws {
    var sample = samples()[0]
    _ = try await place.whet("correction", "import", place.write([sample].lines, to: "one.jsonl"))
    sample.task = "something else"
    let outcome = try await place.whet("correction", "import", place.write([sample].lines, to: "two.jsonl"))
    expect(outcome, endsWith: 1)
    #expect(outcome.errors.contains("two.jsonl:1: "))
    #expect(try await place.whet("correction", "show", sample.id, "--output", "json").json()["task"] == "write it")
  }

  @Test func `what is exported is what was imported, in any store`() async throws {
    let tricky = Sample(
      id: "tricky", task: "tab\tquote \" backslash \\ line\nend", original: "a\r\nb\u{2028}c\u{200B}é\u{1F600}",
      corrected: "\u{FEFF}a\u{1B}[31mb", verify: .init(run: ["true", "{response}"]), pinned: true)
    let file = try place.write((samples() + [tricky]).lines, to: "corrections.jsonl")
    _ = try await place.whet("correction", "import", file)
    let export = try await place.whet("correction", "export")
    expect(export, endsWith: 0)
    let other = try Workplace()
    let again = try await other.whet(
      "correction", "import", other.write(Data(export.outputBytes), to: "copy.jsonl"), "--output", "json")
    expect(again, endsWith: 0)
    #expect(try again.json()["added"] == 7)
    #expect(try await other.whet("correction", "export").outputBytes == export.outputBytes)
    let back = try await place.whet("correction", "import", place.write(Data(export.outputBytes), to: "copy.jsonl"))
    expect(back, endsWith: 0)
    #expect(back.output.contains("7 unchanged"))
  }

  @Test func `the export holds the texts as they were written`() async throws {
    let samples = samples()
    _ = try await place.whet("correction", "import", place.write(samples.lines, to: "corrections.jsonl"))
    let exported = try await place.whet("correction", "export", "--output", "json").json()
    #expect(exported.texts("id") == samples.map(\.id))
    #expect(exported.texts("original") == samples.map(\.original))
    #expect(exported.texts("corrected") == samples.map(\.corrected))
  }

  @Test func `a secret reaches neither the store's bytes nor the output`() async throws {
    // Put together here, so that no scanner takes this file for a leak.
    let secrets = ["gh" + "p_" + String(repeating: "Ab3dEf", count: 6), "AK" + "IA" + "QWERTYUIOP234567"]
    var sample = samples()[0]
    sample.task = "call it with \(secrets[1])"
    sample.original = "key = '\(secrets[0])'\n"
    sample.corrected = "key = load('\(secrets[1])')\n"
    let outcome = try await place.whet(
      "-c", "correction import \(place.write([sample].lines, to: "secret.jsonl"))", "-c", "train engineer",
      "-c", "correction export", "-c", "session show last", "--output", "json")
    expect(outcome, endsWith: 0)
    #expect(try outcome.json().elements.first?["redactions"] == 3)
    let folder = URL(filePath: place.store).deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.contains { $0.lastPathComponent == "whet.db" })
    for secret in secrets {
      #expect(!outcome.output.contains(secret) && !outcome.errors.contains(secret))
      for file in files {
        #expect(try Data(contentsOf: file).firstRange(of: Data(secret.utf8)) == nil, "\(file.lastPathComponent)")
      }
    }
  }

  @Test func `the store is its owner's alone`() async throws {
    _ = try await place.whet("correction", "import", place.write(samples().lines, to: "corrections.jsonl"))
    let attributes = try FileManager.default.attributesOfItem(atPath: place.store)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `a removed correction is gone from lists, and comes back when it is added again`() async throws {
    let sample = samples()[0]
    let file = try place.write([sample].lines, to: "one.jsonl")
    let outcome = try await place.whet(
      "-c", "correction import \(file)", "-c", "correction remove \(sample.id)", "-c", "correction list",
      "-c", "correction import \(file)", "-c", "correction list --removed", "--output", "json")
    expect(outcome, endsWith: 0)
    let results = try outcome.json().elements
    #expect(results[2] == [])
    #expect(results[3]["removed"] == 1)
    #expect(results[4].texts("id") == [sample.id])
  }

  @Test func `standard input is a corrections file too`() async throws {
    let outcome = try await place.whet("correction", "import", "-", input: Array(samples().lines.utf8))
    expect(outcome, endsWith: 0)
    #expect(outcome.output.contains("6 added"))
  }
}
