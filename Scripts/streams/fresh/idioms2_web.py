"""Two more JavaScript idioms, in the code of an orchard."""
from .draft import number
from .idiom_sets import Idiom, Language

BANKS = {
    "verb": "pick prune sort store weigh graft water label press".split(),
    "noun": "Rows Crates Harvest Season Slope Cellar Batch".split(),
    "in_rows": "trees crates ladders pickers baskets hives".split(), "in_names": "kinds codes owners blocked".split(),
    "in_key": "variety slope buyer day".split(), "in_other": "season market region".split(),
    "in_item": "order parcel tree".split(), "in_flag": "organic dryRun closed".split(),
    "v": "total heaviest summary rest half first view share".split(), "a": "stock weather prices plan crew".split(),
    "b": "orders frost limits trucks notes".split(), "c": "bees routes bills".split(),
    "w": "row one unit entry".split(),
    "load": "loadStock readPlan fetchPrices askPress callMarket".split(),
    "field": "weight ripeness height age price rank".split(), "n": number(2, 60), "big": number(100, 4000),
    "why": "no crates left;frost tonight;wrong variety;press is full".split(";"),
    "word": "apple pear quince plum medlar".split(),
}
FILLERS = [
    "const %v% = %in_rows%.map((%w%) => %w%.%field% * %n%);",
    "if (%in_rows%.length > %n%) {\n  console.warn(\"%why%\");\n}",
    "for (const %w% of %in_rows%) {\n  %w%.%field% -= %n%;\n}",
    "let %v% = %n%;\nfor (const %w% of %in_rows%) {\n  %v% += %w%.%field%;\n}",
    "// at most %n% a day\nconst %v% = %in_rows%.slice(0, %n%);",
    "const %v% = new Set(%in_rows%.map((%w%) => %w%.%field%));",
    "if (%in_flag%) {\n  %in_rows%.reverse();\n}",
    "const %v% = `${%in_key%}-${%n%}`;\nconsole.info(%v%);",
    "%in_rows%.sort((one, two) => one.%field% - two.%field%);",
    "await press.wait(%big%);",
]
WRAPPERS = [
    "if (%in_flag%) {\n  @\n}",
    "for (const %w% of %in_rows%) {\n  if (%w%.%field% < %n%) {\n    continue;\n  }\n  @\n}",
    "try {\n  @\n} finally {\n  press.close();\n}",
    "if (%in_rows%.length < %n%) {\n  @\n} else {\n  console.info(\"%why%\");\n}",
]
JAVASCRIPT = Language("javascript", BANKS, FILLERS, WRAPPERS, "async function %verb%%noun%(%parameters%) {", "}",
                      "return %v%;", step=2)

TOGETHER = Idiom("await together", JAVASCRIPT, [
    ("const %a% = await %load%(%in_key%);\nconst %b% = await %load2%(%in_other%);",
     "const [%a%, %b%] = await Promise.all([%load%(%in_key%), %load2%(%in_other%)]);"),
    ("const %a% = await %load%();\nconst %b% = await %load2%(%in_key%, %n%);\nshow(%a%, %b%);",
     "const [%a%, %b%] = await Promise.all([%load%(), %load2%(%in_key%, %n%)]);\nshow(%a%, %b%);"),
    ("const %a% = await store.%load%(%in_item%.%field%);\nconst %b% = await market.%load2%();",
     "const [%a%, %b%] = await Promise.all([store.%load%(%in_item%.%field%), market.%load2%()]);"),
    ("const %a% = await fetch(`/api/%word%/${%in_key%}`);\nconst %b% = await fetch(\"/api/%word2%\");\n"
     "merge(%a%, %b%, %n%);",
     "const [%a%, %b%] = await Promise.all([fetch(`/api/%word%/${%in_key%}`), fetch(\"/api/%word2%\")]);\n"
     "merge(%a%, %b%, %n%);"),
    ("const %a% = await %load%(%in_key%);\nconst %b% = await %load2%(%in_other%);\n"
     "const %c% = await %load3%(%in_item%.%field%);",
     "const [%a%, %b%, %c%] = await Promise.all([%load%(%in_key%), %load2%(%in_other%), %load3%(%in_item%.%field%)]);"),
    ("const %a% = await this.%load%({ limit: %n% });\nconst %b% = await this.%load2%(%in_rows%[0]);",
     "const [%a%, %b%] = await Promise.all([this.%load%({ limit: %n% }), this.%load2%(%in_rows%[0])]);"),
    ("const %a% = await %load%(%in_rows%.length);\nconst %b% = await %load2%(\"%word%\");\n"
     "report(%a%.%field% + %b%.%field%);",
     "const [%a%, %b%] = await Promise.all([%load%(%in_rows%.length), %load2%(\"%word%\")]);\n"
     "report(%a%.%field% + %b%.%field%);"),
], [
    "const %a% = await %load%(%in_key%);\nconst %b% = await %load2%(%a%.%field%);",
    "const %a% = await %load%(%in_key%);\nconst %b% = %load2%(%in_other%);",
    "const %a% = await %load%();\nif (%a% === null) {\n  return null;\n}\nconst %b% = await %load2%(%in_key%);",
])
INCLUDES = Idiom("includes", JAVASCRIPT, [
    ("if (%in_names%.indexOf(%in_key%) !== -1) {\n  store(%in_key%, %n%);\n}",
     "if (%in_names%.includes(%in_key%)) {\n  store(%in_key%, %n%);\n}"),
    ("const %v% = %in_names%.indexOf(%in_item%.%field%) !== -1;",
     "const %v% = %in_names%.includes(%in_item%.%field%);"),
    ("if (%in_names%.indexOf(%in_key%) === -1) {\n  throw new Error(\"%why%\");\n}",
     "if (!%in_names%.includes(%in_key%)) {\n  throw new Error(\"%why%\");\n}"),
    ("const %v% = %in_rows%.filter((%w%) => %in_names%.indexOf(%w%.%field%) === -1);",
     "const %v% = %in_rows%.filter((%w%) => !%in_names%.includes(%w%.%field%));"),
    ("return %in_key%.indexOf(\"%word%\") !== -1 ? %n% : %big%;",
     "return %in_key%.includes(\"%word%\") ? %n% : %big%;"),
    ("while (%in_item%.%field%.toLowerCase().indexOf(\"%word%\") !== -1 && %in_rows%.length > %n%) {\n"
     "  %in_rows%.pop();\n}",
     "while (%in_item%.%field%.toLowerCase().includes(\"%word%\") && %in_rows%.length > %n%) {\n"
     "  %in_rows%.pop();\n}"),
    ("const %v% = %in_rows%.some((%w%) => [\"%word%\", \"%word2%\"].indexOf(%w%.kind) !== -1);",
     "const %v% = %in_rows%.some((%w%) => [\"%word%\", \"%word2%\"].includes(%w%.kind));"),
    ("report(%in_names%.indexOf(%in_key%) === -1, %in_item%.%field%);",
     "report(!%in_names%.includes(%in_key%), %in_item%.%field%);"),
], [
    "if (%in_names%.indexOf(%in_key%) === 0) {\n  store(%in_key%, %n%);\n}",
    "const %v% = %in_names%.indexOf(%in_key%);\nif (%v% !== -1) {\n  %in_names%.splice(%v%, 1);\n}",
    "if (%in_rows%.findIndex((%w%) => %w%.%field% > %n%) !== -1) {\n  store(%in_key%, %n%);\n}",
])
IDIOMS = [TOGETHER, INCLUDES]
