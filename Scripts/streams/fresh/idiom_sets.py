"""Code idioms: the same rewriting in functions that differ in names, structure, nesting and surroundings.

An idiom is some pairs of templates (before, after), of which training and test get different ones where they last, and
three look-alikes that stay as they are. `@` in a wrapper or frame stands for what is within.
"""
import dataclasses
import pathlib
import random

import streams

from . import code
from .draft import Draft

EXAMPLES, TESTS = 5, 6


@dataclasses.dataclass
class Language:
    """How code of a language is put together."""
    name: str
    banks: dict
    fillers: list[str]
    wrappers: list[str]
    head: str  # %name% and %parameters%
    tail: str = ""
    result: str = ""  # the line that gives a variable back
    parameter: dict = dataclasses.field(default_factory=dict)  # a slot's bank: a parameter of it, %p% for its name
    returns: tuple[str, ...] = ("return ",)
    step: int = 4

    def around(self, draft, before, after):
        """Both texts in the same function."""
        bound = {}
        cores = [draft.fill(code.own(core, 9), bound) for core in (before, after)]
        leaves = cores[0].startswith(self.returns)
        wrappers = draft.some(self.wrappers, 0, 1) if draft.chance(0.45) else []
        if draft.chance(0.15):
            wrappers = draft.some(self.wrappers, 2, 2)
        wrappers = [draft.fill(code.own(wrapper, 30 + at), bound) for at, wrapper in enumerate(wrappers)]
        fillers, last = draft.some(self.fillers, 3, 5), None
        first = draft.random.randint(1, len(fillers)) if not leaves or wrappers else len(fillers)
        texts = []
        for at, filler in enumerate(fillers):
            filler = code.own(filler, at)
            texts.append(draft.fill(filler, bound))
            last = bound.get(f"%v{at}0%", last)
        for at, core in enumerate(cores):
            for wrapper in wrappers:
                core = self.placed(wrapper, core)
            cores[at] = core
        lines = [self.function(texts[:first] + [core] + texts[first:]) for core in cores]
        if last and self.result and (not leaves or wrappers):
            result = "\n" + " " * self.step + self.result.replace("%v%", last)
            lines = [line + result for line in lines]
        head = draft.fill(self.head, {"%parameters%": self.parameters(bound)})
        return tuple(head + "\n" + line + ("\n" + self.tail if self.tail else "") + "\n" for line in lines)

    def function(self, texts):
        return "\n".join(code.indented(text, 1, self.step) for text in texts)

    def placed(self, wrapper, core):
        """The core where the wrapper has its @, as deep as that."""
        line = next(line for line in wrapper.split("\n") if line.strip() == "@")
        return wrapper.replace(line, code.indented(core, 1, len(line) - len(line.lstrip())))

    def parameters(self, bound):
        return ", ".join(self.parameter.get(slot.strip("%0123456789"), "%p%").replace("%p%", word)
                         for slot, word in bound.items() if slot.startswith("%in_"))


@dataclasses.dataclass
class Idiom:
    name: str
    language: Language
    pairs: list[tuple[str, str]]
    lookalikes: list[str]

    def examples(self, rng):
        """Five pairs to learn from and six to be tested on; a shape is used again only when none is left."""
        order = []
        while len(order) < EXAMPLES + TESTS:
            order += rng.sample(self.pairs, len(self.pairs))
        return [self.line(rng, before, after) for before, after in order[:EXAMPLES + TESTS]]

    def line(self, rng, before, after):
        before, after = self.language.around(Draft(rng, self.language.banks), before, after)
        return {"idiom": self.name, "format": "code", "language": self.language.name, "original": before,
                "corrected": after}


@dataclasses.dataclass
class Sets:
    """All idioms in three files; the first three examples of each idiom are a smaller training set."""
    idioms: list[Idiom]

    def write(self, folder: pathlib.Path, name, count, seed):
        rng = random.Random(f"{name} {seed}")
        train, test, known, unknown = [], [], [], []
        for number, idiom in enumerate(self.idioms):
            lines = idiom.examples(rng)
            train.append(lines[:EXAMPLES])
            test += lines[EXAMPLES:]
            likes = [idiom.line(rng, text, text) | {"idiom": "look-alike"} for text in idiom.lookalikes]
            split = 1 + number % 2
            known += likes[:split]
            unknown += likes[split:]
        rng.shuffle(test)
        rng.shuffle(known)
        rng.shuffle(unknown)
        # One example of each idiom after the other, with accepted code in between.
        rounds = [lines[at] for at in range(EXAMPLES) for lines in rng.sample(train, len(train))]
        for line in known:
            rounds.insert(rng.randrange(len(rounds) + 1), line)
        streams.write(folder / f"{name}.train.jsonl", rounds)
        streams.write(folder / f"{name}.test.jsonl", test)
        streams.write(folder / f"{name}.untouched.jsonl", unknown)
