"""What the vet does to a response: twelve steady preferences about words and texts, four about PHP."""
import re

from . import zones

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
SIGNS = {"kgs": "kg", "mls": "ml", "mgs": "mg", "cms": "cm", "gms": "g"}
CALL = "## When to call us\n\nCall 01632 960 417 at any hour if anything worries you.\n"


def owner(prose):
    """"Owner" for "pet parent", and the article goes with it."""
    prose = re.sub(r"\b([Aa]) (?=pet parent\b)", r"\1n ", prose)
    return re.sub(r"\b([Pp])et parent(s?)\b",
                  lambda match: ("O" if match.group(1) == "P" else "o") + "wner" + match.group(2), prose)


def medicines(prose):
    return re.sub(r"\b([Mm])eds\b", r"\1edicines", prose)


def vaccination(prose):
    """A shot that is given is a vaccination; a shot of something is a picture and stays."""
    return re.sub(r"\b([Ss])hot(s?)\b(?! of\b)",
                  lambda match: ("V" if match.group(1) == "S" else "v") + "accination" + match.group(2), prose)


def signs(prose):
    """The sign of a unit has no plural."""
    return re.sub(r"(?<=\d )(?:kgs|mls|mgs|cms|gms)\b", lambda match: SIGNS[match.group(0)], prose)


def leading_zero(prose):
    """A dose does not begin with a point, which is overlooked; a calibre is no dose."""
    return re.sub(r"(?<![\w.])\.(\d+)(?! pellet)", r"0.\1", prose)


def trailing_zero(prose):
    """A dose does not end in .0, which is read as ten times as much; versions stay."""
    return re.sub(r"\b(\d+)\.0(?= (?:mg|ml|kg|cm|g|gm)s?\b)", r"\1", prose)


def day_first(prose):
    """14 March for March 14th; a month with its year alone stays."""
    prose = re.sub(rf"\b({MONTH}) (\d\d?)(?:st|nd|rd|th), (20\d\d)\b", r"\2 \1 \3", prose)
    return re.sub(rf"\b({MONTH}) (\d\d?)(?:st|nd|rd|th)\b", r"\2 \1", prose)


def telephone(prose):
    """The groups of a telephone number have spaces between them; numbers of batches and policies stay."""
    return re.sub(r"(?<![\w-])(0\d{4})-(\d{3})-(\d{3})(?![\w-])", r"\1 \2 \3", prose)


def no_simply(prose):
    prose = re.sub(r"\bSimply ([a-z])", lambda match: match.group(1).upper(), prose)
    return re.sub(r" simply\b", "", prose)


def please(prose):
    """"Please" for "kindly" in what one asks of others; what was kindly done stays."""
    prose = re.sub(r"\bKindly (?=[a-z])", "Please ", prose)
    return re.sub(r"\b(and|then|, ) ?kindly (?=[a-z]+ (?!me\b))", lambda match: f"{match.group(1).strip()} please ",
                  prose)


def plain_lead(markdown):
    """What a list item begins with is not bold; what is bold for its own sake stays."""
    return re.sub(r"^((?:- |\d+\. ))\*\*([^*\n:]+)(?::\*\*|\*\*:) ", r"\1\2: ", markdown, flags=re.M)


def when_to_call(text):
    """An aftercare sheet ends with when to call."""
    if not re.match(r"# Aftercare\b", text) or "\n## When to call us\n" in text:
        return text
    return text.rstrip("\n") + "\n\n" + CALL


def in_php(change):
    """A preference about PHP, fenced or a whole file."""
    inside = zones.in_code({"php"}, change)
    return lambda text: change(text) if text.startswith("<?php") else inside(text)


def short_arrays(code):
    """[...] for array(...); types and casts stay."""
    while match := re.search(r"(?<![\w$>])array\(", code):
        end = zones.closing(code, match.end() - 1)
        code = f"{code[:match.start()]}[{code[match.end():end]}]{code[end + 1:]}"
    return code


def coalesce(code):
    """A value or another one if it is not set; other uses of isset stay."""
    return re.sub(r"isset\((\$\w+(?:\['\w+'\]|->\w+)?)\) \? \1 : ", r"\1 ?? ", code)


def immutable(code):
    return re.sub(r"\bnew DateTime\(", "new DateTimeImmutable(", code)


def contains(code):
    """Whether a text holds another one; where it stands is another question."""
    code = re.sub(r"\bstrpos\(([^()]*)\) !== false", r"str_contains(\1)", code)
    return re.sub(r"\bstrpos\(([^()]*)\) === false", r"!str_contains(\1)", code)


PROSE = {
    "when-to-call-us": when_to_call,
    "list-item-without-bold-lead": zones.in_markdown(plain_lead),
    "owner-for-pet-parent": zones.in_prose(owner),
    "medicines-for-meds": zones.in_prose(medicines),
    "vaccination-for-shot": zones.in_prose(vaccination),
    "sign-of-unit-without-plural": zones.in_prose(signs),
    "zero-before-point": zones.in_prose(leading_zero),
    "no-zero-after-point": zones.in_prose(trailing_zero),
    "day-before-month": zones.in_prose(day_first),
    "spaces-in-telephone-number": zones.in_prose(telephone),
    "simply-removed": zones.in_prose(no_simply),
    "please-for-kindly": zones.in_prose(please),
}
CODE = {
    "php-short-array": in_php(short_arrays),
    "php-coalesce": in_php(coalesce),
    "php-immutable-date": in_php(immutable),
    "php-str-contains": in_php(contains),
}
PREFERENCES = PROSE | CODE
