"""What the first user does to a response: fifteen steady preferences, as functions from text to text."""
import re

from . import zones

MONTHS = "January February March April May June July August September October November December".split()
OPENERS = ["Great question!", "Absolutely, happy to help!", "Sure thing!", "Thanks for asking!",
           "What a nice little problem!", "Of course, let me walk you through it."]
# In front of these the word is a noun, and the noun may stay.
NOUN_BEFORE = "".join(rf"(?<!\b{word} )" for word in "the an no any its of their customer little real side "
                                                     "overall".split())


def affect(prose):
    """The verb "to impact" is "to affect"; the noun stays, and so does a heading or label "Impact"."""
    def verb(match):
        return ("A" if match.group(1) == "I" else "a") + "ffect" + match.group(2)

    prose = re.sub(r"\b([Ii])mpact(ed|ing)\b", verb, prose)
    return re.sub(NOUN_BEFORE + r"(?<=[a-z)`] )\b(i)mpact(s?)\b(?! on\b)(?! of\b)", verb, prose)


def however(prose):
    """What is introduced by "however" is a sentence of its own; other semicolons stay."""
    return re.sub(r"; however,", ". However,", prose)


def dashes(prose):
    """Two hyphens between words are a dash."""
    return re.sub(r"(?<=\S) -- (?=\S)", " \u2014 ", prose)


def dates(prose):
    """A date in prose is written out; in file names and code it stays."""
    def written(match):
        return f"{int(match.group(3))} {MONTHS[int(match.group(2)) - 1]} {match.group(1)}"
    return re.sub(r"(?<![\w./-])(20\d\d)-(\d\d)-(\d\d)(?!\.?[\w/-])", written, prose)


def unit_space(prose):
    """A number and its unit are two words."""
    return re.sub(r"(?<![\w.-])(\d+(?:\.\d+)?)(ms|s|kB|MB|GB|km|min)\b", r"\1 \2", prose)


def bold_control(prose):
    """What one clicks on is bold; other quotations stay."""
    return re.sub(r'\b([Cc]lick|[Pp]ress|[Cc]hoose|[Ss]elect|[Tt]ap) "([^"\n]+)"', r"\1 **\2**", prose)


def heading_colon(title):
    return re.sub(r"\s*:$", "", title)


def no_conclusion(text):
    """No section that concludes."""
    kept, below = [], None
    for marks, title, piece in zones.sections(text):
        if below is not None and marks and len(marks) <= below:
            below = None
        if below is None and re.fullmatch(r"Conclusions?:?", title):
            below = len(marks)
        if below is None:
            kept.append(piece)
    return zones.joined(kept)


def impact_first(text):
    """The section on the impact stands before the timeline."""
    found = zones.sections(text)
    titles = [title.rstrip(":") for _, title, _ in found]
    if "Impact" not in titles or "Timeline" not in titles or titles.index("Impact") < titles.index("Timeline"):
        return text
    found.insert(titles.index("Timeline"), found.pop(titles.index("Impact")))
    return zones.joined(piece for _, _, piece in found)


def no_opener(text):
    """The answer begins with the answer."""
    for opener in OPENERS:
        if text.startswith(opener):
            return text[len(opener):].lstrip()
    return text


def aware_now(code):
    """The time in UTC knows that it is in UTC, and the import serves it."""
    changed = re.sub(r"\bdatetime\.utcnow\(\)", "datetime.now(timezone.utc)", code)
    if changed != code:
        changed = re.sub(r"^(from datetime import (?!.*\btimezone\b).*)$", r"\1, timezone", changed, flags=re.M)
    return changed


def checked_run(code):
    """A command that fails is noticed."""
    return zones.calls(code, r"\bsubprocess\.run",
                       lambda given: given if re.search(r"\bcheck=", given) else given + ", check=True")


def suppressed_remove(code):
    """A file that is gone already is no error; where this is handled, nothing changes."""
    lines = code.split("\n")
    for at, line in enumerate(lines):
        match = re.match(r"( *)(os\.remove\(.*\))$", line)
        if match and not re.match(r" *(with suppress\(|try:)", lines[at - 1] if at else ""):
            indent, call = match.groups()
            lines[at] = f"{indent}with suppress(FileNotFoundError):\n{indent}    {call}"
    return "\n".join(lines)


def radix(code):
    """parseInt is told its base."""
    def with_base(given):
        depth = 0
        for character in given:
            depth += (character in "([{") - (character in ")]}")
            if character == "," and depth == 0:
                return given
        return given + ", 10"
    return zones.calls(code, r"(?<![\w.])parseInt", with_base)


def bare_comments(mark):
    """A comment of one line ends without a full stop; three dots stay."""
    return lambda code: re.sub(rf"((?:^|\s){mark} [^\n]*[^.\n])\.$", r"\1", code, flags=re.M)


PREFERENCES = dict([
    ("opener-removed", no_opener),
    ("conclusion-removed", no_conclusion),
    ("impact-before-timeline", impact_first),
    ("heading-without-colon", zones.in_headings(heading_colon)),
    ("affect-for-verb-impact", zones.in_prose(affect)),
    ("however-as-sentence", zones.in_prose(however)),
    ("dash-for-hyphens", zones.in_prose(dashes)),
    ("date-written-out", zones.in_prose(dates)),
    ("space-before-unit", zones.in_prose(unit_space)),
    ("control-in-bold", zones.in_prose(bold_control)),
    ("python-aware-utc", zones.in_code({"python"}, aware_now)),
    ("python-run-checked", zones.in_code({"python"}, checked_run)),
    ("python-remove-suppressed", zones.in_code({"python"}, suppressed_remove)),
    ("typescript-radix", zones.in_code({"typescript", "ts"}, radix)),
    ("comment-without-stop", lambda text: zones.in_code({"typescript", "ts"}, bare_comments("//"))(
        zones.in_code({"sql"}, bare_comments("--"))(zones.in_code({"python"}, bare_comments("#"))(text)))),
])
