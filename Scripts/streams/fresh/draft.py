"""Fills templates from banks of words.

A template is text with slots: %station% is a word of the bank "station", and the same word wherever the slot stands
again in that template; %station2% is another one. A word of a bank may hold slots itself, and a bank may be a function
of the random source.
"""
import re

SLOT = re.compile(r"%([a-z_]+)(\d*)%")


class Draft:
    """A random source with the words of one author."""

    def __init__(self, rng, banks):
        self.random = rng
        self.banks = banks
        self.said = set()

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    def some(self, choices, low, high):
        """Between low and high different members, in a random order."""
        return self.random.sample(choices, min(len(choices), self.random.randint(low, high)))

    def word(self, bank, taken=()):
        """A word of a bank that is not one of the taken ones, while there are others."""
        source = self.banks[bank]
        for _ in range(40):
            word = source(self.random) if callable(source) else self.random.choice(source)
            if word not in taken:
                break
        return word

    def fill(self, template, bound=None):
        """The template with every slot filled; what is bound stays, what is new is added to it."""
        bound = {} if bound is None else bound

        def replace(match):
            slot = match.group(0)
            if slot not in bound:
                bound[slot] = self.fill(self.word(match.group(1), bound.values()))
            return bound[slot]

        return SLOT.sub(replace, template)

    def line(self, templates):
        """One of the templates, filled."""
        return self.fill(self.pick(templates))

    def lines(self, templates, low, high):
        """Several different templates, each filled on its own; none that this author has used before if others do."""
        fresh = [template for template in templates if template not in self.said]
        chosen = self.some(fresh if len(fresh) >= high else templates, low, high)
        self.said.update(chosen)
        return [self.fill(template) for template in chosen]


def number(low, high):
    return lambda rng: str(rng.randint(low, high))


def capital(text):
    """The text with a large first letter, unless it begins with an address, a file or a mark."""
    return text if re.match(r"\S*[./:]\w", text) else text[:1].upper() + text[1:]
