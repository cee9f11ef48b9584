"""The code in the answers of the fourth user's agent: Python and SQL."""
from . import code

PYTHON = [
    "log.info(f\"%word%: {len(%in_rows%)} rows\")",
    "for %w% in %in_rows%:\n    log.debug(f\"%word% {%w%.%field%} at {%w%.%field2%}\")",
    "if %in_limit% > %n%:\n    log.warning(f\"%word% over {%in_limit%}, reset to %n%\")\n    %in_limit% = %n%",
    "if not %in_rows%:\n    raise ValueError(f\"no %word% in {%in_name%}\")",
    "%v% = f\"%word%-{%in_name%}.csv\"\nlog.info(f\"writing {%v%}\")\nexport(%in_rows%, %v%)",
    "%l% = [%w% for %w% in %in_rows% if %w%.%field% > %n%]\nlog.info(\"%word%: %s left\", len(%l%))",
    "%l% = []\nfor %w% in %in_rows%:\n    if %w%.%field% is not None:\n        %l%.append(%w%)\n"
    "log.debug(f\"{len(%l%)} %word%\")",
    "try:\n    send(%in_name%, %in_rows%)\nexcept OSError as error:\n"
    "    log.error(f\"sending {%in_name%} failed: {error}\")\n    raise",
    "%l% = sorted(%in_rows%, key=lambda %w%: %w%.%field%)\n%v% = %l%[0].%field%",
    "print(f\"{%in_name%}: {len(%in_rows%)} %word%\")",
    "%v% = {%w%.%field%: %w% for %w% in %in_rows%}\nlog.info(\"%word% by %field%\")",
    "%v% = list_%word%(%in_name%)\nlog.info(f\"found {%v%} for {%in_name%}\")",
    "%v% = options.get(\"%x%_list\", [])\nlog.debug(\"%x%_list has %s\", len(%v%))",
    "%l% = load(%in_name%)[:%n%]\nstore(%l%, limit=%in_limit%)",
    "%v% = sum(%w%.%field% for %w% in %in_rows%)\nif %v% == 0:\n    log.warning(f\"{%in_name%} is empty\")",
    "audit.note(f\"%word% of {%in_name%}\")",
]
PYTHON_BANKS = {
    "in_rows": "berth_list tug_list call_list crane_list pilots quays buoys".split(),
    "in_name": "quay name basin pilot".split(), "in_limit": "limit draught height".split(),
    "l": "delay_list gap_list tide_list anchor_list lock_list open_calls late_calls".split(),
    "v": "total target found index result first text".split(), "w": "one item entry row".split(),
    "word": "berths tugs calls cranes tides passes".split(), "field": "draught length eta weight depth".split(),
    "x": "gate mole ferry".split(), "n": [str(number) for number in range(11, 60)],
}
SQL = [
    "SELECT c.id, c.eta, v.name\nFROM calls c\nJOIN vessels v ON v.id = c.vessel_id\nWHERE c.quay = %n%\n"
    "ORDER BY c.eta;",
    "SELECT t.month, SUM(t.amount) AS total\nFROM tariffs t\nWHERE t.kind = '%word%'\nGROUP BY t.month;",
    "SELECT b.quay, COUNT(*) AS nights\nFROM berths AS b\nLEFT JOIN calls c ON c.berth_id = b.id\nGROUP BY b.quay\n"
    "HAVING COUNT(*) > %n%;",
    "DELETE FROM %word%\nWHERE ended_at < '2024-01-01';",
    "SELECT o.tug, AVG(o.hours) AS mean\nFROM tow_orders o\nJOIN tugs s ON s.name = o.tug\nWHERE s.bollard_pull > %n%\n"
    "GROUP BY o.tug;",
    "UPDATE berths\nSET depth = depth - %n%\nWHERE quay IN (SELECT q.id FROM quays q WHERE q.dredged = FALSE);",
    "WITH late AS (\n  SELECT p.call_id, MAX(p.minutes) AS worst\n  FROM pilot_orders p\n  GROUP BY p.call_id\n)\n"
    "SELECT c.id, late.worst\nFROM calls c\nJOIN late ON late.call_id = c.id\nWHERE late.worst > %n%;",
    "SELECT name, depth\nFROM quays\nWHERE depth > %n%\nORDER BY depth DESC\nLIMIT 5;",
    "SELECT k.id, k.hours\nFROM cranes AS k\nJOIN quays AS q ON q.id = k.quay_id\nWHERE q.name = 'ship lift';",
    "INSERT INTO gate_log (pass_id, seen_at)\nSELECT g.pass_id, g.seen_at\nFROM gate_queue g\nWHERE g.checked = TRUE;",
    "SELECT w.id, w.gross - w.tare AS net\nFROM weighings w\nLEFT JOIN trucks tr USING (truck_id)\n"
    "WHERE w.gross > %n%;",
    "-- tides FROM the buoy are kept a year\nSELECT day, MAX(height) AS high\nFROM tides\nGROUP BY day;",
    "SELECT a.name, z.name\nFROM quays a\nJOIN quays z ON z.next_id = a.id\nWHERE a.depth <> z.depth;",
]


def python(draft, low, high):
    draft.banks = draft.banks | PYTHON_BANKS
    texts, given, last = code.body(draft, PYTHON, low, high)
    head = draft.pick("load_day close_day count_calls send_berths check_tides plan_tugs".split())
    lines = [f"def {head}({', '.join(given)}):"] + [code.indented(text, 1) for text in texts]
    if last:
        lines.append(f"    return {last}")
    return "```python\n" + "\n".join(lines) + "\n```"


def sql(draft, low, high):
    draft.banks = draft.banks | PYTHON_BANKS
    return "```sql\n" + "\n\n".join(draft.lines(SQL, low, high)) + "\n```"
