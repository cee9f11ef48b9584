"""What the fourth user does to a response: fifteen steady preferences, some of them for one language only."""
import re

from . import zones

SPANISH_WORDS = re.compile(r"\b(?:el|la|los|las|una|es|para|del|en|con|por|que|se|al|su|nos)\b", re.I)
ENGLISH_WORDS = re.compile(r"\b(?:the|of|is|and|to|in|are|for|it|that|with|we|on|was)\b", re.I)
OFFICE = "Autoridad Portuaria de Castrelos"
MONTH = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
DAY = "lunes|martes|miércoles|jueves|viernes|sábado|domingo"
# Behind these the word is a verb.
BEFORE_VERB = "".join(rf"(?<!\b{word} )" for word in "to we We will may release fix".split())
START = r"(^|[.!?:] |\n(?:[-*] |\d+\. )?)"  # of a sentence
ASKED = r"(?=(?:[^¿\n.!?:]|(?<=\d)[:.](?=[\dºª]))*\?(?:\s|$))"  # what follows is a question up to its end
SIGNS = {"metro": "m", "metre": "m", "tonelada": "t", "tonne": "t", "kilómetro": "km", "kilometre": "km"}


def is_spanish(text):
    prose = "".join(piece for language, piece in zones.parts(text) if language is None)
    return len(SPANISH_WORDS.findall(prose)) > len(ENGLISH_WORDS.findall(prose))


def in_spanish(change):
    """A preference about the prose of Spanish texts."""
    over = zones.in_prose(change)
    return lambda text: over(text) if is_spanish(text) else text


def in_english(change):
    over = zones.in_prose(change)
    return lambda text: text if is_spanish(text) else over(text)


def revisar(prose):
    """"Revisar" for "chequear" in its forms; the noun "chequeo" stays."""
    return re.sub(r"\b([Cc])heque(ar|a|an|ado|ada|ando)\b",
                  lambda match: ("R" if match.group(1) == "C" else "r") + "evis" + match.group(2), prose)


def segun(prose):
    """"Según" for "en base a"; what stands "en la base" stays."""
    def phrase(match):
        return ("Según" if match.group(1) == "E" else "según") + (" el" if match.group(2) == "al" else "")
    return re.sub(r"\b([Ee])n base (al|a)\b", phrase, prose)


def ordinals(prose):
    """1.º and 2.ª instead of letters of the word."""
    prose = re.sub(r"\b([1-9])(?:do|to|vo)\b", r"\1.º", prose)
    return re.sub(r"\b([1-9])(?:ra|da|ta|va)\b", r"\1.ª", prose)


def small_months(prose):
    """Months and days of the week are common nouns; in the names of streets they stay."""
    def small(match):
        return match.group(0).lower()
    prose = re.sub(rf"(?<!Avenida )(?<!avenida )(?<!calle )(?<!plaza )\b\d+ de (?i:{MONTH})\b", small, prose)
    return re.sub(rf"(?<=[\wáéíóúñ,(] )(?:{'|'.join(day.capitalize() for day in DAY.split('|'))})\b", small, prose)


def unit_signs(prose):
    """A number is followed by the sign of its unit; without a number the word stays."""
    return re.sub(r"\b(\d+) (metro|metre|tonelada|tonne|kilómetro|kilometre)s\b",
                  lambda match: f"{match.group(1)} {SIGNS[match.group(2)]}", prose)


def opening_marks(prose):
    """A question begins with its mark."""
    return re.sub(START + ASKED + r"([A-ZÁÉÍÓÚÑ])", r"\1¿\2", prose)


def greeting(text):
    """After the greeting comes a colon."""
    return re.sub(r"\A((?:Estimad[oa]s?|Buenos días|Buenas tardes|Hola)\b[^\n,:]*),\n", r"\1:\n", text)


def signed(text):
    """Who signs a letter signs for the harbour."""
    found = re.search(r"\n\n((?:Atentamente|Un saludo|Saludos cordiales),\n[^\n]+)\n\Z", text)
    return text[:-1] + f"\n{OFFICE}\n" if found and is_spanish(text) else text


def vessel(prose):
    """The noun "ship" is "vessel"; the verb stays."""
    return re.sub(BEFORE_VERB + r"\b([Ss])hip(s?)\b(?!-)",
                  lambda match: ("V" if match.group(1) == "S" else "v") + "essel" + match.group(2), prose)


def unnumbered(title):
    """A heading has no number; a number of something stays."""
    return re.sub(r"^\d+(?:\.\d+)*[.)] ", "", title)


def no_rules(markdown):
    """No line across the page; the lines of tables stay."""
    return re.sub(r"^(?:---|\*\*\*|___)\n\n", "", markdown, flags=re.M)


def brief_first(text):
    """What is said in short is said first."""
    found = re.search(r"\n\n(\*\*In short:\*\* [^\n]+)(?=\n)", text)
    title = re.match(r"# [^\n]+\n\n", text)
    if not found or not title or found.start() + 2 == title.end():
        return text
    rest = text[:found.start()] + text[found.end():]
    return rest[:title.end()] + found.group(1) + "\n\n" + rest[title.end():]


def lazy_logging(code):
    """The log fills its texts itself; texts for anything else stay."""
    def call(match):
        values = []

        def slot(found):
            values.append(found.group(1))
            return "%s"
        text = re.sub(r"\{([^{}]+)\}", slot, match.group(2))
        return f'{match.group(1)}"{text}"' + "".join(", " + value for value in values)
    return re.sub(r'(\blog\.(?:debug|info|warning|error)\()f"([^"\n]*)"', call, code)


def no_kind_in_names(code):
    """berths for berth_list; functions, keys and texts keep their names."""
    def plural(piece):
        return re.sub(r"(?<![\w.])([a-z]+)_list\b(?!\()", r"\1s", piece)

    def part(match):
        text = match.group(0)
        if text.startswith("f"):
            return re.sub(r"\{[^{}]+\}", lambda slot: plural(slot.group(0)), text)
        return text if text.startswith('"') else plural(text)
    return re.sub(r'\bf"[^"\n]*"|"[^"\n]*"|(?:(?!\bf")[^"])+', part, code)


def table_as(code):
    """A table gets its other name with AS."""
    words = "WHERE|JOIN|LEFT|INNER|ON|GROUP|ORDER|LIMIT|SET|USING|AS|VALUES|UNION|SELECT"
    named = re.compile(rf"\b((?:FROM|JOIN) [a-z_]+) (?!(?:{words})\b)([a-z]\w*)\b")
    return "\n".join(line if line.startswith("--") else named.sub(r"\1 AS \2", line) for line in code.split("\n"))


PREFERENCES = {
    "in-short-first": brief_first,
    "rules-removed": zones.in_markdown(no_rules),
    "heading-without-number": zones.in_headings(unnumbered),
    "greeting-with-colon": greeting,
    "signed-for-the-harbour": signed,
    "revisar-for-chequear": in_spanish(revisar),
    "segun-for-en-base-a": in_spanish(segun),
    "ordinal-signs": in_spanish(ordinals),
    "small-months-and-days": in_spanish(small_months),
    "opening-question-marks": in_spanish(opening_marks),
    "signs-of-units": zones.in_prose(unit_signs),
    "vessel-for-ship": in_english(vessel),
    "python-lazy-logging": zones.in_code({"python"}, lazy_logging),
    "python-plural-for-list": zones.in_code({"python"}, no_kind_in_names),
    "sql-table-with-as": zones.in_code({"sql"}, table_as),
}
