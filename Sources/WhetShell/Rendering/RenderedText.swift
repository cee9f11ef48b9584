import WhetCore
import WhetTerminal

/// A result in the form it was asked for, ready for a stream or a file.
enum RenderedText: Sendable, Equatable {
  /// For people.
  case people(TerminalText)
  /// For files and programs, byte for byte; a terminal gets it made safe.
  case exact(String)
  /// JSON: as `exact`, and on a terminal it is made safe within JSON.
  case json(String)

  var isEmpty: Bool { inFile.isEmpty }

  /// The text as it stands in a file.
  var inFile: String {
    switch self {
    case .people(let text): text.printable
    case .exact(let text), .json(let text): text
    }
  }

  /// The text as a terminal may be given it.
  var onTerminal: TerminalText {
    switch self {
    case .people(let text): text
    case .exact(let text): TerminalText(text).ended
    case .json(let text): TerminalText(json: text)
    }
  }
}
