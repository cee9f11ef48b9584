"""Swift idioms, in the code of an observatory."""
from .draft import number
from .idiom_sets import Idiom, Language

BANKS = {
    "verb": "reduce align stack calibrate merge plot measure schedule draw collect".split(),
    "noun": "Night Sky Frame Field Catalog Drift Signal Focus".split(),
    "in_rows": "plates spectra stars domes exposures flares tracks comets".split(),
    "in_item": "plate star header sample entry".split(), "in_maybe": "station owner caption guide mask".split(),
    "in_also": "filter note origin".split(), "in_count": "limit shift depth".split(),
    "v": "total best chosen part report level found shifted step view".split(), "w": "row one point mark".split(),
    "field": "name flux altitude hour rank size".split(),
    "flag": "isBright isFlagged isHidden isLate".split(), "inner": "title unit site".split(),
    "n": number(2, 60), "key": "dome.open dome.closed plate.lost night.summary focus.help target.none".split(),
    "hint": "Shown above the sky map;Button in the toolbar;Row without a plate;Title of the night".split(";"),
    "why": "no such plate;bad header;the dome is closed".split(";"), "label": "title message header footer".split(),
}
FILLERS = [
    "let %v% = %in_rows%.count * %n%",
    "guard !%in_rows%.isEmpty else {\n  return\n}",
    "for %w% in %in_rows% {\n  store(%w%, after: %n%)\n}",
    "log.debug(\"%why%\")",
    "let %v% = %in_rows%.sorted { $0.%field% < $1.%field% }",
    "// the first ones are noise\nlet %v% = %in_rows%.dropFirst(%n%)",
    "let %v% = max(%n%, %in_rows%.count)",
    "var %v% = %n%\nwhile %v% < %in_rows%.count {\n  %v% *= 2\n}",
    "defer {\n  park(%n%)\n}",
    "let %v% = \"%why% \\(%in_rows%.count)\"",
]
WRAPPERS = [
    "for %w% in %in_rows% where %w%.%field% > %n% {\n  @\n}",
    "if %in_count% > %n% {\n  @\n}",
    "do {\n  try lock()\n  @\n} catch {\n  log.error(\"%why%\")\n}",
    "switch %in_count% {\ncase 0:\n  return\ndefault:\n  @\n}",
]
SWIFT = Language("swift", BANKS, FILLERS, WRAPPERS, "func %verb%%noun%(%parameters%) {", "}", "finish(%v%)", step=2,
                 parameter={"in_rows": "_ %p%: [Plate]", "in_item": "%p%: Plate", "in_maybe": "%p%: String?",
                            "in_also": "%p%: String?", "in_count": "%p%: Int"})

PATHS = Idiom("key path", SWIFT, [
    ("let %v% = %in_rows%.map { $0.%field% }", "let %v% = %in_rows%.map(\\.%field%)"),
    ("let %v% = %in_rows%.filter { $0.%flag% }.count", "let %v% = %in_rows%.filter(\\.%flag%).count"),
    ("draw(%in_rows%.compactMap { $0.%field% }, width: %n%)", "draw(%in_rows%.compactMap(\\.%field%), width: %n%)"),
    ("let %v% = %in_rows%.map { $0.owner.%inner% }.joined(separator: \", \")",
     "let %v% = %in_rows%.map(\\.owner.%inner%).joined(separator: \", \")"),
    ("let %v% = Set(%in_item%.parts.map { $0.%inner% })", "let %v% = Set(%in_item%.parts.map(\\.%inner%))"),
    ("for %w2% in %in_rows%.flatMap { $0.%field% } {\n  store(%w2%, after: %n%)\n}",
     "for %w2% in %in_rows%.flatMap(\\.%field%) {\n  store(%w2%, after: %n%)\n}"),
    ("if %in_rows%.allSatisfy { $0.%flag% } {\n  log.info(\"%why%\")\n}",
     "if %in_rows%.allSatisfy(\\.%flag%) {\n  log.info(\"%why%\")\n}"),
], [
    "let %v% = %in_rows%.map { $0.%field% + %n% }",
    "let %v% = %in_rows%.map { trim($0.%inner%) }",
    "let %v% = %in_rows%.first { $0.%field% == $0.owner.%inner% }",
])
WORDS = Idiom("localized string", SWIFT, [
    ("let %v% = NSLocalizedString(\"%key%\", comment: \"%hint%\")", "let %v% = String(localized: \"%key%\", "
                                                                    "comment: \"%hint%\")"),
    ("%in_item%.%label% = NSLocalizedString(\"%key%\", comment: \"\")",
     "%in_item%.%label% = String(localized: \"%key%\", comment: \"\")"),
    ("show(\n  %label%: NSLocalizedString(\"%key%\", comment: \"%hint%\"),\n  after: %n%\n)",
     "show(\n  %label%: String(localized: \"%key%\", comment: \"%hint%\"),\n  after: %n%\n)"),
    ("let %v% = %in_count% > 1 ? NSLocalizedString(\"%key%\", comment: \"%hint%\") : \"\"",
     "let %v% = %in_count% > 1 ? String(localized: \"%key%\", comment: \"%hint%\") : \"\""),
    ("let %v% = [\n  NSLocalizedString(\"%key%\", comment: \"%hint%\"),\n"
     "  NSLocalizedString(\"%key2%\", comment: \"%hint2%\"),\n]",
     "let %v% = [\n  String(localized: \"%key%\", comment: \"%hint%\"),\n"
     "  String(localized: \"%key2%\", comment: \"%hint2%\"),\n]"),
    ("fail(with: NSLocalizedString(\"%key%\", comment: \"%hint%\").uppercased())",
     "fail(with: String(localized: \"%key%\", comment: \"%hint%\").uppercased())"),
], [
    "let %v% = Bundle.main.localizedString(forKey: \"%key%\", value: nil, table: nil)",
    "log.debug(\"NSLocalizedString is not called for %key%\")",
    "let %v% = CustomLocalizedString(\"%key%\", comment: \"%hint%\")",
])
SHORT = Idiom("short optional binding", SWIFT, [
    ("if let %in_maybe% = %in_maybe% {\n  show(%in_maybe%)\n}", "if let %in_maybe% {\n  show(%in_maybe%)\n}"),
    ("guard let %in_maybe% = %in_maybe% else {\n  return\n}\nshow(%in_maybe%, after: %n%)",
     "guard let %in_maybe% else {\n  return\n}\nshow(%in_maybe%, after: %n%)"),
    ("if let %in_maybe% = %in_maybe%, let %in_also% = %in_also% {\n  log.info(\"\\(%in_maybe%) \\(%in_also%)\")\n}",
     "if let %in_maybe%, let %in_also% {\n  log.info(\"\\(%in_maybe%) \\(%in_also%)\")\n}"),
    ("if let %in_maybe% = %in_maybe%, %in_maybe%.count > %n% {\n  store(%in_maybe%, after: %n2%)\n} else {\n"
     "  log.info(\"%why%\")\n}",
     "if let %in_maybe%, %in_maybe%.count > %n% {\n  store(%in_maybe%, after: %n2%)\n} else {\n"
     "  log.info(\"%why%\")\n}"),
    ("guard %in_count% > %n%, let %in_also% = %in_also% else {\n  fail(with: \"%why%\")\n  return\n}\nshow(%in_also%)",
     "guard %in_count% > %n%, let %in_also% else {\n  fail(with: \"%why%\")\n  return\n}\nshow(%in_also%)"),
    ("if %in_item%.isBright, let %in_maybe% = %in_maybe% {\n  %in_item%.rename(%in_maybe%)\n}",
     "if %in_item%.isBright, let %in_maybe% {\n  %in_item%.rename(%in_maybe%)\n}"),
    ("if let %in_also% = %in_also% {\n  %in_item%.add(%in_also%)\n} else if let %in_maybe% = %in_maybe% {\n"
     "  %in_item%.add(%in_maybe%)\n}",
     "if let %in_also% {\n  %in_item%.add(%in_also%)\n} else if let %in_maybe% {\n  %in_item%.add(%in_maybe%)\n}"),
], [
    "if let %in_maybe% = %in_also% {\n  show(%in_maybe%)\n}",
    "if let %in_maybe% = %in_item%.%in_maybe% {\n  show(%in_maybe%)\n}",
    "let %v% = %in_maybe%\nif let %w2% = %v%?.first {\n  show(%w2%, after: %n%)\n}",
])
IDIOMS = [PATHS, WORDS, SHORT]
