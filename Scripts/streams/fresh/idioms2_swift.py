"""Two more Swift idioms, in the code of an orchard."""
from .draft import number
from .idiom_sets import Idiom, Language

BANKS = {
    "verb": "pick prune sort store weigh graft water label press".split(),
    "noun": "Rows Crates Harvest Season Slope Cellar Batch".split(),
    "in_rows": "trees crates ladders pickers baskets hives".split(), "in_item": "tree crate order parcel".split(),
    "in_weight": "weight load sugar price".split(), "in_count": "limit shift frost".split(),
    "in_view": "screen header chart panel".split(),
    "v": "total heaviest summary rest half share caption".split(), "w": "row one unit entry".split(),
    "field": "height ripeness age rank yield".split(), "flag": "isRipe isSold isSick isGrafted".split(),
    "label": "title message footer badge".split(), "n": number(2, 60), "digits": "1 2 3 4".split(),
    "queue": "background worker harvest".split(),
    "why": "no crates left;frost tonight;wrong variety;press is full".split(";"),
}
FILLERS = [
    "let %v% = %in_rows%.prefix(%n%)",
    "guard %in_rows%.count < %n% else {\n  return\n}",
    "for %w% in %in_rows% where %w%.%flag% {\n  store(%w%, %n%)\n}",
    "log.notice(\"%why%\")",
    "let %v% = %in_rows%.map { $0.%field% * %n% }",
    "// at most %n% a day\nlet %v% = min(%n%, %in_rows%.count)",
    "var %v% = %n%\nfor %w% in %in_rows% {\n  %v% += %w%.%field%\n}",
    "defer {\n  cooler.close()\n}",
    "let %v% = %in_rows%.first { $0.%field% > %n% }",
    "if %in_count% == %n% {\n  %in_item%.%field% += 1\n}",
]
WRAPPERS = [
    "for %w% in %in_rows% where %w%.%field% > %n% {\n  @\n}",
    "if %in_count% > %n% {\n  @\n}",
    "do {\n  try cooler.open()\n  @\n} catch {\n  log.error(\"%why%\")\n}",
    "switch %in_count% {\ncase %n%:\n  return\ndefault:\n  @\n}",
]
SWIFT = Language("swift", BANKS, FILLERS, WRAPPERS, "func %verb%%noun%(%parameters%) {", "}", "finish(%v%)", step=2,
                 parameter={"in_rows": "_ %p%: [Tree]", "in_item": "%p%: Tree", "in_weight": "%p%: Double",
                            "in_count": "%p%: Int", "in_view": "%p%: Panel"})

FORMATTED = Idiom("formatted number", SWIFT, [
    ("let %v% = String(format: \"%.%digits%f\", %in_weight%)",
     "let %v% = %in_weight%.formatted(.number.precision(.fractionLength(%digits%)))"),
    ("%in_view%.%label% = String(format: \"%.%digits%f\", %in_item%.%field%)",
     "%in_view%.%label% = %in_item%.%field%.formatted(.number.precision(.fractionLength(%digits%)))"),
    ("show(String(format: \"%.%digits%f\", %in_weight%), after: %n%)",
     "show(%in_weight%.formatted(.number.precision(.fractionLength(%digits%))), after: %n%)"),
    ("let %v% = \"%why%: \" + String(format: \"%.%digits%f\", %in_item%.%field%)",
     "let %v% = \"%why%: \" + %in_item%.%field%.formatted(.number.precision(.fractionLength(%digits%)))"),
    ("let %v% = %in_rows%.map { String(format: \"%.%digits%f\", $0.%field%) }",
     "let %v% = %in_rows%.map { $0.%field%.formatted(.number.precision(.fractionLength(%digits%))) }"),
    ("if %in_item%.%flag% {\n  %in_view%.%label% = String(format: \"%.%digits%f\", %in_weight%)\n}",
     "if %in_item%.%flag% {\n"
     "  %in_view%.%label% = %in_weight%.formatted(.number.precision(.fractionLength(%digits%)))\n}"),
    ("log.info(\"\\(String(format: \"%.%digits%f\", %in_weight%)) of \\(%in_rows%.count)\")",
     "log.info(\"\\(%in_weight%.formatted(.number.precision(.fractionLength(%digits%)))) of \\(%in_rows%.count)\")"),
], [
    "let %v% = String(format: \"%0%digits%d\", %in_count%)",
    "let %v% = String(format: \"%.%digits%f kg\", %in_weight%)",
    "let %v% = String(format: \"%.%digits%f %@\", %in_weight%, %in_view%.%label%)",
])
MAIN = Idiom("task on the main actor", SWIFT, [
    ("DispatchQueue.main.async {\n  %in_view%.%label% = \"%why%\"\n}",
     "Task { @MainActor in\n  %in_view%.%label% = \"%why%\"\n}"),
    ("DispatchQueue.main.async {\n  %in_view%.reload()\n  %in_view%.%label% = \"\\(%in_count%)\"\n}",
     "Task { @MainActor in\n  %in_view%.reload()\n  %in_view%.%label% = \"\\(%in_count%)\"\n}"),
    ("DispatchQueue.main.async {\n  show(%in_item%, after: %n%)\n}",
     "Task { @MainActor in\n  show(%in_item%, after: %n%)\n}"),
    ("DispatchQueue.main.async {\n  if %in_item%.%flag% {\n    %in_view%.hide()\n  }\n}",
     "Task { @MainActor in\n  if %in_item%.%flag% {\n    %in_view%.hide()\n  }\n}"),
    ("if %in_count% > %n% {\n  DispatchQueue.main.async {\n    alert(\"%why%\")\n  }\n}",
     "if %in_count% > %n% {\n  Task { @MainActor in\n    alert(\"%why%\")\n  }\n}"),
    ("read(%in_item%) { result in\n  DispatchQueue.main.async {\n    %in_view%.show(result)\n  }\n}",
     "read(%in_item%) { result in\n  Task { @MainActor in\n    %in_view%.show(result)\n  }\n}"),
    ("DispatchQueue.main.async {\n  for %w% in %in_rows% {\n    %in_view%.add(%w%.%field%)\n  }\n}",
     "Task { @MainActor in\n  for %w% in %in_rows% {\n    %in_view%.add(%w%.%field%)\n  }\n}"),
], [
    "DispatchQueue.global().async {\n  store(%in_item%, %n%)\n}",
    "DispatchQueue.main.sync {\n  %in_view%.%label% = \"%why%\"\n}",
    "%queue%.async {\n  store(%in_item%, %n%)\n}",
])
IDIOMS = [FORMATTED, MAIN]
