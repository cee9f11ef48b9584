"""Small tools for preferences and texts."""
import re

FENCE = re.compile(r"(^```.*?^```[^\n]*$)", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(`[^`\n]+`)")


def prose(change):
    """A change of prose only: fenced blocks and code between backticks stay as they are."""
    def changed(text):
        parts = FENCE.split(text)
        for index in range(0, len(parts), 2):
            spans = INLINE.split(parts[index])
            spans[::2] = [change(span) for span in spans[::2]]
            parts[index] = "".join(spans)
        return "".join(parts)
    return changed


def fenced(change):
    """A change of fenced blocks only, fence lines included."""
    def changed(text):
        parts = FENCE.split(text)
        parts[1::2] = [change(part) for part in parts[1::2]]
        return "".join(parts)
    return changed


def lines(change):
    """A change of each line on its own; a line that becomes None goes away."""
    def changed(text):
        made = [change(line) for line in text.split("\n")]
        return "\n".join(line for line in made if line is not None)
    return changed


def replace(pattern, by, flags=0):
    """A change of every match of a pattern."""
    compiled = re.compile(pattern, flags)
    return lambda text: compiled.sub(by, text)


def fill(rng, template, **lists):
    """A template with each {name} filled in from the list of that name; {name2} takes from the list `name` too, and no
    two places get the same."""
    taken = set()

    def value(match):
        choices = [choice for choice in lists[match[1]] if choice not in taken]
        choice = rng.choice(choices)
        taken.add(choice)
        return str(choice)
    return re.sub(r"\{([a-z]+)\d*\}", value, template)


def some(rng, options, least, most):
    """A few of the options, in their order or not as chance has it."""
    return rng.sample(options, min(len(options), rng.randint(least, most)))
