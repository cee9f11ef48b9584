"""JavaScript and TypeScript idioms, in the code of an observatory."""
from .draft import number
from .idiom_sets import Idiom, Language

BANKS = {
    "verb": "reduce align stack calibrate merge plot measure schedule draw collect".split(),
    "noun": "Night Sky Frame Field Catalog Drift Signal Focus".split(),
    "in_rows": "plates spectra stars domes exposures flares tracks comets lenses orbits".split(),
    "in_more": "weights labels angles offsets colours".split(),
    "in_options": "options settings overrides given".split(),
    "in_base": "defaults preset profile template".split(), "in_item": "plate star header sample entry".split(),
    "in_key": "band station code target".split(), "in_text": "title caption note remark".split(),
    "in_flag": "verbose strict dryRun".split(), "in_other": "spare rival partner".split(),
    "v": "total best chosen part report level found shifted step line width view".split(),
    "w": "row star one point mark".split(), "field": "name flux depth hour rank size owner".split(),
    "n": number(2, 60), "big": number(100, 4000), "test": "isBright isVisible hasTrack isFlagged inField".split(),
    "make": "readHeader loadProfile currentView siteDefaults".split(),
    "why": "no such plate;bad header;the dome is closed;empty field".split(";"),
}
FILLERS = [
    "const %v% = %in_rows%.length * %n%;",
    "if (%in_rows%.length === 0) {\n  throw new Error(\"%why%\");\n}",
    "for (const %w% of %in_rows%) {\n  %w%.%field% += %n%;\n}",
    "console.debug(\"%why%\", %in_rows%.length);",
    "const %v% = [...%in_rows%].sort((a, b) => a.%field% - b.%field%);",
    "// the first %n% are noise\nconst %v% = %in_rows%.slice(%n%);",
    "const %v% = new Map(%in_rows%.map((%w%) => [%w%.%field%, %w%]));",
    "const %v% = Math.max(%n%, ...%in_rows%.map((%w%) => %w%.%field%));",
    "let %v% = %n%;\nwhile (%v% < %big%) {\n  %v% *= 2;\n}",
    "const %v% = `%field% ${%in_rows%.length}`;",
    "if (%in_flag%) {\n  console.info(\"%field%\", %in_rows%.length);\n}",
]
WRAPPERS = [
    "for (const %w% of %in_rows%) {\n  if (%w%.%field% < %n%) {\n    continue;\n  }\n  @\n}",
    "if (%in_flag%) {\n  @\n}",
    "while (pending()) {\n  @\n}",
    "if (%in_rows%.length > %n%) {\n  @\n} else {\n  console.warn(\"%why%\");\n}",
    "try {\n  @\n} finally {\n  park();\n}",
]
JAVASCRIPT = Language("javascript", BANKS, FILLERS, WRAPPERS, "function %verb%%noun%(%parameters%) {", "}",
                      "return %v%;", step=2)
TYPESCRIPT = Language("typescript", BANKS, FILLERS, WRAPPERS, "export function %verb%%noun%(%parameters%) {", "}",
                      "return %v%;", step=2,
                      parameter={"in_rows": "%p%: Plate[]", "in_item": "%p%: Plate", "in_options": "%p%: Options",
                                 "in_key": "%p%: string | null", "in_text": "%p%: string | null",
                                     "in_flag": "%p%: boolean",
                                 "in_other": "%p%: Plate", "in_base": "%p%: Options"})

FIND = Idiom("find instead of filter", JAVASCRIPT, [
    ("const %v% = %in_rows%.filter((%w%) => %w%.%field% === %in_key%)[0];",
     "const %v% = %in_rows%.find((%w%) => %w%.%field% === %in_key%);"),
    ("return %in_rows%.filter(%test%)[0];", "return %in_rows%.find(%test%);"),
    ("show(%in_rows%.filter((%w%) => %w%.%field% > %n%)[0], %in_key%);",
     "show(%in_rows%.find((%w%) => %w%.%field% > %n%), %in_key%);"),
    ("const %v% = %in_rows%.filter((%w%) => {\n  const limit = %w%.%field% * %n%;\n  return limit < %big%;\n})[0];",
     "const %v% = %in_rows%.find((%w%) => {\n  const limit = %w%.%field% * %n%;\n  return limit < %big%;\n});"),
    ("if (%in_item%.parts.filter((%w%) => %test%(%w%, %in_key%))[0] === undefined) {\n  return null;\n}",
     "if (%in_item%.parts.find((%w%) => %test%(%w%, %in_key%)) === undefined) {\n  return null;\n}"),
    ("const %v% = %in_rows%.map((%w%) => %w%.%field%).filter((%w2%) => %w2% !== %in_key%)[0];",
     "const %v% = %in_rows%.map((%w%) => %w%.%field%).find((%w2%) => %w2% !== %in_key%);"),
    ("const %v% = %in_item%.parts.filter(({ %field% }) => %field% >= %n%)[0]?.%field2%;",
     "const %v% = %in_item%.parts.find(({ %field% }) => %field% >= %n%)?.%field2%;"),
], [
    "const %v% = %in_rows%.filter((%w%) => %w%.%field% === %in_key%)[1];",
    "const %v% = %in_rows%.map((%w%) => %w%.%field%)[0];",
    "const %v% = %in_rows%.filter(%test%).length;",
])
SPREAD = Idiom("spread instead of assign", JAVASCRIPT, [
    ("const %v% = Object.assign({}, %in_base%, %in_options%);", "const %v% = { ...%in_base%, ...%in_options% };"),
    ("return Object.assign({}, %in_item%);", "return { ...%in_item% };"),
    ("draw(Object.assign({}, %in_base%, %make%(%in_key%)));", "draw({ ...%in_base%, ...%make%(%in_key%) });"),
    ("this.state = Object.assign({}, this.state, %in_options%);", "this.state = { ...this.state, ...%in_options% };"),
    ("const %v% = Object.assign({}, %in_base%, %in_item%.%field%, %in_options%);",
     "const %v% = { ...%in_base%, ...%in_item%.%field%, ...%in_options% };"),
    ("const %v% = %in_rows%.map((%w%) => Object.assign({}, %w%, %in_options%));",
     "const %v% = %in_rows%.map((%w%) => ({ ...%w%, ...%in_options% }));"),
    ("if (%in_flag%) {\n  save(%n%, Object.assign({}, %in_item%, extra[%in_key%]));\n}",
     "if (%in_flag%) {\n  save(%n%, { ...%in_item%, ...extra[%in_key%] });\n}"),
], [
    "Object.assign(%in_item%, %in_options%);",
    "const %v% = Object.assign([], %in_rows%);",
    "const %v% = Object.assign(%make%(), %in_base%, %in_options%);",
])
LAST = Idiom("at for the last", JAVASCRIPT, [
    ("const %v% = %in_rows%[%in_rows%.length - 1];", "const %v% = %in_rows%.at(-1);"),
    ("return %in_item%.parts[%in_item%.parts.length - 1].%field%;", "return %in_item%.parts.at(-1).%field%;"),
    ("draw(%in_rows%[%in_rows%.length - 1], %n%);", "draw(%in_rows%.at(-1), %n%);"),
    ("const %v% = `%why% ${%in_item%.%field%[%in_item%.%field%.length - 1]}`;",
     "const %v% = `%why% ${%in_item%.%field%.at(-1)}`;"),
    ("if (%in_more%[%in_more%.length - 1] > %n%) {\n  announce(%in_more%[%in_more%.length - 1]);\n}",
     "if (%in_more%.at(-1) > %n%) {\n  announce(%in_more%.at(-1));\n}"),
    ("const %v% = %in_rows%.map((%w%) => %w%.%field%[%w%.%field%.length - 1]);",
     "const %v% = %in_rows%.map((%w%) => %w%.%field%.at(-1));"),
    ("const %v% = { first: %in_rows%[0], last: %in_rows%[%in_rows%.length - 1] };",
     "const %v% = { first: %in_rows%[0], last: %in_rows%.at(-1) };"),
    ("grid[%in_key%] = grid[%in_key%][grid[%in_key%].length - 1];", "grid[%in_key%] = grid[%in_key%].at(-1);"),
], [
    "const %v% = %in_rows%[%in_rows%.length - 2];",
    "const %v% = %in_rows%[%in_more%.length - 1];",
    "%in_rows%[%in_rows%.length - 1] = %in_item%;",
])
NULLISH = Idiom("nullish default", TYPESCRIPT, [
    ("const %v% = %in_key% !== null && %in_key% !== undefined ? %in_key% : \"%field%\";",
     "const %v% = %in_key% ?? \"%field%\";"),
    ("return %in_item%.%field% !== null && %in_item%.%field% !== undefined ? %in_item%.%field% : %n%;",
     "return %in_item%.%field% ?? %n%;"),
    ("draw(%in_rows%, %in_text% !== null && %in_text% !== undefined ? %in_text% : %make%());",
     "draw(%in_rows%, %in_text% ?? %make%());"),
    ("const %v%: string = this.%field% !== null && this.%field% !== undefined ? this.%field% : \"%why%\";",
     "const %v%: string = this.%field% ?? \"%why%\";"),
    ("const %v% = {\n"
     "  %field%: %in_options%.%field% !== null && %in_options%.%field% !== undefined ? %in_options%.%field% : %n%,\n"
     "  rows: %in_rows%,\n};",
     "const %v% = {\n  %field%: %in_options%.%field% ?? %n%,\n  rows: %in_rows%,\n};"),
    ("%in_item%.%field% = %in_other%.%field2% !== null && %in_other%.%field2% !== undefined\n"
     "  ? %in_other%.%field2%\n  : %make%(%n%);",
     "%in_item%.%field% = %in_other%.%field2% ?? %make%(%n%);"),
    ("const %v% = %in_rows%.map((%w%) => (%w%.%field% !== null && %w%.%field% !== undefined ? %w%.%field% : %n%));",
     "const %v% = %in_rows%.map((%w%) => (%w%.%field% ?? %n%));"),
], [
    "const %v% = %in_key% !== null && %in_text% !== undefined ? %in_key% : \"%field%\";",
    "const %v% = %in_key% !== \"\" && %in_key% !== undefined ? %in_key% : \"%field%\";",
    "const %v% = %in_text% !== null && %in_text% !== undefined ? %n% : %make%();",
])
NULLISH.pairs[-1] = (NULLISH.pairs[-1][0], NULLISH.pairs[-1][1].replace("=> (", "=> ").replace("%n%))", "%n%)"))
IDIOMS = [FIND, SPREAD, LAST, NULLISH]
