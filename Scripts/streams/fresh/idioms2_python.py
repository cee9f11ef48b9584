"""Two more Python idioms, in the code of an orchard."""
from .draft import number
from .idiom_sets import Idiom, Language

BANKS = {
    "verb": "pick prune sort store weigh graft water fence label press".split(),
    "noun": "row crate harvest season slope cellar orchard batch".split(),
    "in_rows": "trees crates ladders pickers baskets hives orders labels_left".split(),
    "in_more": "weights prices dates heights".split(), "in_item": "variety rootstock buyer parcel".split(),
    "in_limit": "limit threshold frost target".split(), "in_flag": "organic late_year dry_run".split(),
    "in_map": "stock prices_by_kind owners".split(),
    "v": "total heaviest summary rest half count_left order".split(),
    "found": "found ripe_seen has_late any_sick must_wait".split(),
    "w": "tree crate one unit entry".split(), "i": "i index at position k".split(),
    "field": "weight ripeness height age price rank".split(), "flag": "is_ripe is_sold is_sick is_grafted".split(),
    "n": number(2, 60), "big": number(100, 4000),
    "why": "no crates left;frost tonight;wrong variety;press is full".split(";"),
}
FILLERS = [
    "%v% = [%w%.%field% for %w% in %in_rows% if %w%.%flag%]",
    "%v% = sum(%w%.%field% for %w% in %in_rows%)",
    "if len(%in_rows%) > %n%:\n    log.warning(\"%why%\")",
    "for %w% in %in_rows%:\n    %w%.%field% -= %n%",
    "%v% = min(%in_rows%, key=lambda %w%: %w%.%field%)",
    "# at most %n% a day\n%v% = %in_rows%[:%n%]",
    "%v% = {%w%.%field% for %w% in %in_rows%}",
    "if %in_flag%:\n    %in_rows%.reverse()",
    "with cellar.open() as book:\n    book.write(\"%why%\")",
    "%v% = %in_item%.%field% * %n%\nlog.info(\"%field%: %s\", %v%)",
    "while cooler.busy():\n    cooler.wait(%n%)",
]
WRAPPERS = [
    "if %in_flag%:\n    @",
    "for %w% in %in_rows%:\n    if %w%.%flag%:\n        continue\n    @",
    "with press.lock():\n    @",
    "try:\n    @\nfinally:\n    press.close()",
    "if %in_limit% < %big%:\n    @\nelse:\n    log.info(\"%why%\")",
]
PYTHON = Language("python", BANKS, FILLERS, WRAPPERS, "def %verb%_%noun%(%parameters%):", result="return %v%",
                  returns=("return ", "raise "))

ANY = Idiom("any instead of a loop", PYTHON, [
    ("%found% = False\nfor %w% in %in_rows%:\n    if %w%.%field% > %n%:\n        %found% = True\n        break",
     "%found% = any(%w%.%field% > %n% for %w% in %in_rows%)"),
    ("%found% = False\nfor %w% in %in_rows%:\n    if %w%.%flag%:\n        %found% = True\n        break\n"
     "if %found%:\n    log.info(\"%why%\")",
     "%found% = any(%w%.%flag% for %w% in %in_rows%)\nif %found%:\n    log.info(\"%why%\")"),
    ("%found% = False\nfor %w% in %in_item%.parts():\n    if check(%w%, %in_limit%):\n        %found% = True\n"
     "        break",
     "%found% = any(check(%w%, %in_limit%) for %w% in %in_item%.parts())"),
    ("%found% = False\nfor %w% in %in_map%.values():\n    if %w%.%field% == %in_item%.%field% and not %w%.%flag%:\n"
     "        %found% = True\n        break",
     "%found% = any(%w%.%field% == %in_item%.%field% and not %w%.%flag% for %w% in %in_map%.values())"),
    ("%found% = False\nfor %w% in sorted(%in_rows%)[:%n%]:\n    if %w% not in %in_map%:\n        %found% = True\n"
     "        break\nreport(%found%, %in_limit%)",
     "%found% = any(%w% not in %in_map% for %w% in sorted(%in_rows%)[:%n%])\nreport(%found%, %in_limit%)"),
    ("%found% = False\nfor %i%, %w% in enumerate(%in_rows%):\n    if %w%.%field% < %i% * %n%:\n        %found% = True\n"
     "        break",
     "%found% = any(%w%.%field% < %i% * %n% for %i%, %w% in enumerate(%in_rows%))"),
    ("%found% = False\nfor %w% in range(%n%, %big%):\n    if reserved(%w%):\n        %found% = True\n        break",
     "%found% = any(reserved(%w%) for %w% in range(%n%, %big%))"),
], [
    "%found% = False\nfor %w% in %in_rows%:\n    if %w%.%field% > %n%:\n        %found% = True\n        %w%.mark()",
    "%found% = None\nfor %w% in %in_rows%:\n    if %w%.%flag%:\n        %found% = %w%\n        break",
    "%found% = False\nfor %w% in %in_rows%:\n    if %w%.%flag%:\n        %found% = True\n"
    "        notify(%w%)\n        break",
])
NUMBERED = Idiom("enumerate", PYTHON, [
    ("for %i% in range(len(%in_rows%)):\n    %w% = %in_rows%[%i%]\n    store(%i%, %w%)",
     "for %i%, %w% in enumerate(%in_rows%):\n    store(%i%, %w%)"),
    ("for %i% in range(len(%in_rows%)):\n    %w% = %in_rows%[%i%]\n    if %w%.%flag%:\n        hang(%w%, %i% + %n%)",
     "for %i%, %w% in enumerate(%in_rows%):\n    if %w%.%flag%:\n        hang(%w%, %i% + %n%)"),
    ("for %i% in range(len(%in_item%.parts)):\n    %w% = %in_item%.parts[%i%]\n    print(f\"{%i%}: {%w%.%field%}\")",
     "for %i%, %w% in enumerate(%in_item%.parts):\n    print(f\"{%i%}: {%w%.%field%}\")"),
    ("for %i% in range(len(%in_more%)):\n    %w% = %in_more%[%i%]\n    log.debug(\"%d %s\", %i%, %w%)\n"
     "    if %w% > %in_limit%:\n        break",
     "for %i%, %w% in enumerate(%in_more%):\n    log.debug(\"%d %s\", %i%, %w%)\n"
     "    if %w% > %in_limit%:\n        break"),
    ("for %i% in range(len(%in_rows%)):\n    %w% = %in_rows%[%i%]\n    %in_map%[%i%] = (%w%.%field%, %n%)\n"
     "    %w%.count()",
     "for %i%, %w% in enumerate(%in_rows%):\n    %in_map%[%i%] = (%w%.%field%, %n%)\n    %w%.count()"),
    ("for %i% in range(len(self.%field%s)):\n    %w% = self.%field%s[%i%]\n    try:\n        place(%w%, row=%i%)\n"
     "    except ValueError:\n        log.error(\"%why%\")",
     "for %i%, %w% in enumerate(self.%field%s):\n    try:\n        place(%w%, row=%i%)\n"
     "    except ValueError:\n        log.error(\"%why%\")"),
    ("for %i% in range(len(%in_more%)):\n    %w% = %in_more%[%i%]\n    draw(%in_item%, %i%, %w% / %n%)",
     "for %i%, %w% in enumerate(%in_more%):\n    draw(%in_item%, %i%, %w% / %n%)"),
], [
    "for %i% in range(len(%in_rows%)):\n    %w% = %in_more%[%i%]\n    store(%i%, %w%)",
    "for %i% in range(len(%in_rows%)):\n    %in_rows%[%i%] = %n%",
    "for %i% in range(%n%):\n    %w% = %in_rows%[%i%]\n    store(%i%, %w%)",
])
IDIOMS = [ANY, NUMBERED]
