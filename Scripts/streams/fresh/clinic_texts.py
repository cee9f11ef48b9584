"""The responses of the laboratory's agent: procedures, tickets, deviations, handovers, messages, answers with code."""
from . import clinic_code, clinic_dutch
from .clinic_english import (ACTION, CARE, EVENT, HANDED, LETTER, PURPOSE, REMARK, SEEN, STEP, TITLES, TODO)
from .clinic_words import BANKS
from .draft import Draft, capital

EMOJI = "✅ ⚠️ 🚨 📌 🔬 🧪 📅 👍 ❗".split()
SMALL = {"lower": "orders track labels courier results lis_feed night reports".split()}


def capitalised(name):
    """A bank like another one, its words with a large first letter."""
    source = BANKS[name]
    return lambda rng: capital(source(rng) if callable(source) else rng.choice(source))


BANKS = BANKS | SMALL | {
    name + "_up": capitalised(name)
    for name in "hb lysis a_machine ward bench device cause error group".split()}
BANKS |= {"both_up": lambda rng: rng.choice(["BOTH", "Both"]), "a_tube": lambda rng: rng.choice(
    ["an EDTA tube", "a citrate tube", "a heparin tube", "a serum tube", "a capillary tube"]),
    "machine_word": ["machine", "machine", "analyser"]}


class Author(Draft):
    """A draft whose author has habits that last for one text."""

    def __init__(self, rng):
        super().__init__(rng, BANKS)
        self.emoji = 0.5 if self.chance(0.3) else 0
        self.stops = self.chance(0.3)

    def marked(self, text):
        """The text behind a little picture, if the author likes them."""
        return f"{self.pick(EMOJI)} {text}" if self.chance(self.emoji) else text

    def thanks(self, text):
        if not self.chance(0.35):
            return ""
        return text + (" 🙏" if self.chance(self.emoji) else "")


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def bullets(draft, templates, low, high):
    return "\n".join("- " + draft.marked(capital(line)) for line in draft.lines(templates, low, high))


def numbered(draft, templates, low, high):
    stop = "." if draft.stops else ""
    return "\n".join(f"{at}. {capital(line)}{stop}" for at, line in enumerate(draft.lines(templates, low, high), 1))


def title(draft, kind):
    return "# " + draft.marked(capital(draft.line(TITLES[kind])))


def heading(draft, choices):
    return "## " + draft.marked(draft.pick(choices))


def table(draft, head, rows, blank):
    """A table of templates; the cells behind the first are empty now and then."""
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    for row in rows:
        cells = [draft.fill(cell) if at == 0 or not draft.chance(blank) else "" for at, cell in enumerate(row)]
        lines.append("| " + " | ".join(cells) + " |" if draft.chance(0.8) else "|" + "|".join(cells) + "|")
    return "\n".join(lines)


def limits(draft):
    names = draft.some(BANKS["test"], 2, 4)
    head = draft.pick([["Test", "Limit", "Told to"], ["Test", "Volume", "Limit"], ["Test", "Target", "Checked"]])
    kinds = {"Limit": "%lim%", "Told to": "%ward%", "Volume": "%vol%", "Target": "%conc%",
             "Checked": draft.pick(["%date%", "✓"])}
    return table(draft, head, [[name] + [kinds[column] for column in head[1:]] for name in names], 0.18)


def history(draft):
    if draft.chance(0.3):
        body = "\n".join(draft.fill("- %version%, %date%: ") + draft.fill(draft.pick(
            ["limits changed", "written anew", "%bench% added", "step on %part%"])) for _ in range(2))
    else:
        changes = ["limits for %test%", "first issue", "%person% checked it", "step on %part%", "new %machine_word%"]
        body = table(draft, ["Version", "Date", "Change"],
                     [["%version%", "%date%", change] for change in draft.some(changes, 1, 3)], 0.2)
    return [heading(draft, ["Revision history"]), body]


def procedure(draft):
    """A document of the quality system; where its history stands depends on the agent's mood."""
    parts = [title(draft, "procedure")]
    if draft.chance(0.4):
        parts.append(draft.fill(draft.pick(["%doc%, version %version%, valid from %date%",
                                            "Owner: %person%. See also %doc%.", "Number: %doc%"])))
    blocks = [[heading(draft, ["Purpose", "Scope", "When this applies"]), paragraph(draft, PURPOSE, 1, 3)],
              [heading(draft, ["Steps", "Procedure", "How to do it"]), numbered(draft, STEP, 3, 6)]]
    if draft.chance(0.4):
        blocks.append([heading(draft, ["Limits", "Tests and limits"]), limits(draft)])
    if draft.chance(0.5):
        care = bullets(draft, CARE, 2, 3) if draft.chance(0.5) else paragraph(draft, CARE, 1, 3)
        blocks.insert(draft.random.randint(1, len(blocks)), [heading(draft, ["Safety", "Take care", "Mind"]), care])
    if draft.chance(0.65):
        last = len(blocks)
        blocks.insert(last if draft.chance(0.3) else draft.random.randint(0, last - 1), history(draft))
    return parts + [part for block in blocks for part in block]


def ticket(draft):
    name, head = draft.fill("%system%"), capital(draft.line(TITLES["ticket"]))
    parts = [f"# [{name}] {head}" if draft.chance(0.7) else f"# {name}: {head}", paragraph(draft, SEEN, 2, 4)]
    if draft.chance(0.35):
        rows = [["%system%", "%date%", "%person%"]] * draft.random.randint(1, 3)
        parts += [heading(draft, ["Where", "Affected"]), table(draft, ["System", "Since", "Contact"], rows, 0.25)]
    if draft.chance(0.35):
        parts += [heading(draft, ["To see it", "How to get there"]), numbered(draft, STEP, 2, 4)]
    if draft.chance(0.6):
        box = draft.pick(["[ ] ", "[ ] ", ""])
        parts += [heading(draft, ["Tasks", "Next", "Needed"]),
                  "\n".join("- " + box + capital(line) for line in draft.lines(TODO, 2, 4))]
    return parts


def deviation(draft):
    parts = [title(draft, "deviation"), paragraph(draft, EVENT, 2, 4)]
    if draft.chance(0.4):
        parts.append(limits(draft))
    if draft.chance(0.35):
        parts += [heading(draft, ["Cause", "What we know"]), paragraph(draft, EVENT, 1, 2)]
    return parts + [heading(draft, ["Actions", "Measures", "Agreed"]), numbered(draft, ACTION, 2, 4)]


def handover(draft):
    parts = [title(draft, "handover")]
    if draft.chance(0.5):
        return parts + [bullets(draft, HANDED, 4, 7)] + [draft.thanks("Thank you!")]
    for head in draft.some(["Open", "Controls", "Devices", "Wards", "Stock"], 2, 3):
        parts += ["## " + draft.marked(head), bullets(draft, HANDED, 1, 3)]
    return parts


def message(draft):
    parts = ["Subject: " + draft.marked(draft.line(TITLES["subject"]))] if draft.chance(0.8) else []
    parts += [draft.fill(draft.pick(["Dear all,", "Hello everyone,", "Dear colleagues,", "Hi %person%,",
                                     "Dear %person%,"])),
              paragraph(draft, LETTER, 2, 4)]
    if draft.chance(0.3):
        parts += [draft.pick(["In short:", "For your diary:", "What to do:"]), bullets(draft, HANDED, 2, 4)]
    parts += [paragraph(draft, LETTER, 1, 3), draft.thanks("Thank you for your help!")]
    return parts + [draft.fill(draft.pick(["Best,\n%person%", "%person%, IT and quality",
                                           "Greetings from %bench%,\n%person%"]))]


def answer(draft, language, made):
    parts = [paragraph(draft, REMARK, 1, 3), f"```{language}\n{made}\n```"]
    return parts + ([paragraph(draft, REMARK, 1, 3)] if draft.chance(0.75) else [])


def java_answer(draft):
    return answer(draft, "java", clinic_code.java(draft, 3, 4))


def bash_answer(draft):
    return answer(draft, "bash", clinic_code.bash(draft, 3, 5))


KINDS = [  # with the language of code without a fence, and how often
    ("procedure", None, procedure, 10), ("ticket", None, ticket, 9), ("deviation", None, deviation, 4),
    ("handover", None, handover, 3), ("message", None, message, 8), ("message", None, clinic_dutch.message, 6),
    ("notice", None, clinic_dutch.notice, 3), ("java answer", None, java_answer, 8),
    ("bash answer", None, bash_answer, 5), ("code", "java", clinic_code.java_file, 3),
    ("code", "bash", clinic_code.bash_file, 3),
]


def text(rng):
    """A kind, the language of code without a fence, and a text of 200 to 1,500 characters."""
    kind, language, make, _ = rng.choices(KINDS, [each[-1] for each in KINDS])[0]
    while True:
        made = "\n\n".join(part for part in make(Author(rng)) if part) + "\n"
        if 200 <= len(made) <= 1500:
            return kind, language, made
