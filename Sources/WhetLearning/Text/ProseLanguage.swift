/// A language of running text, told by its function words, after Grefenstette, "Comparing two language identification
/// schemes" (JADT 1995): a sentence has some of them almost surely, whatever it is about.
enum ProseLanguage: String, Sendable, Codable, CaseIterable {
  case english, german, french, spanish, italian, portuguese, dutch

  /// The language of most function words; `nil` where fewer than two were seen or two languages have as many.
  init?(of words: some Sequence<String>) {
    var counts: [ProseLanguage: Int] = [:]
    for word in words { for language in Self.languages[word.lowercased()] ?? [] { counts[language, default: 0] += 1 } }
    guard let most = counts.values.max(), most >= 2, counts.values.count(where: { $0 == most }) == 1,
      let language = counts.first(where: { $0.value == most })?.key
    else { return nil }
    self = language
  }

  var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  private static let languages: [String: [ProseLanguage]] = {
    var languages: [String: [ProseLanguage]] = [:]
    for language in allCases {
      for word in language.functionWords.split(separator: " ") { languages[String(word), default: []].append(language) }
    }
    return languages
  }()

  private var functionWords: String {
    switch self {
    case .english:
      "the of and to in is that it was for on are as with be at this have from or by not but they you which an were we her she will would there their what all if when who has had been its our than more no into only do does after before"
    case .german:
      "der die das und ist nicht von mit den dem ein eine einen einem einer zu im auf für sich des auch es an werden aus er hat dass sie nach wird bei noch wie über so zum war haben nur oder aber vor zur bis mehr durch wenn man sind ich wir ihr"
    case .french:
      "le la les de des du et est un une dans que qui pour pas sur avec au aux ce cette il elle nous vous sont par plus ne se sa son ses ou mais comme leur être à été fait ont cet même sans donc si on d l qu"
    case .spanish:
      "el la los las de del y en que es un una por con para no se su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde han quien desde todo nos e esto unos"
    case .italian:
      "il lo la i gli le di del della dei delle e è un una che in per non con si da su al alla come più ma anche sono se ci nel nella questo questa o ha hanno suo sua dal dalla tra fra quando dove essere"
    case .portuguese:
      "o a os as de do da dos das e é um uma que em no na nos nas por para com não se ao à mais como mas foi ele ela seu sua ou quando muito já também só pelo pela até isso entre depois sem mesmo aos são"
    case .dutch:
      "de het een en van in is dat op te zijn voor met niet aan er om ook als bij maar door naar dan uit over zij wordt of nog worden deze heeft tot kan dit werd geen wel zo meer was hun die we je ik"
    }
  }
}

extension TokenText {
  /// The language of the line a range is in, or of the whole text where the line does not tell.
  func proseLanguage(of range: Range<Int>) -> ProseLanguage? {
    guard count > 0, zone(of: range)?.isText ?? false else { return nil }
    return ProseLanguage(of: words(in: lines(touchedBy: range))) ?? language
  }

  /// The words of running text in a range.
  func words(in range: Range<Int>) -> [String] {
    range.filter { tokens[$0].kind == .word && tokens[$0].zone.isText }.map { tokens[$0].text }
  }
}
