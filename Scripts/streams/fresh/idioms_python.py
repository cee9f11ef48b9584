"""Python idioms, in the code of an observatory."""
from .draft import number
from .idiom_sets import Idiom, Language

NOUNS = "plates spectra stars domes mirrors exposures flares tracks nights comets lenses filters_used orbits".split()
BANKS = {
    "verb": "reduce align stack calibrate merge drop measure schedule plot flag".split(),
    "noun": "night sky frame field catalog drift signal focus".split(),
    "in_rows": NOUNS, "in_more": "weights labels errors angles offsets colours times".split(),
    "in_third": "names masks ranks seeds".split(),
    "in_map": "gains limits seeing cache aliases site_names".split(),
    "in_key": "band station code target".split(), "in_item": "value header entry sample reading".split(),
    "in_other": "spare rival partner".split(), "in_path": "path source plate_file".split(),
    "in_flag": "verbose strict_mode dry_run".split(),
    "v": "total best chosen part report sky level found marks shifted step line width".split(),
    "w": "row star plate point mark".split(), "x": "left first a small old".split(),
    "y": "right second b large new".split(),
    "field": "name flux depth hour rank size".split(), "n": number(2, 60), "big": number(100, 4000),
    "type": "int float str bytes list dict tuple Decimal Path datetime".split(),
    "error": "ValueError KeyError OSError TypeError LookupError".split(),
    "wrong": "PlateError CatalogError DomeError SetupError".split(), "e": "exc error problem caught".split(),
    "why": "no such plate;bad header;cannot open the dome;empty field;unknown band".split(";"),
}
FILLERS = [
    "%v% = [%w% for %w% in %in_rows% if %w%.%field% > %n%]",
    "%v% = len(%in_rows%) * %n%",
    "if not %in_rows%:\n    raise ValueError(\"%why%\")",
    "for %w% in %in_rows%:\n    %w%.%field% += %n%",
    "log.debug(\"%why%: %d\", len(%in_rows%))",
    "%v% = sorted(%in_rows%, key=lambda %w%: %w%.%field%)",
    "# the first %n% are noise\n%v% = %in_rows%[%n%:]",
    "%v% = {%w%.%field%: %w% for %w% in %in_rows%}",
    "if %in_flag%:\n    print(\"%field%\", len(%in_rows%))",
    "%v% = max((%w%.%field% for %w% in %in_rows%), default=%n%)",
    "%v% = []\nwhile len(%v%) < %n%:\n    %v%.append(next_frame())",
    "%v%, %v2% = divmod(len(%in_rows%), %n%)",
]
WRAPPERS = [
    "for %w% in %in_rows%:\n    if %w%.%field% < %n%:\n        continue\n    @",
    "if %in_flag%:\n    @",
    "with dome_lock:\n    @",
    "while pending():\n    @",
    "if len(%in_rows%) > %n%:\n    @\nelse:\n    log.info(\"%why%\")",
]
PYTHON = Language("python", BANKS, FILLERS, WRAPPERS, "def %verb%_%noun%(%parameters%):", result="return %v%",
                  returns=("return ", "raise "))

DEFAULTS = Idiom("default of a mapping", PYTHON, [
    ("%v% = %in_map%[%in_key%] if %in_key% in %in_map% else %n%", "%v% = %in_map%.get(%in_key%, %n%)"),
    ("%v% = %in_map%[\"%field%\"] if \"%field%\" in %in_map% else \"\"", "%v% = %in_map%.get(\"%field%\", \"\")"),
    ("return %in_map%[%in_item%.%field%] if %in_item%.%field% in %in_map% else []",
     "return %in_map%.get(%in_item%.%field%, [])"),
    ("show(%in_item%, %in_map%[%in_key%] if %in_key% in %in_map% else fallback(%n%))",
     "show(%in_item%, %in_map%.get(%in_key%, fallback(%n%)))"),
    ("%in_item%.%field% = SETTINGS[%in_key%] if %in_key% in SETTINGS else DEFAULT_%n%",
     "%in_item%.%field% = SETTINGS.get(%in_key%, DEFAULT_%n%)"),
    ("%v% = [%in_map%[%w%.%field%] if %w%.%field% in %in_map% else %n% for %w% in %in_rows%]",
     "%v% = [%in_map%.get(%w%.%field%, %n%) for %w% in %in_rows%]"),
    ("%v% = max(%n%, %in_item%.%field%[%in_key%] if %in_key% in %in_item%.%field% else 0)",
     "%v% = max(%n%, %in_item%.%field%.get(%in_key%, 0))"),
    ("for %w% in range(%in_map%[%in_key%] if %in_key% in %in_map% else %n%):\n    expose(%w%, %big%)",
     "for %w% in range(%in_map%.get(%in_key%, %n%)):\n    expose(%w%, %big%)"),
], [
    "%v% = %in_map%[%in_key%] if %in_key% in %in_rows% else %n%",
    "%v% = %in_map%[%in_key%] if %in_item% in %in_map% else %n%",
    "%v% = %in_map%[%in_key%] if %in_key% not in SKIPPED else %n%",
])
CAUSES = Idiom("raise from the cause", PYTHON, [
    ("try:\n    %v% = load(%in_path%)\nexcept %error% as %e%:\n    raise %wrong%(\"%why%\")",
     "try:\n    %v% = load(%in_path%)\nexcept %error% as %e%:\n    raise %wrong%(\"%why%\") from %e%"),
    ("try:\n    read(%in_path%)\nexcept (%error%, %error2%) as %e%:\n    log.warning(\"%why%\")\n"
     "    raise %wrong%(f\"%why2%: {%in_path%}\")",
     "try:\n    read(%in_path%)\nexcept (%error%, %error2%) as %e%:\n    log.warning(\"%why%\")\n"
     "    raise %wrong%(f\"%why2%: {%in_path%}\") from %e%"),
    ("try:\n    %in_item%.open()\n    %in_item%.focus(%n%)\nexcept %error% as %e%:\n    raise %wrong%(%in_item%, %n2%)",
     "try:\n    %in_item%.open()\n    %in_item%.focus(%n%)\nexcept %error% as %e%:\n"
     "    raise %wrong%(%in_item%, %n2%) from %e%"),
    ("try:\n    return %in_map%[%in_key%]\nexcept KeyError as %e%:\n    raise %wrong%(str(%e%))",
     "try:\n    return %in_map%[%in_key%]\nexcept KeyError as %e%:\n    raise %wrong%(str(%e%)) from %e%"),
    ("try:\n    check(%in_item%)\nexcept %wrong%:\n    pass\nexcept %error% as %e%:\n"
     "    raise %wrong2%(\"%why%\", code=%n%)",
     "try:\n    check(%in_item%)\nexcept %wrong%:\n    pass\nexcept %error% as %e%:\n"
     "    raise %wrong2%(\"%why%\", code=%n%) from %e%"),
    ("try:\n    %v% = float(%in_item%)\nexcept %error% as %e%:\n    if %in_flag%:\n"
     "        raise %wrong%(\"%why%\")\n    %v% = 0.0",
     "try:\n    %v% = float(%in_item%)\nexcept %error% as %e%:\n    if %in_flag%:\n"
     "        raise %wrong%(\"%why%\") from %e%\n"
     "    %v% = 0.0"),
    ("try:\n    move(%in_item%)\nexcept %error% as %e%:\n    raise %wrong%(\n        \"%why%\",\n"
     "        %in_item%,\n    )\n"
     "finally:\n    park()",
     "try:\n    move(%in_item%)\nexcept %error% as %e%:\n    raise %wrong%(\n        \"%why%\",\n"
     "        %in_item%,\n    ) from %e%\n"
     "finally:\n    park()"),
], [
    "try:\n    if %in_item% is None:\n        raise %wrong%(\"%why%\")\nexcept %error% as %e%:\n"
    "    log.error(\"%why2%: %s\", %e%)",
    "try:\n    %v% = load(%in_path%)\nexcept %error%:\n    raise %wrong%(\"%why%\")",
    "try:\n    check(%in_item%)\nexcept %error% as %e%:\n    raise %wrong%(\"%why%\") from None",
])
PAIRS = Idiom("zip is strict", PYTHON, [
    ("for %x%, %y% in zip(%in_rows%, %in_more%):\n    couple(%x%, %y%, %n%)",
     "for %x%, %y% in zip(%in_rows%, %in_more%, strict=True):\n    couple(%x%, %y%, %n%)"),
    ("%v% = dict(zip(%in_more%, %in_rows%))", "%v% = dict(zip(%in_more%, %in_rows%, strict=True))"),
    ("%v% = list(zip(%in_rows%, %in_more%, %in_third%))", "%v% = list(zip(%in_rows%, %in_more%, %in_third%, "
                                                          "strict=True))"),
    ("%v% = sum(%x% * %y% for %x%, %y% in zip(%in_more%, %in_item%.%field%))",
     "%v% = sum(%x% * %y% for %x%, %y% in zip(%in_more%, %in_item%.%field%, strict=True))"),
    ("%v% = [%x%.%field% - %y% for %x%, %y% in zip(sorted(%in_rows%), %in_more%) if %y%]",
     "%v% = [%x%.%field% - %y% for %x%, %y% in zip(sorted(%in_rows%), %in_more%, strict=True) if %y%]"),
    ("for %n2%, (%x%, %y%) in enumerate(zip(%in_rows%, load(%in_path%))):\n    store(%x%, %y%)",
     "for %n2%, (%x%, %y%) in enumerate(zip(%in_rows%, load(%in_path%), strict=True)):\n    store(%x%, %y%)"),
    ("return all(near(%x%, %y%) for %x%, %y% in zip(%in_rows%, %in_more%))",
     "return all(near(%x%, %y%) for %x%, %y% in zip(%in_rows%, %in_more%, strict=True))"),
], [
    "%v% = list(zip(%in_rows%, %in_more%, strict=False))",
    "for %x%, %y% in itertools.zip_longest(%in_rows%, %in_more%):\n    couple(%x%, %y%, %n%)",
    "%v% = archive.zip(%in_rows%, %in_more%)",
])
PAIRS.pairs = [tuple(text.replace("%n2%", "index") for text in pair) for pair in PAIRS.pairs]
TYPES = Idiom("one isinstance", PYTHON, [
    ("if isinstance(%in_item%, %type%) or isinstance(%in_item%, %type2%):\n    return %n%",
     "if isinstance(%in_item%, (%type%, %type2%)):\n    return %n%"),
    ("%v% = isinstance(%in_item%.%field%, %type%) or isinstance(%in_item%.%field%, %type2%)",
     "%v% = isinstance(%in_item%.%field%, (%type%, %type2%))"),
    ("if isinstance(%in_item%, %type%) or isinstance(%in_item%, %type2%) or isinstance(%in_item%, %type3%):\n"
     "    log.info(\"%why%\")",
     "if isinstance(%in_item%, (%type%, %type2%, %type3%)):\n    log.info(\"%why%\")"),
    ("%v% = [%w% for %w% in %in_rows% if isinstance(%w%, %type%) or isinstance(%w%, %type2%)]",
     "%v% = [%w% for %w% in %in_rows% if isinstance(%w%, (%type%, %type2%))]"),
    ("assert isinstance(%in_map%[%n%], %type%) or isinstance(%in_map%[%n%], %type2%), \"%why%\"",
     "assert isinstance(%in_map%[%n%], (%type%, %type2%)), \"%why%\""),
    ("while isinstance(%in_item%, %type%) or isinstance(%in_item%, %type2%):\n    %in_item% = unwrap(%in_item%)",
     "while isinstance(%in_item%, (%type%, %type2%)):\n    %in_item% = unwrap(%in_item%)"),
    ("return isinstance(first(%in_rows%), %type%) or isinstance(first(%in_rows%), %type2%)",
     "return isinstance(first(%in_rows%), (%type%, %type2%))"),
], [
    "if isinstance(%in_item%, %type%) or isinstance(%in_other%, %type2%):\n    return %n%",
    "%v% = isinstance(%in_item%, %type%) and isinstance(%in_item%, %type2%)",
    "%v% = isinstance(%in_item%, %type%) or issubclass(%in_other%, %type2%)",
])
IDIOMS = [DEFAULTS, CAUSES, PAIRS, TYPES]
