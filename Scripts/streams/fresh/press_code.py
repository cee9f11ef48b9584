"""The code of the print shop: Lua between the stories and the pages, Tcl between the wire and the press."""
import re

from . import code

LUA = [
    "local %f% = io.open(%in_path%)\nlocal %v% = %f%:read(\"a\")\n%f%:close()",
    "local %f% = io.open(%in_folder% .. \"/%stem%.txt\", \"w\")\n%f%:write(%in_text%)\n%f%:close()",
    "-- %comment%\nlocal %f% = io.open(%in_folder% .. \"/\" .. %in_story%.%field%, \"rb\")\n"
    "local %v% = #%f%:read(\"a\")\n%f%:close()",
    "for _, %w% in ipairs(%in_rows%) do\n  local %f% = io.open(%w%.%field%)\n  measure(%f%, %n%)\n  %f%:close()\nend",
    "local %f%, err = io.open(%in_path%)\nif not %f% then\n  return nil, err\nend\n%f%:close()",
    "local %f% = io.open(%in_folder% .. \"/%stem%.lock\")\nif not %f% then\n  log(\"%say%\")\n  return\nend\n"
    "%f%:close()",
    "local %f% = io.popen(\"lpstat -p %stem%\")\nlog(%f%:read(\"l\"))\n%f%:close()",
    "local %v% = {}\nfor _, %w% in ipairs(%in_rows%) do\n  if %w%.%field% > %n% then\n    table.insert(%v%, %w%)\n"
    "  end\nend",
    "local %v% = {}\nfor line in io.lines(%in_path%) do\n  table.insert(%v%, trim(line, %n%))\nend",
    "table.insert(%in_rows%, { %field% = %n%, %field2% = \"%word%\" })",
    "table.insert(%in_page%.%list%, %in_story%)  -- %comment%",
    "-- %comment%\ntable.insert(%in_rows%, 1, %in_story%)",
    "if #%in_rows% > %n% then\n  table.insert(%in_rows%, %few%, \"%word%\")\nend",
    "if %in_story%.%field% ~= nil then\n  table.insert(%in_page%.%list%, %in_story%.%field%)\nend",
    "if %in_page%.%field% == nil then\n  %in_page%.%field% = %n%\nend",
    "if %in_story%.%field% == nil then\n  %in_story%.%field% = \"%word%\"\nend",
    "for _, %w% in ipairs(%in_rows%) do\n  if %w%.%field% == nil then\n    %w%.%field% = %in_page%.%field%\n  end\nend",
    "-- %comment%\nif %in_text% == nil then\n  %in_text% = \"%say%\"\nend",
    "if %in_page%.%list% == nil then\n  %in_page%.%list% = {}\nend",
    "if %in_page%.%flag% == nil then\n  %in_page%.%flag% = true\nend",
    "if %in_story%.%flag% == nil then\n  %in_story%.%flag% = false\nend",
    "if %in_story%.%field% == nil then\n  %in_page%.%field% = %n%\nend",
    "if %in_page%.%field% == nil then\n  %in_page%.%field% = %n%\n  log(\"%say%\")\nend",
    "if %in_page%.%field% == nil then\n  log(\"%say%\")\nend",
    "local %v% = %in_text%:gsub(\"^ +\", \"\")\nlog(\"%say%: \" .. %v%)",
    "local %v% = table.concat(%in_rows%, \", \")\nif #%v% > %n% then\n  error(\"%say%\")\nend",
    "table.sort(%in_rows%, function(a, b)\n  return a.%field% < b.%field%\nend)",
    "local %v% = table.remove(%in_rows%)\n%v%.%field% = %n%",
    "local %v% = 0\nfor _, %w% in ipairs(%in_page%.%list%) do\n  %v% = %v% + %w%.%field%\nend",
]
LUA_BANKS = {
    "v": "kept body whole length rest last lead total".split(), "f": "file source target out handle".split(),
    "w": "box item row entry".split(), "in_rows": "stories boxes columns captions adverts".split(),
    "in_page": "page sheet spread".split(), "in_story": "story piece notice".split(),
    "in_text": "head slug credit".split(),
    "in_path": "path name".split(), "in_folder": "folder archive".split(),
    "field": "width height depth order weight lines picture size".split(), "list": "blocks notes pictures".split(),
    "flag": "locked bleed printed ruled".split(),
    "stem": "front back letters puzzle proof court".split(),
    "word": "left right wide ragged bold obituary filler".split(), "few": [str(number) for number in range(2, 6)],
    "n": [str(number) for number in range(6, 96)],
    "say": ["page is full", "no lead story", "picture too small", "column too narrow", "nothing to set",
            "caption missing", "two stories with one name"],
    "comment": ["adverts come last", "the court column is always set wide", "old stories have no picture",
                "in points, not in millimetres", "the trimmer takes three off", "obituaries are never cut"],
}
TCL = [
    "set %v% [expr $%in_width% * %n%]\nputs \"%say%: $%v%\"",
    "set %v% [expr ($%in_sheets% + $%in_waste%) / %n%]",
    "set %v% [expr [llength $%in_rows%] / %n%]\nif {$%v% > %few%} {\n    warn \"%say%\"\n}",
    "# %comment%\nset %v% [expr round($%in_width% / 2.0)]",
    "return [expr $%in_sheets% - $%in_waste%]",
    "set %v% [expr {$%in_sheets% / double(%n%)}]",
    "set %i% 0\nforeach %w% $%in_rows% {\n    if {[string length $%w%] > %n%} {\n        set %i% [expr {$%i% + 1}]\n"
    "    }\n}",
    "set %i% %n%\nwhile {$%i% > 0} {\n    feed $%in_sheets%\n    set %i% [expr {$%i% - %few%}]\n}",
    "set %i% 1\nforeach %w% $%in_rows% {\n    puts \"$%i% $%w%\"\n    set %i% [expr $%i% + 1]\n}",
    "# %comment%\nset %in_sheets% [expr {$%in_sheets% + %n%}]",
    "if {[file exists $%in_path%]} {\n    set %in_waste% [expr {$%in_waste% + 1}]\n}",
    "set %v% [expr {$%in_sheets% + %few%}]\nif {$%v% > $%in_waste%} {\n    stop_press\n}",
    "set %price% [expr {$%in_sheets% * 0.%n%}]\nset %price% [expr {$%price% + %few%.5}]",
    "set %v% %n%\nset %v% [expr {$%v% + $%in_waste%}]",
    "if {$%in_state% == \"%word%\"} {\n    warn \"%say%\"\n}",
    "foreach %w% $%in_rows% {\n    if {$%w% != \"%word%\"} {\n        lappend %v% $%w%\n    }\n}",
    "if {$%in_state% == \"%word%\" && $%in_sheets% != %n%} {\n    stop_press  ;# %comment%\n}",
    "while {$%in_state% != \"%word%\"} {\n    after %n%00\n    set %in_state% [ask_press]\n}",
    "if {[lindex $%in_rows% 0] == \"%word%\"} {\n    set %v% %few%\n} else {\n    set %v% %n%\n}",
    "set %v% [expr {$%in_state% == \"%word%\" ? %n% : $%in_sheets%}]",
    "if {$%in_state% == $%in_wanted%} {\n    puts \"%say%\"\n}",
    "if {[llength $%in_rows%] == %few%} {\n    return $%in_rows%\n}",
    "set %f% [open $%in_path%]\nset %v% [read $%f%]\nclose $%f%",
    "set %f% [open $%in_path% w]\nputs $%f% $%in_state%\nclose $%f%",
    "# %comment%\nset %f% [open \"%stem%.log\" a]\nputs $%f% \"%say%\"\nclose $%f%",
    "foreach %w% $%in_rows% {\n    set %f% [open $%w% r]\n    gets $%f% %v%\n    close $%f%\n}",
    "set %f% [open $%in_path% rb]\nset %v% [read $%f% %n%]\nclose $%f%",
    "set %f% [open \"|lpr -P %stem%\" w]\nputs $%f% $%in_state%\nclose $%f%",
    "set %f% [open $%in_path% r]\nfconfigure $%f% -encoding iso8859-1\nset %v% [gets $%f%]\nclose $%f%",
    "set %f% [open \"%stem%.txt\" w]\nfconfigure $%f% -encoding utf-8\nputs $%f% \"%say%\"\nclose $%f%",
    "set %v% [lsort -unique $%in_rows%]",
    "# expr is slow here: %comment%\nset %v% [lindex $%in_rows% end]",
    "switch $%in_state% {\n    %word% { warn \"%say%\" }\n    %word2% { stop_press }\n}",
]
TCL_BANKS = {
    "v": "need pages kept line body answer share".split(), "f": "f chan log in out".split(),
    "w": "job name plate roll".split(), "i": "count i row number".split(), "price": "cost fee".split(),
    "in_rows": "jobs plates rolls names".split(), "in_width": ["width", "gutter"], "in_sheets": ["sheets", "copies"],
    "in_waste": ["waste", "spare"], "in_state": "state answer_text mode".split(), "in_wanted": ["wanted", "before"],
    "in_path": ["path", "source"], "few": [str(number) for number in range(2, 8)],
    "n": [str(number) for number in range(8, 96)], "stem": "press folder wire plates trimmer".split(),
    "word": "ready jammed cold RUN stopped empty washing".split(),
    "say": ["no paper", "folder is open", "plate missing", "wire is silent", "too many copies", "ink is low"],
    "comment": ["the wire ends its lines twice", "Sundays have a thicker paper", "the first sheets are waste",
                "agreed with the bindery", "the folder counts from zero", "nobody reads this before six"],
}
VERBS = "place measure collect split trim print fold pack order count".split()
THINGS = "page column plates jobs lead proof roll captions run".split()


def lua(draft, low, high, head="local function "):
    draft.banks = draft.banks | LUA_BANKS
    texts, given, last = code.body(draft, LUA, low, high)
    lines = [f"{head}{draft.pick(VERBS)}_{draft.pick(THINGS)}({', '.join(given)})"]
    lines.append("\n\n".join(code.indented(text, 1, 2) for text in texts))
    local = last and re.search(rf"^local {last}\b", "\n".join(texts), re.M)
    return "\n".join(lines + ([f"  return {last}"] if local else []) + ["end"])


def lua_file(draft):
    parts = [lua(draft, 2, 4, "function M.") for _ in range(draft.random.randint(1, 2))]
    draft.banks = draft.banks | LUA_BANKS
    return ["local M = {}" + draft.fill(draft.pick(["", "  -- %comment%"])), *parts, "return M"]


def tcl(draft, low, high):
    draft.banks = draft.banks | TCL_BANKS
    texts, given, _ = code.body(draft, TCL, low, high)
    texts.sort(key=lambda text: text.startswith("return"))
    head = f"proc {draft.pick(VERBS)}_{draft.pick(THINGS)} {{{' '.join(given)}}} {{"
    return "\n".join([head, "\n".join(code.indented(text, 1) for text in texts), "}"])


def tcl_file(draft):
    draft.banks = draft.banks | TCL_BANKS
    head = "#!/usr/bin/env tclsh" + draft.fill(draft.pick(["", "\n# %comment%"]))
    return [head, *(tcl(draft, 2, 4) for _ in range(draft.random.randint(1, 2)))]
