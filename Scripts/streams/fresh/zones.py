"""Where in a Markdown text a preference holds: prose, headings, fenced code, comments in code."""
import re

FENCE = re.compile(r"^(```|~~~)([\w-]*)[^\n]*\n(.*?)^\1[ \t]*$", re.M | re.S)
ASIDE = re.compile(r"`[^`\n]*`|\]\([^)\s]*\)|<https?://[^>\s]*>")  # inline code, link targets, links in brackets


def parts(text):
    """The text cut into (language or None, piece): None is what lies outside fenced code, fence lines included."""
    at = 0
    for fence in FENCE.finditer(text):
        yield None, text[at:fence.start(3)]
        yield fence.group(2), fence.group(3)
        at = fence.end(3)
    yield None, text[at:]


def in_markdown(change):
    """A preference about everything outside fenced code."""
    return lambda text: "".join(change(piece) if language is None else piece for language, piece in parts(text))


def in_prose(change):
    """A preference about words outside fenced code, inline code and link targets; it sees each stretch by itself."""
    def over(piece):
        kept, out, at = ASIDE.finditer(piece), [], 0
        for aside in kept:
            out += [change(piece[at:aside.start()]), aside.group(0)]
            at = aside.end()
        return "".join(out) + change(piece[at:])
    return in_markdown(over)


def in_code(languages, change):
    """A preference about fenced code in some languages."""
    return lambda text: "".join(change(piece) if language in languages else piece for language, piece in parts(text))


def in_headings(change):
    """A preference about heading lines: it sees what follows the marks."""
    def over(piece):
        return re.sub(r"^(#+ )(.*)$", lambda match: match.group(1) + change(match.group(2)), piece, flags=re.M)
    return in_markdown(over)


def closing(code, opening):
    """The place of the bracket that closes the one at `opening`; strings are stepped over."""
    depth, quote, at = 0, None, opening
    while at < len(code):
        character = code[at]
        if quote:
            if character == "\\":
                at += 1
            elif character == quote:
                quote = None
        elif character in "\"'`":
            quote = character
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    raise ValueError("unbalanced: " + code[opening:opening + 40])


def calls(code, head, change):
    """Every call of `head` (a pattern that ends before the bracket) with its arguments changed by `change`."""
    out, at = [], 0
    for match in re.finditer(head + r"(?=\()", code):
        if match.start() < at:
            continue
        end = closing(code, match.end())
        out += [code[at:match.end() + 1], change(code[match.end() + 1:end])]
        at = end
    return "".join(out) + code[at:]


def sections(text):
    """The text cut before each heading outside fenced code: [(marks, title, piece)], the first may have no heading."""
    found, at, marks, title = [], 0, "", ""
    fences = [(f.start(), f.end()) for f in FENCE.finditer(text)]
    for heading in re.finditer(r"^(#+) (.*)$", text, re.M):
        if any(start <= heading.start() < end for start, end in fences):
            continue
        found.append((marks, title, text[at:heading.start()]))
        at, marks, title = heading.start(), heading.group(1), heading.group(2)
    found.append((marks, title, text[at:]))
    return found


def joined(pieces):
    """Sections put together again, one empty line between them and one line end at the end."""
    return "\n\n".join(piece.strip("\n") for piece in pieces if piece.strip()) + "\n"
