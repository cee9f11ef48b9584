"""Plans a product, writes and reads German, and reviews Python: notes, mails, answers and code."""
import re

from editing import fenced, fill, lines, prose, replace, some
from streams import Response, User

NAMES = ["Jana", "Emre", "Svenja", "Piotr", "Lotte", "Arne", "Miriam", "Henrik", "Selma", "Ralf"]
PARTS = ["Anmeldung", "Suche", "Rechnung", "Kasse", "Vorschau", "Merkliste", "Auswertung", "Lieferung", "Schnittstelle"]
CITIES = ["Bremen", "Graz", "Basel", "Jena", "Kassel", "Linz", "Mainz", "Chemnitz"]
DATES = ["3/14/2025", "11/2/2024", "7/28/2025", "1/9/2026", "12/24/2024", "5/30/2025", "9/1/2025", "10/17/2024"]
RATES = ["2.5", "3.75", "12.8", "0.4", "17.25", "6.1", "8.35", "41.7", "99.9"]
SUMS = ["1,250", "12,400", "3,600", "48,900", "7,150", "125,000"]
COUNTS = [2, 3, 4, 5, 6, 8, 9, 12, 14, 20]
WORDS = dict(name=NAMES, part=PARTS, city=CITIES, date=DATES, rate=RATES, sum=SUMS, count=COUNTS)

SENTENCES = [
    "Die {part} ist seit {date} in Betrieb.",
    "{name} hat die {part} am {date} getestet.",
    "Wir haben {rate} % weniger Abbrüche in der {part}.",
    "Der Umbau kostet ca. {sum} Euro.",
    "Die User finden die {part} nicht.",
    "Ein User aus {city} hat sich gemeldet.",
    "Das macht Sinn, weil die {part} langsam ist.",
    "Es macht Sinn, die {part} zu teilen.",
    "Die {part} braucht z.B. einen neuen Filter.",
    "{name} prüft d.h. misst die {part} in {city}.",
    "Bitte die Email an {name} weiterleiten.",
    "Zwei Emails kamen aus {city} zurück.",
    "Das Team nennt das \"{part} light\" und mag es.",
    "Der Filter \"nur {city}\" fehlt in der {part}.",
    "{name} und {name2} treffen sich am {date} in {city}.",
    "Die {part} wurde von {name} getestet und dauert {count} min.",
    "Nach {count} min bricht die {part} ab.",
    "Die Kosten liegen {rate} % über dem Plan.",
    "Aufgrund der Tatsache, dass {name} fehlt, warten wir.",
    "Im Endeffekt bleibt die {part} wie sie ist.",
    "Die Lösung wird {sum} Euro im Jahr sparen.",
    "In {city} läuft alles!",
]
TASKS = [
    "{part} prüfen ({name})", "Termin am {date} mit {name} absprechen", "Email an {name} schreiben",
    "{name}: {part} messen", "User in {city} befragen", "Zahlen der {part} sammeln",
]
PYTHON = [
    ["def {verb}_{noun}(self, {noun2}):", "    if len({noun2}) == 0:", "        return []",
     "    return [self.{noun}.get(item) for item in {noun2}]"],
    ["def {verb}_{noun}({noun2}: Optional[str] = None) -> List[str]:", "    print(\"{noun} {verb}\")",
     "    return {noun2}.split(\",\")"],
    ["def {verb}_{noun}({noun2}: Dict[str, int]) -> Optional[int]:", "    return {noun2}.get(\"{noun}\")"],
    ["def {verb}_{noun}(path):", "    if os.path.exists(path):", "        print(\"{noun} found\")", "    return path"],
    ["def {verb}_{noun}({noun2}):", "    try:", "        return {noun2}.{verb}()", "    except:",
     "        return None"],
    ["def test_{verb}_{noun}(self):", "    self.assertEquals({verb}({noun}), {count})"],
    ["def test_{noun}_{verb}(self):", "    self.assertEquals(len({noun}.{verb}()), {count})",
     "    print(\"{noun} done\")"],
    ["{noun}s = dict([(item.{noun2}, item) for item in {noun2}s])"],
    ["{noun}_file = os.path.join({noun2}_folder, \"{noun}.csv\")"],
    ["with open({noun}_path, \"r\") as file:", "    {noun} = json.load(file)"],
]
CODE_WORDS = dict(
    noun=["invoice", "basket", "voucher", "courier", "shelf", "parcel", "refund", "tariff", "route", "depot"],
    verb=["load", "merge", "count", "check", "render", "fetch", "split", "drop"], count=COUNTS)


def paragraph(rng, least=2, most=4):
    return " ".join(fill(rng, sentence, **WORDS) for sentence in some(rng, SENTENCES, least, most))


def tasks(rng):
    return "\n".join(f"* {fill(rng, task, **WORDS)}" for task in some(rng, TASKS, 2, 4))


def note(rng):
    parts = [fill(rng, "# Protokoll {date}", **WORDS), "## Teilnehmer", fill(rng, "{name}, {name2}, {name3}", **WORDS),
             "## Besprochen", paragraph(rng, 2, 5)]
    if rng.random() < 0.7:
        parts += ["## To-dos", tasks(rng)]
    if rng.random() < 0.3:
        parts += ["## Nächster Termin", fill(rng, "{date} in {city}", **WORDS)]
    return Response("note", "\n\n".join(parts) + "\n")


def mail(rng):
    opening = rng.choice(["Hallo Team,", "Hallo Team,", fill(rng, "Hallo {name},", **WORDS)])
    parts = [opening, paragraph(rng, 2, 4)] + ([tasks(rng)] if rng.random() < 0.4 else [])
    parts.append(rng.choice(["LG", "LG", "Viele Grüße"]) + "\n" + rng.choice(NAMES))
    return Response("mail", "\n\n".join(parts) + "\n")


def answer(rng):
    parts = [paragraph(rng, 2, 4)]
    if rng.random() < 0.5:
        parts.append(f"```\n{function(rng)}\n```")
    if rng.random() < 0.5:
        parts.append(rng.choice(["Ich hoffe, das hilft weiter!", "Sag Bescheid, wenn du Fragen hast!"]))
    return Response("answer", "\n\n".join(parts) + "\n")


def function(rng):
    return fill_once(rng, "\n".join(rng.choice(PYTHON)))


def fill_once(rng, template):
    """The template with the same word for the same name throughout."""
    chosen, taken = {}, set()

    def value(match):
        name = match[1] + match[2]
        if name not in chosen:
            chosen[name] = rng.choice([word for word in CODE_WORDS[match[1]] if word not in taken])
            taken.add(chosen[name])
        return str(chosen[name])
    return re.sub(r"\{([a-z]+)(\d*)\}", value, template)


def code(rng):
    return Response("code", "\n\n\n".join(function(rng) for _ in range(rng.randint(2, 4))) + "\n", language="python")


def day(match):
    return f"{int(match[2])}.{int(match[1])}.{match[3]}"


def path_exists(text):
    return re.sub(r"\bos\.path\.exists\((\w+)\)", r"Path(\1).exists()", text)


def logged(text):
    return re.sub(r"\bprint\((\"[^\"]*\")\)", r"log.info(\1)", text)


PROSE = {
    "Datum": replace(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", day),
    "Komma in Zahlen": prose(replace(r"\b(\d+)\.(\d+) %", r"\1,\2 %")),
    "Punkt in Tausendern": prose(replace(r"\b(\d{1,3}),(\d{3}) Euro", r"\1.\2 Euro")),
    "Nutzer": prose(replace(r"\bUser\b", "Nutzer")),
    "ergibt Sinn": prose(replace(r"\bmacht Sinn\b", "ergibt Sinn")),
    "z. B. mit Abstand": prose(replace(r"\bz\.B\.", "z. B.")),
    "d. h. mit Abstand": prose(replace(r"\bd\.h\.", "d. h.")),
    "E-Mail": prose(replace(r"\bEmail(s?)\b", r"E-Mail\1")),
    "etwa": prose(replace(r"\bca\.", "etwa")),
    "Anführungszeichen": prose(replace(r"\"([^\"\n]*)\"", "„\\1“")),
    "Minuten": prose(replace(r"\b(\d+) min\b", r"\1 Minuten")),
    "weil": prose(replace(r"Aufgrund der Tatsache, dass", "Weil")),
    "kein Endeffekt": prose(replace(r"Im Endeffekt bleibt\b", "Am Ende bleibt")),
    "Aufgaben": lines(lambda line: "## Aufgaben" if line == "## To-dos" else line),
    "Anrede": replace(r"\AHallo Team,", "Guten Tag zusammen,"),
    "Gruß": lines(lambda line: "Viele Grüße" if line == "LG" else line),
    "keine Floskel am Ende": replace(
        r"\n\n(?:Ich hoffe, das hilft weiter!|Sag Bescheid, wenn du Fragen hast!)\n\Z", "\n"),
    "Kästchen": lines(lambda line: re.sub(r"^\* (?!\[)", "* [ ] ", line)),
    "python an Blöcken": fenced(replace(r"\A```\n", "```python\n")),
}
CODE = {
    "assertEqual": replace(r"\bassertEquals\b", "assertEqual"),
    "eingebaute Typen": replace(r"\b(List|Dict)\[", lambda match: match[1].lower() + "["),
    "oder None": replace(r"\bOptional\[(\w+)\]", r"\1 | None"),
    "Pfade": path_exists,
    "Protokoll statt print": logged,
    "kein nacktes except": replace(r"\bexcept:", "except Exception:"),
    "leer ohne len": replace(r"\bif len\((\w+)\) == 0:", r"if not \1:"),
    "dict ohne Liste": replace(r"\bdict\(\[\((.+?), (\w+)\) for (.+)\]\)", r"{\1: \2 for \3}"),
    "open ohne r": replace(r"open\((\w+), \"r\"\)", r"open(\1)"),
    "Pfade verbinden": replace(r"\bos\.path\.join\((\w+), (\"[^\"]+\")\)", r"\1 / \2"),
}

USER = User(
    PROSE | CODE, lambda rng: rng.choices([note, mail, answer, code], [3, 2, 3, 4])[0](rng), frozenset(PROSE))
