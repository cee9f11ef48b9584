"""What the paper's editor does to a response: seventeen steady preferences about words and texts, seven about code."""
import re

from . import zones
from .press_words import PLACES

ITALIAN_WORDS = re.compile(r"\b(?:il|la|di|che|per|con|del|della|nel|una|gli|sono|alle|dal|al|si|e)\b", re.I)
ENGLISH_WORDS = re.compile(r"\b(?:the|of|and|to|is|was|are|for|it|that|with|on|be|has)\b", re.I)
TITLES = "Mr|Mrs|Ms|Dr|Cllr|St"  # they keep the last letter of the word, so no stop stands for it
BODIES = "Council|Committee|Trust|Board|Mayor|Bishop|Minister|Headteacher"
NO_ADVERBS = "family|early|only|friendly|daily|weekly|monthly|yearly|jelly|fly|lily|belly|ugly|silly|elderly|likely"
SAYS = "said|stated|added|asked"
SPEAKER = rf"(?:he|she|they|(?:(?:{TITLES})\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
SEVERAL = "le|delle|nelle|alle|dalle|sulle|due|tre|quattro|altre|nuove|queste|diverse"


def is_italian(text):
    prose = "".join(piece for language, piece in zones.parts(text) if language is None)
    return len(ITALIAN_WORDS.findall(prose)) > len(ENGLISH_WORDS.findall(prose))


def in_italian(change):
    """A preference about the prose of Italian texts."""
    over = zones.in_prose(change)
    return lambda text: over(text) if is_italian(text) else text


def in_english(change):
    over = zones.in_prose(change)
    return lambda text: text if is_italian(text) else over(text)


def no_introduction(text):
    """What follows the title needs no heading that says so; an introduction further down, or of something, stays."""
    return re.sub(r"\A(# [^\n]*\n\n)## Introduction\n\n", r"\1", text)


def next_level(text):
    """No heading skips a level: four marks need three above them."""
    found, above = [], 0
    for marks, _, piece in zones.sections(text):
        if marks == "####" and above < 3:
            piece = piece[1:]
        elif marks:
            above = len(marks)
        found.append(piece)
    return "".join(found)


def tight_list(markdown):
    """The items of a list stand close; where an item has a second paragraph, the list stays open."""
    def group(match):
        if re.search(r"^ +\S", match.group(0), re.M):
            return match.group(0)
        return re.sub(r"\n\n(?=- |\d+\. )", "\n", match.group(0))
    return re.sub(r"^(?:- |\d+\. ).*(?:\n\n?(?:- |\d+\. | +\S).*)*", group, markdown, flags=re.M)


def interview(markdown):
    """A question is bold and its answer is not; the letters go. Other things may be called Q and A."""
    return re.sub(r"^Q: ([^\n]*\?)\n\n?A: ", r"**\1**\n\n", markdown, flags=re.M)


def link_on_thing(markdown):
    """The link is on what one gets, not on the word "here"; "here" may be where something is."""
    return re.sub(r"\b((?:[Rr]ead|[Ss]ee|[Dd]ownload|[Ff]ind) (?:the|our|all) )([a-z]+(?: [a-z]+){0,3}) "
                  r"\[here\]\(([^)\s]+)\)", r"\1[\2](\3)", markdown)


def dateline(text):
    """An article begins with the place in capitals and a dash; a correction begins with that word."""
    return re.sub(rf"\A(# [^\n]*\n\n(?:## Introduction\n\n)?)({'|'.join(PLACES)}): ",
                  lambda match: f"{match.group(1)}{match.group(2).upper()} – ", text)


def said(prose):
    """People say things; what is stated in a lease, a stated aim and the states of a country stay."""
    def saying(match):
        return match.group(1) + {"d": "said", "s": "says"}[match.group(2)]
    prose = re.sub(r"(?<!\bis )(?<!\bwas )(?<!\bas )(\b)state([ds])(?= that (?!morning\b))", saying, prose)
    prose = re.sub(r"((?:\",|,\") )state([ds])(?= )", saying, prose)
    return re.sub(rf"((?:\",|,\") {SPEAKER} )state([ds])\b", saying, prose)


def comma_inside(prose):
    """What is said ends with a comma in front of its mark; a title in quotation marks keeps the comma out."""
    return re.sub(rf"\",(?= (?:(?:{SAYS})\b|{SPEAKER} (?:{SAYS})\b))", ',"', prose)


def more_than(prose):
    """More than so many; what takes its time or its pages, what is handed over and the over 60s stay."""
    return re.sub(r"(?<!\bhanded )(?<!\bhands )\b([Oo])ver (?=£?\d)(?![\d.,]+(?:s| (?:weeks|months|years|pages))\b)",
                  lambda match: ("M" if match.group(1) == "O" else "m") + "ore than ", prose)


def no_stop_after_title(prose):
    """Mr, Dr and St without a stop; Rev. and Prof. are cut off and keep theirs."""
    return re.sub(rf"\b({TITLES})\.(?= [A-Z])", r"\1", prose)


def short_millions(prose):
    """£2.5m for sums of money; people and copies are counted in millions, and the name of a draw stays."""
    return re.sub(r"(£\d[\d.,]*) (million|billion)\b",
                  lambda match: match.group(1) + {"million": "m", "billion": "bn"}[match.group(2)], prose)


def no_hyphen_after_ly(prose):
    """An adverb in -ly needs no hyphen; family, early and friendly are no adverbs."""
    return re.sub(rf"\b(?!(?:{NO_ADVERBS})-)([A-Za-z][a-z]+ly)-(?=[a-z])", r"\1 ", prose)


def small_office(prose):
    """The council and the mayor are small by themselves; in a full name they are not."""
    return re.sub(rf"\b([Tt]he|[Tt]his|[Oo]ur) ({BODIES})\b(?!(?:'s)? (?:of |for )?[A-Z])",
                  lambda match: f"{match.group(1)} {match.group(2).lower()}", prose)


def accented_capital(prose):
    """È has its accent; an apostrophe elsewhere stays."""
    return re.sub(r"(?<![\w'])E'(?=\s)", "È", prose)


def euphonic_d(prose):
    """The d is for the same vowel only; "ad esempio" stays."""
    prose = re.sub(r"\b([Ee])d(?= [aiouàòù])", r"\1", prose, flags=re.I)
    return re.sub(r"\b([Aa])d(?= (?!esempio\b|eccezione\b)[eiouèéòù])", r"\1", prose, flags=re.I)


def closed_e(prose):
    """Perché, poiché and né have the other accent; caffè, cioè and tè have this one."""
    return re.sub(r"chè\b", "ché", re.sub(r"\b([Nn])è\b", r"\1é", prose))


def sede(prose):
    """An Italian word for "location", which has a plural; the trade of a location manager stays."""
    prose = re.sub(rf"\b({SEVERAL}) location\b(?! manager)", r"\1 sedi", prose, flags=re.I)
    return re.sub(r"\blocation\b(?! manager)", "sede", prose)


def in_language(language, start, change):
    """A preference about code of a language, fenced or a whole file, which is known by how it begins."""
    inside = zones.in_code({language}, change)
    return lambda text: change(text) if re.match(start, text) else inside(text)


def in_lua(change):
    return in_language("lua", r"local M = \{\}", change)


def in_tcl(change):
    return in_language("tcl", r"#!/usr/bin/env tclsh", change)


def asserted_open(code):
    """A file that does not open is an error, unless somebody asks at once whether it did."""
    return re.sub(r"^( *local (\w+) = )(io\.open\(.*\))$(?!\n *if not \2 then)", r"\1assert(\3)", code, flags=re.M)


def appended(code):
    """What comes last is put there by its index; what is inserted elsewhere stays."""
    out, at = [], 0
    for match in re.finditer(r"^( *)table\.insert(?=\()", code, re.M):
        end = zones.closing(code, match.end())
        given = arguments(code[match.end() + 1:end])
        if len(given) == 2:
            out += [code[at:match.start()], f"{match.group(1)}{given[0]}[#{given[0]} + 1] = {given[1]}"]
            at = end + 1
    return "".join(out) + code[at:]


def arguments(given):
    """The arguments of a call, cut at the commas between them."""
    found, depth, quoted = [""], 0, False
    for character in given:
        quoted ^= character == '"'
        depth += 0 if quoted else (character in "([{") - (character in ")]}")
        if character == "," and depth == 0 and not quoted:
            found.append("")
        else:
            found[-1] += character
    return [argument.strip() for argument in found]


def or_default(code):
    """What is not there gets its default in one line; true and false would not survive that."""
    return re.sub(r"^( *)if ([\w.]+) == nil then\n\1  \2 = (?!(?:true|false)\n)([^\n]+)\n\1end$", r"\1\2 = \2 or \3",
                  code, flags=re.M)


def braced(code):
    """An expression has braces, so that it is read once; remarks stay."""
    lines = code.split("\n")
    for number, line in enumerate(lines):
        at = line.find("[expr ") if not line.lstrip().startswith("#") else -1
        while at >= 0:
            depth, end = 0, at
            for end in range(at, len(line)):
                depth += (line[end] == "[") - (line[end] == "]")
                if depth == 0:
                    break
            if line[at + 6] != "{":
                line = f"{line[:at]}[expr {{{line[at + 6:end]}}}]{line[end + 1:]}"
            at = line.find("[expr ", at + 1)
        lines[number] = line
    return "\n".join(lines)


def incr(code):
    """A whole number is added with incr; another variable or a price is not."""
    def added(match):
        sign, amount = match.group(2).replace("+", ""), match.group(3)
        return f"incr {match.group(1)}" + ("" if sign + amount == "1" else f" {sign}{amount}")
    return re.sub(r"\bset (\w+) \[expr \{?\$\1 ([+-]) (\d+)\}?\]", added, code)


def eq(code):
    """Texts are compared as texts; numbers and variables stay."""
    return re.sub(r" (==|!=) (?=\")", lambda match: {"==": " eq ", "!=": " ne "}[match.group(1)], code)


def utf8(code):
    """A file that is opened is told its encoding; bytes, pipes and what has another one stay."""
    return re.sub(r"^( *)set (\w+) \[open (?!\"\|)(?:\"[^\"\n]*\"|\S+)(?: [rwa])?\]$"
                  r"(?!\n *fconfigure \$\2 -encoding)", r"\g<0>\n\1fconfigure $\2 -encoding utf-8", code, flags=re.M)


PROSE = {
    "introduction-heading-removed": no_introduction,
    "heading-skips-no-level": next_level,
    "list-without-empty-lines": zones.in_markdown(tight_list),
    "question-in-bold": zones.in_markdown(interview),
    "link-on-the-thing": zones.in_markdown(link_on_thing),
    "place-in-capitals": dateline,
    "said-for-stated": in_english(said),
    "comma-inside-quotation": in_english(comma_inside),
    "more-than-for-over": in_english(more_than),
    "no-stop-after-title": in_english(no_stop_after_title),
    "m-for-million-pounds": in_english(short_millions),
    "no-hyphen-after-ly": in_english(no_hyphen_after_ly),
    "small-letter-for-office": in_english(small_office),
    "accent-on-capital": in_italian(accented_capital),
    "d-before-same-vowel": in_italian(euphonic_d),
    "closed-e-in-perche": in_italian(closed_e),
    "sede-for-location": in_italian(sede),
}
CODE = {
    "lua-open-asserted": in_lua(asserted_open),
    "lua-append-by-index": in_lua(appended),
    "lua-or-default": in_lua(or_default),
    "tcl-braced-expression": in_tcl(braced),
    "tcl-incr": in_tcl(incr),
    "tcl-eq-for-texts": in_tcl(eq),
    "tcl-utf-8": in_tcl(utf8),
}
PREFERENCES = PROSE | CODE
