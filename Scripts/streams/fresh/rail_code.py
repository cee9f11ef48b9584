"""The code in the answers of the first user's agent: Python, TypeScript and SQL."""
import re

from . import code

PYTHON_NAMES = """fares seats stops tickets riders coupons delays carriers cabins routes tariffs refunds passes bookings
platforms""".split()
PYTHON_VARIABLES = """result started total chosen matches report pending latest current summary batch answer deadline
found kept""".split()
VERBS = "sync prepare publish collect expire refresh import_ archive check rebuild close notify".split()

COMMENTS = """Only riders that have paid%stop%
Skip what was seen before%stop%
The feed repeats its header%stop%
Keep the newest one%stop%
Times are kept in UTC%stop%
Stations without a platform come last%stop%
One call for each carrier%stop%
Nothing to do for ferries%stop%
Old lists have no number%stop%
Rounded down, as printed%stop%
This can take a while...
Both ends of the trip count%stop%
A rider may sit anywhere%stop%
Same order as on paper%stop%
Empty cells mean zero%stop%
The night train belongs to the next day%stop%
Read only once%stop%
Closed gates stay in the list%stop%
The partner sends text, not numbers%stop%
No refund after departure%stop%
To be dropped with version %version%%stop%
Slow, but there are few of them%stop%
Two carriers share one code%stop%
The desk wants to see these first%stop%
Seats in the dining car are free%stop%
What is left goes to %city%...
See the manual, page %n%%stop%""".split("\n")

PYTHON = [
    "%v% = datetime.utcnow()\n# %comment%\nlog.info(\"begin %v%: %s\", %v%)",
    "%v% = datetime.utcnow() - timedelta(days=%n%)\n"
    "%v2% = [row for row in %in_rows% if row.sold_at > %v%]",
    "for row in %in_rows%:\n    row[\"seen_at\"] = datetime.utcnow().isoformat()\n    # %comment%\n    store(row)",
    "%v% = {\n    \"carrier\": %in_name%,\n    \"created\": datetime.utcnow(),\n    \"seats\": len(%in_rows%),\n}",
    "if %in_offer%.expires < datetime.utcnow():\n    # %comment%\n    return None",
    "%v% = clock.utcnow()\nlog.debug(\"clock says %s\", %v%)",
    "%v% = datetime.now()\nprint(f\"local time {%v%:%H:%M}\")",
    "subprocess.run([\"%tool%\", \"sync\", %in_name%])",
    "# %comment%\nsubprocess.run(%in_command%, cwd=%in_folder%)",
    "%v% = subprocess.run([\"%tool%\", \"list\"], capture_output=True, text=True)\n"
    "%v2% = %v%.stdout.splitlines()",
    "for name in %in_rows%:\n    subprocess.run([\"gzip\", str(name)], timeout=%n%)",
    "subprocess.run(build_command(%in_name%), env={**os.environ, \"TZ\": \"UTC\"})",
    "%v% = subprocess.run([\"%tool%\", \"ping\"], check=False)\nif %v%.returncode:\n    return None",
    "%v% = subprocess.check_output([\"%tool%\", \"--version\"])  # %comment%",
    "subprocess.run([\"%tool%\", \"push\", \"%city%\"], check=True)",
    "os.remove(%in_path%)",
    "for name in os.listdir(%in_folder%):\n    if name.endswith(\".tmp\"):\n"
    "        os.remove(os.path.join(%in_folder%, name))",
    "if not %in_rows%:\n    os.remove(f\"{%in_path%}.lock\")\n    return []",
    "# %comment%\nos.remove(lock_path(%in_name%))\nrelease(%in_name%)",
    "with suppress(FileNotFoundError):\n    os.remove(%in_path%)",
    "%v% = list(%in_rows%)\n%v%.remove(%in_name%)  # %comment%",
    "# %comment%\n%v% = sorted(%in_rows%, key=lambda row: row.number)\n%v2% = %v%[:%n%]",
    "%v% = sum(row.price for row in %in_rows%)  # %comment%\nif %v% > %big%:\n    raise ValueError(\"too dear\")",
]
PYTHON_BANKS = {
    "stop": lambda rng: "." if rng.random() < 0.65 else "",
    "comment": COMMENTS, "in_rows": PYTHON_NAMES, "v": PYTHON_VARIABLES, "in_name": ["carrier",
        "label", "station", "code"],
    "in_offer": ["offer", "voucher", "quote", "hold"], "in_command": ["command", "arguments", "step"],
    "in_folder": ["folder", "spool", "inbox"], "in_path": ["path", "ticket_file", "archive", "draft"],
}
TYPESCRIPT = [
    "const %v% = parseInt(%in_text%);",
    "// %comment%\nconst %v% = parseInt(%in_query%.get(\"%field%\") ?? \"%n%\");",
    "const %v% = %in_rows%.map((row) => parseInt(row.%field%));",
    "%in_rows%.sort((a, b) => parseInt(a.%field%) - parseInt(b.%field%));",
    "if (parseInt(%in_text%.slice(%n%)) > %big%) {\n  // %comment%\n  return null;\n}",
    "const %v% = parseInt(%in_text%, 16);",
    "const %v% = parseInt(readSetting(\"%field%\", \"%n%\"), 10); // %comment%",
    "const %v% = parseFloat(%in_text%) * %n%;",
    "const %v% = [...%in_rows%].filter((row) => row.%field% !== undefined); // %comment%",
    "for (const row of %in_rows%) {\n  // %comment%\n  total += parseInt(row.%field%.trim());\n}",
    "const %v% = { id: parseInt(%in_text%), label: `%city% ${%in_text%}` };",
    "const %v% = parseInteger(%in_text%); // %comment%",
    "// %comment%\nawait save(%in_rows%, { limit: parseInt(process.env.LIMIT ?? \"%n%\") });",
]
TYPESCRIPT_BANKS = {
    "in_text": ["raw", "input", "cell", "token", "chunk"], "in_query": ["query", "params", "search"],
    "in_rows": ["trips", "cabins", "legs", "offers", "gates", "cars"],
    "v": "page count limit coach row first size amount platform index spare middle".split(),
    "field": "seats number coach price page wagon track order".split(),
}
SQL = [
    "-- %comment%\nSELECT b.id, b.rider, f.price\nFROM bookings AS b\nJOIN fares AS f ON f.id = b.fare_id\n"
    "WHERE b.travel_date >= '%iso%'\n  AND f.currency != 'EUR'\nORDER BY f.price DESC;",
    "-- %comment%\nUPDATE vouchers\nSET valid_until = '%iso%' -- %comment2%\nWHERE carrier = '%city%'\n"
    "  AND used_at IS NULL;",
    "SELECT station, COUNT(*) AS departures -- %comment%\nFROM timetable\nWHERE day BETWEEN '%iso%' AND '%iso2%'\n"
    "GROUP BY station\nHAVING COUNT(*) > %n%;",
    "-- %comment%\nDELETE FROM seat_holds\nWHERE created_at < TIMESTAMP '%iso% %clock%'\n  AND paid = FALSE;",
    "WITH late AS (\n  -- %comment%\n  SELECT trip_id, MAX(delay) AS worst\n  FROM delays\n  GROUP BY trip_id\n)\n"
    "SELECT t.line, late.worst\nFROM late\nJOIN trips AS t ON t.id = late.trip_id\n"
    "WHERE late.worst > %n%; -- %comment2%",
]
TYPES = {"in_text": "string", "in_query": "URLSearchParams", "in_rows": "Row[]"}


def within(draft, banks):
    draft.banks = draft.banks | PYTHON_BANKS | banks
    return draft


def python(draft, low, high):
    within(draft, {})
    texts, given, last = code.body(draft, PYTHON, low, high)
    name = draft.pick(VERBS).rstrip("_") + "_" + draft.word("in_rows", given)
    lines = [f"def {name}({', '.join(given)}):"]
    if draft.chance(0.4):
        lines.append(draft.fill('    """%doc%"""', {"%doc%": draft.pick(
            ["Keep the list in order.", "Runs once for each carrier.", "Called by the scheduler."])}))
    lines += [code.indented(text, 1) for text in texts]
    if last:
        lines.append(f"    return {last}")
    text = "\n".join(lines)
    if "datetime." in re.sub(r"clock\.utcnow", "", text) and draft.chance(0.7):
        needed = "datetime, timedelta" if "timedelta(" in text else "datetime"
        text = f"from datetime import {needed}\n\n\n{text}"
    return f"```python\n{text}\n```"


def typescript(draft, low, high):
    within(draft, TYPESCRIPT_BANKS)
    bound_names = {}
    texts, given, last = code.body(draft, TYPESCRIPT, low, high)
    for bank, kind in TYPES.items():
        bound_names |= {name: kind for name in TYPESCRIPT_BANKS[bank]}
    parameters = ", ".join(f"{name}: {bound_names[name]}" for name in given)
    head = draft.pick(["export async function", "async function"]) + " " + draft.pick(
        "readPage loadCoach seatPlan nextDeparture sumPrices checkGate applyLimit".split())
    lines = [f"{head}({parameters}) {{"]
    text = "\n".join(texts)
    if "total +=" in text:
        lines.append("  let total = 0;")
    lines += [code.indented(text, 1, step=2)]
    lines += [f"  return {'total' if 'total +=' in text else last};"] if last or "total +=" in text else []
    return "```" + draft.pick(["typescript", "ts"]) + "\n" + "\n".join(lines + ["}"]) + "\n```"


def sql(draft):
    within(draft, {})
    return "```sql\n" + draft.line(SQL) + "\n```"
