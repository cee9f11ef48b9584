internal import Foundation
internal import WhetCore

/// Whether a response's structure is valid: fences, headings, tables, links; brackets and strings of code.
///
/// There is a fixed list of faults; each kind found costs the same share, however often it occurs, so adding well
/// formed text never raises the score. A response without structure, and code in a language whose strings and
/// comments are not known here, is not measured.
enum Clarity {
  static func score(of response: String, format: ResponseFormat, language: String?) -> CriterionScore {
    switch format {
    case .conversation: .notMeasured(.clarity, "the format has no structure")
    case .code: code(response, language: language)
    case .documentation, .analysis, .mixed: markdown(response)
    }
  }

  private static func markdown(_ response: String) -> CriterionScore {
    let check = MarkdownStructure(response)
    guard check.hasStructure else { return .notMeasured(.clarity, "the text has no structure to check") }
    return score(check.faults, kinds: MarkdownStructure.kinds)
  }

  private static func code(_ response: String, language: String?) -> CriterionScore {
    let blocks = FencedBlocks(response).blocks
    if let open = blocks.first(where: { !$0.isClosed }) {
      return score(["line \(open.line): the code block is never closed"], kinds: 1)
    }
    let file = ResponseFile(response, language: language)
    let known = (blocks.count == 1 ? blocks[0].language : nil).flatMap { $0.isEmpty ? nil : $0 } ?? language
    guard let fault = CodeStructure.fault(in: file.text, language: known) else {
      return .notMeasured(.clarity, "the structure of \(known ?? "this") code is not checked")
    }
    return score(fault.map { [$0] } ?? [], kinds: 1)
  }

  private static func score(_ faults: [String], kinds: Int) -> CriterionScore {
    CriterionScore(
      .clarity, value: 100 * Double(kinds - faults.count) / Double(kinds),
      evidence: faults.isEmpty ? ["the structure is valid"] : faults)
  }
}
