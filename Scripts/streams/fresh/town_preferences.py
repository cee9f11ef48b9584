"""What the second user does to a response: fifteen steady preferences, some of them for French only."""
import re

from . import zones

FRENCH_WORDS = re.compile(r"\b(?:le|la|les|des|une|est|pour|du|et|dans|aux|sont|nous|vous|sur)\b", re.I)
ENGLISH_WORDS = re.compile(r"\b(?:the|of|is|and|to|in|are|for|it|that|with|we|on|was)\b", re.I)
NBSP = "\u00a0"
SUBJECTS = {"Added": "Add", "Fixed": "Fix", "Removed": "Remove", "Renamed": "Rename", "Moved": "Move",
            "Updated": "Update", "Replaced": "Replace", "Simplified": "Simplify", "Stopped": "Stop"}
DONE = "## Done when\n\n- [ ] The desk has seen it on the test site\n"


def is_french(text):
    prose = "".join(piece for language, piece in zones.parts(text) if language is None)
    return len(FRENCH_WORDS.findall(prose)) > len(ENGLISH_WORDS.findall(prose))


def in_french(change):
    """A preference about the prose of French texts."""
    over = zones.in_prose(change)
    return lambda text: over(text) if is_french(text) else text


def in_english(change):
    over = zones.in_prose(change)
    return lambda text: text if is_french(text) else over(text)


def numerique(prose):
    """"Numérique" for "digital" in its four forms; finger prints stay."""
    for form, right in (("digitaux", "numériques"), ("digitales", "numériques"), ("digitale", "numérique"),
                        ("digital", "numérique")):
        prose = re.sub(rf"(?<!empreinte )(?<!empreintes )\b{form}\b", right, prose)
    return prose


def a_la_suite(prose):
    """"À la suite de" for "suite à"; "donner suite à" and "la suite" stay."""
    def phrase(match):
        start = "À" if match.group(1) == "S" else "à"
        return f"{start} la suite {dict(à='de', au='du', aux='des')[match.group(2)]} "
    return re.sub(r"(?<!la )(?<!donner )(?<!donnons )(?<!donné )(?<!donne )(?<!faisant )\b([Ss])uite (à|aux?) ",
                  phrase, prose)


def guillemets(prose):
    return re.sub(r'"([^"\n]+)"', rf"«{NBSP}\1{NBSP}»", prose)


def hours(prose):
    """14 h 30 for 14:30 and 14h30, and no minutes on the hour."""
    def clock(match):
        return f"{int(match.group(1))}{NBSP}h" + ("" if match.group(2) == "00" else NBSP + match.group(2))
    return re.sub(r"(?<![\w:.,])(\d{1,2})[:h]([0-5]\d)(?![\w:])", clock, prose)


def euros(prose):
    """The amount, then the sign, with a comma in between the euros and the cents."""
    def amount(match):
        return match.group(1) + ("," + match.group(2) if match.group(2) else "") + NBSP + "€"
    prose = re.sub(r"€(\d+)(?:\.(\d\d))?(?!\d)", amount, prose)
    return re.sub(r"(\d)€", rf"\1{NBSP}€", prose)


def no_invitation(text):
    """No paragraph that begins with "N'hésitez pas"."""
    return re.sub(r"\n\nN'hésitez pas[^\n]*", "", text) if is_french(text) else text


def allowlist(prose):
    """"Allowlist" for "whitelist", as a verb too."""
    return re.sub(r"\b([Ww])hitelist(s|ed|ing)?\b(?![-_./])",
                  lambda match: ("A" if match.group(1) == "W" else "a") + "llowlist" + (match.group(2) or ""), prose)


def imperative(text):
    """The first line of a commit message gives an order; below it the past tense stays."""
    word = text.split(" ", 1)[0]
    return SUBJECTS[word] + text[len(word):] if word in SUBJECTS else text


def done_when(text):
    """A ticket with steps to reproduce says at its end when it is done."""
    titles = [title for _, title, _ in zones.sections(text)]
    if "Steps to reproduce" not in titles or "Done when" in titles:
        return text
    return text.rstrip("\n") + "\n\n" + DONE


def underscores(prose):
    """_so_ for *so*; what is bold stays."""
    return re.sub(r"(?<![\w*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])", r"_\1_", prose)


def file_marks(prose):
    """A file's name is code."""
    return re.sub(r"(?<![\w`/.@-])((?:[\w-]+/)*[\w-]+\.(?:yaml|json|sh|toml))\b(?![`/\w])", r"`\1`", prose)


COMMAND = r"((?:^|[|(;&!]|\bif|\bthen|\bdo)[ \t]*)"  # what stands before a command's name


def command_v(code):
    return re.sub(COMMAND + r"which (?=[\w\"$])", r"\1command -v ", code, flags=re.M)


def patient_curl(code):
    """A download gives up at some time."""
    def limited(match):
        rest = code[match.end():].split("\n")[0]
        return match.group(0) + ("" if "--max-time" in rest else "--max-time 20 ")
    return re.sub(COMMAND + r"curl ", limited, code, flags=re.M)


def log_debug(code):
    return re.sub(r"\bconsole\.log\(", "log.debug(", code)


def camel(code):
    """Names of functions, parameters and variables; fields of data keep theirs, and so do constants in capitals."""
    heads = re.findall(r"(?:const|let|function)\s+(\w+)", code)
    heads += [name for found in re.findall(r"function \w+\(([^()]*)\)|\(([^()]*)\) =>|\b(\w+) =>", code)
              for given in found for name in re.findall(r"\w+", given)]
    for name in set(heads):
        if "_" in name.strip("_") and name != name.upper():
            right = re.sub(r"_([a-z0-9])", lambda match: match.group(1).upper(), name)
            code = re.sub(rf"(?<![\w.'\"]){name}(?![\w'\"]|:)", right, code)
    return code


JAVASCRIPT = {"javascript", "js"}
PREFERENCES = {
    "ticket-done-when": done_when,
    "commit-imperative": imperative,
    "invitation-removed": no_invitation,
    "numerique-for-digital": in_french(numerique),
    "a-la-suite-de": in_french(a_la_suite),
    "guillemets-in-french": in_french(guillemets),
    "hours-in-french": in_french(hours),
    "euros-in-french": in_french(euros),
    "allowlist-for-whitelist": in_english(allowlist),
    "underscores-for-emphasis": zones.in_prose(underscores),
    "file-name-as-code": zones.in_prose(file_marks),
    "shell-command-v": zones.in_code({"bash", "sh"}, command_v),
    "shell-curl-time-limit": zones.in_code({"bash", "sh"}, patient_curl),
    "javascript-log-debug": zones.in_code(JAVASCRIPT, log_debug),
    "javascript-camel-case": zones.in_code(JAVASCRIPT, camel),
}
