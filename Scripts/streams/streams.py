"""What a simulated user is, and the files it gives."""
import dataclasses
import json
import pathlib
import random
import re
from typing import Callable

Change = Callable[[str], str]


@dataclasses.dataclass
class Response:
    """What an agent answered, before anybody corrected it."""
    kind: str  # such as runbook, answer, note, code
    text: str
    language: str | None = None  # of code without a fence, such as python


@dataclasses.dataclass
class User:
    """A user with steady preferences: the corrected text is what all of them, applied in order, make of a response.

    A preference is a function from text to text that leaves a text as it is when it has nothing to say about it, or
    when it has been applied to it. `response` makes the next response from a source of randomness alone.
    """
    preferences: dict[str, Change]
    response: Callable[[random.Random], Response]
    prose_only: frozenset[str] = frozenset()  # preferences that have nothing to say about responses of kind code

    def corrected(self, text, without=None, kind=""):
        for name, change in self.preferences.items():
            if name != without and not (kind == "code" and name in self.prose_only):
                text = change(text)
        return text

    def line(self, response):
        """One line of a stream. `preferences` holds, for each preference the response needed, what the corrected text
        would be without it: that is what decides later whether a learner got this part right."""
        corrected = self.corrected(response.text, kind=response.kind)
        others = {name: self.corrected(response.text, name, response.kind) for name in self.preferences}
        needed = {name: text for name, text in others.items() if tokens(text) != tokens(corrected)}
        line = {"kind": response.kind, "original": response.text, "corrected": corrected, "preferences": needed}
        return line | ({"language": response.language} if response.language else {})

    def write(self, folder: pathlib.Path, name, count, seed):
        rng = random.Random(f"{name} {seed}")
        lines = [self.line(self.response(rng)) for _ in range(count)]
        write(folder / f"{name}.jsonl", lines)


@dataclasses.dataclass
class Idioms:
    """Rewritings of code: a few examples to learn from, others to be tested on, and look-alikes to be left alone.

    `cases` gives for each idiom a function that makes an example (before, after) of it with names of its own;
    `lookalikes` functions that make code which looks like an idiom and must stay as it is. A part of the look-alikes is
    known: it stands in the training file as accepted code.
    """
    language: str
    cases: dict[str, Callable[[random.Random], tuple[str, str]]]
    lookalikes: list[Callable[[random.Random], str]]
    examples: int = 3
    tests: int = 8
    known: float = 0.5

    def write(self, folder: pathlib.Path, name, count, seed):
        rng = random.Random(f"{name} {seed}")
        train, test = [], []
        for idiom, make in self.cases.items():
            lines = [self.line(idiom, *make(rng)) for _ in range(self.examples + self.tests)]
            train += lines[: self.examples]
            test += lines[self.examples:]
        likes = [self.line("look-alike", text, text) for make in self.lookalikes for text in (make(rng), make(rng))]
        rng.shuffle(likes)
        known = round(len(likes) * self.known)
        train += likes[:known]
        rng.shuffle(train)
        write(folder / f"{name}.train.jsonl", train)
        write(folder / f"{name}.test.jsonl", test)
        write(folder / f"{name}.untouched.jsonl", likes[known:])

    def line(self, idiom, before, after):
        return {"idiom": idiom, "language": self.language, "format": "code", "original": before, "corrected": after}


def tokens(text):
    """Runs of letters, digits and underscores; every other visible character and each line end alone."""
    return re.findall(r"\w+|\n|[^\w\s]", text)


def write(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
