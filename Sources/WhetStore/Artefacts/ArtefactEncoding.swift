/// How an artefact's bytes lie in its row; the numbers are part of the file format.
enum ArtefactEncoding: Int {
  /// As they are.
  case plain = 0
  /// Deflate with `PresetDictionary.version1`, followed by the content of the basis if there is one.
  case deflate1 = 1

  /// The longest chain of artefacts stored as differences; the next one is stored whole, so that reading stays quick.
  static let maximumDepth = 12
}
