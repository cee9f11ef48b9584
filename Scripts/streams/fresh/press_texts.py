"""The responses of the paper's agent: articles, interviews, briefs, plans, guides, letters, answers with code."""
from . import press_code, press_italian
from .draft import Draft, capital
from .press_english import (ANSWER, BRIEF, GUIDE, HEADS, INTERVIEW_LEAD, LETTER, NEWS, PLAN, PLAN_FURTHER, QUESTION,
                            REMARK, RULE, RULE_FURTHER, TITLES)
from .press_words import BANKS, PLACES


def capitalised(name):
    """A bank like another one, its words with a large first letter."""
    source = BANKS[name]
    return lambda rng: capital(source(rng) if callable(source) else rng.choice(source))


BANKS = BANKS | {name + "_up": capitalised(name)
                 for name in "over lyb machine nome festa gruppo poiche benche".split()}


class Author(Draft):
    """A draft whose author has habits that last for one text."""

    def __init__(self, rng):
        super().__init__(rng, BANKS)
        self.open_lists = self.chance(0.6)
        self.gap = self.pick(["\n", "\n\n"])
        self.letters = self.chance(0.8)
        self.jumps = self.chance(0.65)

    def listed(self, templates, low, high, further=(), numbered=False):
        """A list, with empty lines between its items if the author likes them; an item may have a second paragraph."""
        items = [capital(line) for line in self.lines(templates, low, high)]
        items = [(f"{at}. " if numbered else "- ") + item for at, item in enumerate(items, 1)]
        if further and self.chance(0.25):
            at = self.random.randrange(len(items) - 1)
            items[at] += "\n\n" + (3 if numbered else 2) * " " + self.line(further)
            return "\n\n".join(items)
        return ("\n\n" if self.open_lists else "\n").join(items)


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def title(draft, kind):
    return "# " + capital(draft.line(TITLES[kind]))


def headings(draft, kind, low, high):
    return ["## " + draft.fill(head) for head in draft.some(HEADS[kind], low, high)]


def article(draft):
    """A story; it begins with the place or with what kind of story it is, or simply begins."""
    parts = [title(draft, "article")]
    if draft.chance(0.4):
        parts.append("## Introduction")
    first = paragraph(draft, NEWS, 2, 4)
    place, kind = draft.pick(PLACES), draft.random.random()
    label = "" if kind > 0.78 else draft.pick(["Correction: ", "Update: ", "Comment: "]) if kind > 0.66 else (
        f"{place.upper()} – " if kind > 0.56 else f"{place}: ")
    parts.append(label + first)
    if draft.chance(0.25):
        parts.append(draft.fill("![%building%](pictures/%stem%-%n%.jpg)"))
    for head in headings(draft, "article", 0, 2):
        parts += [head, paragraph(draft, NEWS, 2, 3)]
    return parts


def interview(draft):
    parts = [title(draft, "interview"), paragraph(draft, INTERVIEW_LEAD, 1, 2)]
    for question in draft.lines(QUESTION, 2, 4):
        answer = paragraph(draft, ANSWER, 1, 2)
        parts.append(f"Q: {question}?{draft.gap}A: {answer}" if draft.letters else f"**{question}?**\n\n{answer}")
    return parts


def briefs(draft):
    parts = [title(draft, "briefs")]
    if draft.chance(0.5):
        return parts + [draft.listed(BRIEF, 4, 7)]
    for name in draft.some(BANKS["section"], 2, 3):
        parts += ["## " + name, draft.listed(BRIEF, 2, 3)]
    return parts


def plan(draft):
    """What stands where; the agent skips a level of headings more often than not."""
    parts = [title(draft, "plan")]
    if draft.chance(0.6):
        parts.append(paragraph(draft, LETTER, 1, 2))
    for head in headings(draft, "plan", 2, 3):
        parts.append(head)
        small = draft.some(HEADS["small"], 1, 2) if draft.chance(0.55) else []
        deeper = not draft.jumps and draft.chance(0.4)
        for at, name in enumerate(small):
            parts += [("####" if draft.jumps or (deeper and at) else "###") + " " + name,
                      draft.listed(PLAN, 2, 2) if draft.chance(0.6) else paragraph(draft, LETTER, 1, 1)]
        if not small:
            parts.append(draft.listed(PLAN, 2, 4, PLAN_FURTHER))
    return parts


def guide(draft):
    parts = [title(draft, "guide")]
    if draft.chance(0.45):
        parts.append("## Introduction")
    parts.append(paragraph(draft, GUIDE, 1, 3))
    for head in headings(draft, "guide", 1, 2):
        parts += [head, draft.listed(RULE, 3, 5, RULE_FURTHER, draft.chance(0.6)) if draft.chance(0.7)
                  else paragraph(draft, GUIDE, 1, 2)]
        if draft.chance(0.3):
            parts += [("#### " if draft.jumps else "### ") + draft.pick(["An example", "If time is short"]),
                      paragraph(draft, GUIDE, 1, 2)]
    return parts


def letter(draft):
    parts = [draft.fill(draft.pick(["Dear %mr%,", "Dear %person%,", "Dear all,", "Hello %person%,"])),
             paragraph(draft, LETTER, 2, 4)]
    if draft.chance(0.35):
        parts += [draft.pick(["For the next issue:", "Still open:", "From the plan:"]), draft.listed(PLAN, 2, 4)]
    parts.append(paragraph(draft, LETTER, 1, 3))
    return parts + [draft.fill(draft.pick(["Best wishes,\n%person%", "%person%, news desk", "Yours,\n%person%"]))]


def answer(draft, language, made):
    parts = [paragraph(draft, REMARK, 1, 3), f"```{language}\n{made}\n```"]
    return parts + ([paragraph(draft, REMARK, 1, 3)] if draft.chance(0.75) else [])


def lua_answer(draft):
    return answer(draft, "lua", press_code.lua(draft, 3, 4))


def tcl_answer(draft):
    return answer(draft, "tcl", press_code.tcl(draft, 3, 5))


KINDS = [  # with the language of code without a fence, and how often
    ("article", None, article, 13), ("interview", None, interview, 6), ("briefs", None, briefs, 4),
    ("plan", None, plan, 8), ("guide", None, guide, 6), ("letter", None, letter, 7),
    ("article", None, press_italian.news, 8), ("letter", None, press_italian.letter, 5),
    ("lua answer", None, lua_answer, 9), ("tcl answer", None, tcl_answer, 9), ("code", "lua", press_code.lua_file, 5),
    ("code", "tcl", press_code.tcl_file, 5),
]


def text(rng):
    """A kind, the language of code without a fence, and a text of 200 to 1,500 characters."""
    kind, language, make, _ = rng.choices(KINDS, [each[-1] for each in KINDS])[0]
    while True:
        made = "\n\n".join(part for part in make(Author(rng)) if part) + "\n"
        if 200 <= len(made) <= 1500:
            return kind, language, made
