"""What the data team does to a response: ten steady preferences about words and texts, five about R and pandas."""
import re

from . import zones

MONTHS = "January February March April May June July August September October November December".split()
NAMES = set(MONTHS + """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Gala Braeburn Bramley Discovery Elstar
Jonagold Conference Comice Concorde Cox Egremont Brix Evesham Ledbury Kent Wisbech Faversham Tenbury Pershore Newent
Agnes Tobias Ruth Imran Gwen Marek Delphine Hollis Excel Python""".split())


def sentence_case(title):
    """Only the first word of a heading and names have a capital."""
    first, *rest = title.split(" ")
    return " ".join([first] + [word.lower() if re.fullmatch(r"[A-Z][a-z-]+(?:-[A-Z][a-z]+)?[,:]?", word)
                               and word.rstrip(",:") not in NAMES else word for word in rest])


def provisional(text):
    """A report says below its title how final its figures are."""
    return re.sub(r"\A(# [^\n]*\b[Rr]eport\b[^\n]*)\n\n(?!Status: )", r"\1\n\nStatus: provisional until pack-out\n\n",
                  text)


def bold_total(markdown):
    """The row of totals in a table is bold."""
    def row(match):
        cells = [cell.strip() for cell in match.group(0).strip("|").split("|")]
        return "| " + " | ".join(f"**{cell}**" if cell else "" for cell in cells) + " |"
    return re.sub(r"^\| Total \|.*\|$", row, markdown, flags=re.M)


def no_wishes(text):
    """A letter begins with what it is about."""
    return re.sub(r"^I hope (?:this|my) (?:email|message) finds you well\.(?: |\n\n)", "", text, flags=re.M)


def grower(prose):
    """Members are growers; a farmers' market keeps its name."""
    return re.sub(r"\b([Ff])armer(s?)\b(?!s?['’]? market)",
                  lambda match: ("G" if match.group(1) == "F" else "g") + "rower" + match.group(2), prose)


def use(prose):
    """The verb only; "utilization" is a column of the packing house."""
    return re.sub(r"\b([Uu])tiliz(e|es|ed|ing)\b",
                  lambda match: ("U" if match.group(1) == "U" else "u") + "s" + match.group(2), prose)


def no_going_forward(prose):
    prose = re.sub(r"\bGoing forward, (\w?)", lambda match: match.group(1).upper(), prose)
    return re.sub(r",? going forward(?=[.,;])", "", prose)


def about(prose):
    return re.sub(r"\b([Aa])pproximately\b", r"\1bout", prose)


def iso_dates(prose):
    """A full date is sorted by year, month and day; what lacks the year or the day stays."""
    def written(match):
        return f"{match.group(3)}-{MONTHS.index(match.group(1)) + 1:02}-{int(match.group(2)):02}"
    return re.sub(rf"\b({'|'.join(MONTHS)}) (\d\d?), (20\d\d)\b", written, prose)


def brix(prose):
    """What is measured has the sign; the measure itself and its meter stay."""
    return re.sub(r"(?<=\d )(?:degrees )?[Bb]rix\b", "°Brix", prose)


def in_language(language, start, change):
    """A preference about code of a language, fenced or a whole file, which is known by how it begins."""
    inside = zones.in_code({language}, change)
    return lambda text: change(text) if re.match(start, text) else inside(text)


def in_r(change):
    return in_language("r", r"library\(", change)


def in_python(change):
    return in_language("python", r"import ", change)


def arrows(code):
    """What gets a value has an arrow; the arguments of calls keep their sign."""
    lines, depth = code.split("\n"), 0
    for at, line in enumerate(lines):
        if depth == 0:
            lines[at] = re.sub(r"^( *(?:names\(\w+\)|[\w.]+(?:\$\w+)?(?:\[[^\[\]]*\])?)) = ", r"\1 <- ", line)
        depth += sum(line.count(mark) for mark in "([") - sum(line.count(mark) for mark in ")]")
    return "\n".join(lines)


def truth(code):
    """TRUE and FALSE in full; texts such as "F" stay."""
    return re.sub(r"(?<=[ (])([TF])(?=[,)\n]|$)", lambda match: {"T": "TRUE", "F": "FALSE"}[match.group(1)], code)


def native_pipe(code):
    return code.replace(" %>%", " |>")


def assigned(code):
    """A frame gets its new content by name, not in place."""
    return re.sub(r"^( *)(\w+(?:\[\"\w+\"\])?)\.(\w+)\((.*?)(?:, )?inplace=True\)$", r"\1\2 = \2.\3(\4)", code,
                  flags=re.M)


def to_numpy(code):
    """The attribute only; a dictionary has a method of that name."""
    return re.sub(r"(?<=[\w\])])\.values\b(?!\()", ".to_numpy()", code)


PROSE = {
    "greeting-wishes-removed": no_wishes,
    "status-below-report-title": provisional,
    "heading-in-sentence-case": zones.in_headings(sentence_case),
    "total-row-bold": zones.in_markdown(bold_total),
    "grower-for-farmer": zones.in_prose(grower),
    "use-for-utilize": zones.in_prose(use),
    "going-forward-removed": zones.in_prose(no_going_forward),
    "about-for-approximately": zones.in_prose(about),
    "iso-date": zones.in_prose(iso_dates),
    "sign-of-brix": zones.in_prose(brix),
}
CODE = {
    "r-arrow": in_r(arrows),
    "r-true-in-full": in_r(truth),
    "r-native-pipe": in_r(native_pipe),
    "pandas-not-in-place": in_python(assigned),
    "pandas-to-numpy": in_python(to_numpy),
}
PREFERENCES = PROSE | CODE
