import WhetTerminal

/// A prompt, for the display and for libedit.
struct EditorPrompt {
  /// Its characters in their styles.
  let units: [LineUnit]
  /// Without control sequences.
  let plain: String

  init(_ text: TerminalText) {
    var units: [LineUnit] = []
    var style = ""
    var run = String.UnicodeScalarView()
    func endRun() {
      units += LineUnit.units(of: Array(run)).map { unit in
        guard case .cells(let cells) = unit.form else { return unit }
        let styled = cells.map { cell in
          var cell = cell
          cell.style = style
          return cell
        }
        return LineUnit(scalarCount: unit.scalarCount, form: .cells(styled))
      }
      run = String.UnicodeScalarView()
    }
    var rest = text.printable.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        run.append(scalar)
        continue
      }
      endRun()
      // Only a painter's `ESC [ numbers m` can be in the text.
      let body = rest.prefix { $0 != "m" }
      rest = rest[body.endIndex...].dropFirst()
      let sequence = "\u{1B}" + String(body) + "m"
      style = ["\u{1B}[0m", "\u{1B}[m"].contains(sequence) ? "" : style + sequence
    }
    endRun()
    self.units = units
    plain = text.plain
  }
}
