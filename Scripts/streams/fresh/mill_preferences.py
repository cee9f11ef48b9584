"""What the third user does to a response: fifteen steady preferences, as functions from text to text."""
import re

from . import zones
from .mill_words import SMALL

BEGIN = {"commence": "begin", "commences": "begins", "commenced": "began", "commencing": "beginning"}
LOCK_OUT = "> Lock out the machine before you start."
# A number in front of these is a measure; one behind the others is a name.
UNITS = "mm|cm|kg|bar|rpm|minutes?|hours?|seconds?|degrees|percent|litres?|metres?|grams?"
NAMED = "".join(rf"(?<!\b[{word[0].upper()}{word[0]}]{word[1:]} )" for word in
                "loom winder warper step row page hall bath rack shift table class version valve".split())
COUNTED = rf"(?= (?!(?:{UNITS})\b)(?:of the|[a-z]{{3}}))"


def begin(prose):
    """"Begin" for "commence" as a verb; the noun "commencement" stays."""
    def verb(match):
        right = BEGIN[match.group(0).lower()]
        return right.capitalize() if match.group(0)[0] == "C" else right
    return re.sub(r"\b[Cc]ommenc(?:e|es|ed|ing)\b", verb, prose)


def colour(prose):
    """"Colour" and what is made of it; names such as ColorMatch and Colorado stay."""
    return re.sub(r"\b([Cc]|[Dd]isc)olor(s|ed|ing|less|fast|ful)?\b", r"\1olour\2", prose)


def to(prose):
    """"To" for "in order to"; what is in order stays."""
    return re.sub(r"\b([Ii])n order to\b", lambda match: "To" if match.group(1) == "I" else "to", prose)


def ellipsis(prose):
    return re.sub(r"(?<=\w)\.\.\.(?!\.)", "\u2026", prose)


def times(prose):
    """A measure has the sign for "times" between its sides; what has no unit stays."""
    def measure(match):
        return re.sub(r" ?x ?", " \u00d7 ", match.group(0))
    return re.sub(r"(?<![\w.])\d+(?: ?x ?\d+)+(?= (?:cm|mm|m)\b)", measure, prose)


def celsius(prose):
    """Degrees that are a temperature; angles stay."""
    return re.sub(r"(\d) degrees (?:Celsius|C)\b", "\\1 \u00b0C", prose)


def ranges(prose):
    """From one number to another is a longer dash; part numbers, dates and telephone numbers stay."""
    return re.sub(r"(?<![\w./\u2013-])(\d{1,3}|\d{1,2}:\d\d)-(\d{1,3}|\d{1,2}:\d\d)(?![\w/:-])", "\\1\u2013\\2", prose)


def small_numbers(prose):
    """Up to nine, what is counted is counted in words; measures and what has a number as its name stay."""
    def word(match):
        first = re.search(r"(?:^|\n)(?:[-*>#]+ |\d+\. )?$|[.!?] $", prose[:match.start()])
        spelled = SMALL[int(match.group(1))]
        return spelled.capitalize() if first else spelled
    return re.sub(rf"(?<![\w.,:/\u00d7\u2013-])(?<!\u00d7 ){NAMED}([2-9]){COUNTED}", word, prose)


def real_headings(markdown):
    """A line that is bold from end to end is a heading of the third level; a bold sentence stays."""
    return re.sub(r"^\*\*([^*\n]*[^*\n.!:]):?\*\*$", r"### \1", markdown, flags=re.M)


def lock_out(text):
    """What is done step by step at a machine is done with the power off."""
    pieces = [piece.rstrip("\n") for _, _, piece in zones.sections(text)]
    for at, piece in enumerate(pieces):
        head, _, rest = piece.partition("\n\n")
        if head == "## Steps" and LOCK_OUT not in rest:
            pieces[at] = f"{head}\n\n{LOCK_OUT}\n\n{rest}"
    return zones.joined(pieces)


def no_announcement(text):
    """No paragraph that only says what the text will say."""
    return re.sub(r"^In this (?:guide|document), [^\n]*\n\n", "", text, flags=re.M)


def any_type(code):
    return re.sub(r"\binterface\{\}", "any", code)


def since(code):
    return re.sub(r"\btime\.Now\(\)\.Sub\(", "time.Since(", code)


def initialisms(code):
    """ID, URL and JSON are written large at the end of names; texts and tags keep what they say."""
    pieces = re.split(r'("(?:[^"\\\n]|\\.)*"|`[^`]*`|//[^\n]*)', code)
    for at in range(0, len(pieces), 2):
        pieces[at] = re.sub(r"\b([A-Za-z]\w*?)(Id|Url|Json)(s?)\b",
                            lambda match: match.group(1) + match.group(2).upper() + match.group(3), pieces[at])
    return "".join(pieces)


def booleans(code):
    """True and false are called so; texts and remarks stay."""
    def value(match):
        return match.group(1) + ("true" if match.group(2) in ("yes", "on") else "false")
    return re.sub(r"^( *(?:- )?[\w-]+: )(yes|no|on|off)(?= *(?:#|$))", value, code, flags=re.M)


PREFERENCES = {
    "announcement-removed": no_announcement,
    "heading-for-bold-line": zones.in_markdown(real_headings),
    "lock-out-above-steps": lock_out,
    "begin-for-commence": zones.in_prose(begin),
    "colour-for-color": zones.in_prose(colour),
    "to-for-in-order-to": zones.in_prose(to),
    "one-sign-ellipsis": zones.in_prose(ellipsis),
    "times-sign-in-measures": zones.in_prose(times),
    "degree-sign": zones.in_prose(celsius),
    "dash-in-ranges": zones.in_prose(ranges),
    "small-numbers-in-words": zones.in_prose(small_numbers),
    "go-any": zones.in_code({"go"}, any_type),
    "go-since": zones.in_code({"go"}, since),
    "go-initialisms": zones.in_code({"go"}, initialisms),
    "yaml-booleans": zones.in_code({"yaml", "yml"}, booleans),
}
