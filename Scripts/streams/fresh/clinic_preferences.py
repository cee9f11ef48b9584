"""What the laboratory's lead does to a response: nineteen steady preferences about words and texts, five about code."""
import re

from . import zones

DUTCH_WORDS = re.compile(r"\b(?:de|het|een|van|en|voor|niet|op|je|zijn|wordt|bij|met|te)\b", re.I)
ENGLISH_WORDS = re.compile(r"\b(?:the|of|and|to|a|are|for|it|that|with|on|be|has)\b", re.I)
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
EMOJI = "(?:[✅⚠🚨📌🔬🧪📅🙏👍❗]\ufe0f?)"
SHOUTED = "NOT|NEVER|ALWAYS|ONLY|MUST|ALL|BEFORE|EVERY|BOTH|URGENT|IMPORTANT|NIET|NOOIT|ALTIJD|ALLEEN|BELANGRIJK"
START = rf"(?:^|\n)(?:(?:[-*>]|#+|\d+\.) )?(?:{EMOJI} )?$|[.!?] $|(?:Subject|Onderwerp): (?:{EMOJI} )?$"
PEOPLE = "me|us|Joke|Farid|Anneloes|Tomasz|Ingrid|Sibel|Wouter|Chiara|the quality office|the helpdesk"
IN_FULL = {"i.v.m.": "in verband met", "m.b.t.": "met betrekking tot", "z.s.m.": "zo snel mogelijk",
           "a.u.b.": "alsjeblieft"}
LONG = {  # the options of a command that are written out
    "grep": {"-q": "--quiet", "-i": "--ignore-case", "-c": "--count", "-v": "--invert-match"},
    "rm": {"-f": "--force", "-r": "--recursive"}, "mkdir": {"-p": "--parents"},
    "cp": {"-r": "--recursive", "-p": "--preserve"}, "wc": {"-l": "--lines"},
    "sort": {"-u": "--unique", "-r": "--reverse"},
}


def is_dutch(text):
    prose = "".join(piece for language, piece in zones.parts(text) if language is None)
    return len(DUTCH_WORDS.findall(prose)) > len(ENGLISH_WORDS.findall(prose))


def in_dutch(change):
    """A preference about the prose of Dutch texts."""
    over = zones.in_prose(change)
    return lambda text: over(text) if is_dutch(text) else text


def in_english(change):
    over = zones.in_prose(change)
    return lambda text: text if is_dutch(text) else over(text)


def specimen(prose):
    """The noun; what one does to water, the size of a sample in statistics and the screen Sample Entry stay."""
    return re.sub(r"\b([Ss])ample(s?)\b(?! (?:size|Entry|the|every|each)\b)",
                  lambda match: ("S" if match.group(1) == "S" else "s") + "pecimen" + match.group(2), prose)


def analyser(prose):
    """What measures is an analyser, and the article goes with it; what washes, makes coffee or is virtual stays."""
    kept = "".join(rf"(?<!{word} )" for word in ("washing", "coffee", "virtual", "ice"))
    prose = re.sub(r"\b([Aa]) (?=machine\b)", r"\1n ", prose)
    return re.sub(kept + r"\b([Mm])achine(s?)\b",
                  lambda match: ("A" if match.group(1) == "M" else "a") + "nalyser" + match.group(2), prose)


def haem(prose):
    """Blood is written with ae; the HemoCue keeps its name."""
    prose = re.sub(r"\b([Hh])em(?=ato|olys|olyt|oglob)", r"\1aem", prose)
    return re.sub(r"\b([Aa]n|[Ll]euk)em(?=ia\b|ic\b)", r"\1aem", prose)


def reply(prose):
    """People are replied to; an update or a version is reverted."""
    return re.sub(rf"\b([Rr])evert(?= (?:to (?:{PEOPLE})|with|by|before)\b)", r"\1eply", prose)


def no_shouting(prose):
    """No word is stressed with capitals; abbreviations and the names of keys have them."""
    def quiet(match):
        word = match.group(0).lower()
        return word.capitalize() if re.search(START, prose[:match.start()]) else word
    return re.sub(rf"(?<![\w*\"-])(?:{SHOUTED})(?![\w*\"-])", quiet, prose)


def capital_litre(prose):
    """The l of a litre looks like a one."""
    return re.sub(r"(?:(?<=\d )|(?<=[A-Za-z]/))([uµmd]?)l\b", r"\1L", prose)


def micro(prose):
    """The sign for a millionth is not a u."""
    return re.sub(r"(?<=\d )u(?=(?:[lLgm]|mol)\b)|(?<![\w/])u(?=(?:mol|g)/)", "µ", prose)


def month_in_letters(prose):
    """Nobody takes 4 Mar 2025 for a day in April."""
    return re.sub(r"(?<![\w/])(\d\d)/(\d\d)/(20\d\d)(?![\w/])",
                  lambda match: f"{int(match.group(1))} {MONTHS[int(match.group(2)) - 1]} {match.group(3)}", prose)


def comparison(prose):
    """One sign for "at least" and for "at most"."""
    return re.sub(r"(?<![^\s|(])([<>])= ?(?=\d)", lambda match: {"<": "≤ ", ">": "≥ "}[match.group(1)], prose)


def two_digit_hour(prose):
    """07:30 in English texts; dilutions stay."""
    return re.sub(r"(?<![\w:.,/])(?<!iluted )([1-9]):([0-5]\d)(?![\w:]| dilution)", r"0\1:\2", prose)


def step_with_stop(markdown):
    """A numbered step is a sentence and ends like one."""
    return re.sub(r"^(\d+\. .*[^\s.:?!])$", r"\1.", markdown, flags=re.M)


def system_before_colon(text):
    """A ticket's title names the system without brackets."""
    return re.sub(r"\A# \[([^\]\n]+)\] ", r"# \1: ", text)


def no_empty_cell(markdown):
    """A cell without content has a dash, so that it does not look forgotten."""
    return re.sub(r"^\|.*\|$", lambda row: re.sub(r"\| *(?=\|)", "| – ", row.group(0)), markdown, flags=re.M)


def document_number(prose):
    """SOP-112 and WI-23, as they stand in the register."""
    return re.sub(r"\b(SOP|WI) ?(\d{2,3})\b", r"\1-\2", prose)


def history_last(text):
    """The revision history is the last section."""
    found = zones.sections(text)
    at = [place for place, (_, title, _) in enumerate(found) if title.endswith("Revision history")]
    if not at or at[0] == len(found) - 1:
        return text
    found.append(found.pop(at[0]))
    return zones.joined(piece for _, _, piece in found)


def no_emoji(markdown):
    return re.sub(rf" ?{EMOJI}", "", re.sub(rf"{EMOJI} ", "", markdown))


def monster(prose):
    """A Dutch sample is a "monster", in compounds too; the screen Sample Entry keeps its name."""
    return re.sub(r"([Ss])ample(?! Entry)", lambda match: ("M" if match.group(1) == "S" else "m") + "onster", prose)


def uur(prose):
    """14.30 uur, and "uur" once after two of them; dilutions stay."""
    return re.sub(r"(?<!verdund )(?<![\w:.,])(\d{1,2}):([0-5]\d)(?![\w:])(?: uur)?( (?:en|tot) (?=\d))?",
                  lambda match: f"{match.group(1)}.{match.group(2)}" + (match.group(3) or " uur"), prose)


def in_full(prose):
    """Abbreviated phrases in full; the title of a doctor stays."""
    def phrase(match):
        full = IN_FULL[match.group(0).lower()]
        return full.capitalize() if match.group(0)[0].isupper() else full
    return re.sub(r"\b(?:[Ii]\.v\.m\.|[Mm]\.b\.t\.|[Zz]\.s\.m\.|[Aa]\.u\.b\.)", phrase, prose)


def in_language(language, start, change):
    """A preference about code of a language, fenced or a whole file, which is known by how it begins."""
    inside = zones.in_code({language}, change)
    return lambda text: change(text) if re.match(start, text) else inside(text)


def in_java(change):
    return in_language("java", r"package ", change)


def in_bash(change):
    return in_language("bash", r"#!/", change)


def constant_first(code):
    """What is known not to be null is asked; two variables stay."""
    return re.sub(r"\b(\w+(?:\.\w+\(\))*)\.(equals|equalsIgnoreCase)\((\"[^\"\n]*\")\)", r"\3.\2(\1)", code)


def or_else_throw(code):
    """An optional value is taken with orElseThrow; maps and suppliers have a get of their own."""
    for name in re.findall(r"\bOptional<\w+> (\w+)\b", code):
        code = re.sub(rf"\b{name}\.get\(\)", f"{name}.orElseThrow()", code)
    for call in reversed(list(re.finditer(r"\.(?:findFirst|findAny|max|min)(?=\()", code))):
        end = zones.closing(code, call.end()) + 1
        code = code[:end] + re.sub(r"\A(\s*)\.get\(\)", r"\1.orElseThrow()", code[end:])
    return code


def braces(code):
    """An if has braces and lines of its own."""
    return re.sub(r"^( *)(if \(.*\)) ((?:continue|break|return|throw)\b[^\n]*;(?: //[^\n]*)?)$",
                  r"\1\2 {\n\1    \3\n\1}", code, flags=re.M)


def double_brackets(code):
    """[[ ]] for a test; classes of characters stay."""
    return re.sub(r"(?<!\[)\[ ([^\]\n]+) \](?!\])", r"[[ \1 ]]", code)


def long_options(code):
    """Options of common commands are written out; those of the shell itself and of find stay."""
    def call(match):
        name, *options = match.group(0).split(" ")
        return " ".join([name] + [LONG[name].get(option, option) for option in options])
    return re.sub(r"(?<![\w./-])(?:grep|rm|mkdir|cp|sort|wc)(?: -[a-z](?= ))+", call, code)


PROSE = {
    "emoji-removed": zones.in_markdown(no_emoji),
    "system-before-colon": system_before_colon,
    "revision-history-last": history_last,
    "full-stop-after-step": zones.in_markdown(step_with_stop),
    "dash-in-empty-cell": zones.in_markdown(no_empty_cell),
    "no-shouting": zones.in_prose(no_shouting),
    "specimen-for-sample": in_english(specimen),
    "analyser-for-machine": in_english(analyser),
    "haem-for-hem": in_english(haem),
    "reply-for-revert": in_english(reply),
    "capital-litre": zones.in_prose(capital_litre),
    "micro-sign": zones.in_prose(micro),
    "month-in-letters": in_english(month_in_letters),
    "sign-for-at-least": zones.in_prose(comparison),
    "two-digit-hour": in_english(two_digit_hour),
    "hyphen-in-document-number": zones.in_prose(document_number),
    "monster-for-sample": in_dutch(monster),
    "uur-after-time": in_dutch(uur),
    "phrase-in-full": in_dutch(in_full),
}
CODE = {
    "java-constant-first": in_java(constant_first),
    "java-or-else-throw": in_java(or_else_throw),
    "java-braces": in_java(braces),
    "bash-double-brackets": in_bash(double_brackets),
    "bash-long-options": in_bash(long_options),
}
PREFERENCES = PROSE | CODE
