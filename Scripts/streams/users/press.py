"""Edits a weekly paper and its print shop: articles, interviews, plans, letters (some Italian), Lua, Tcl."""
from fresh import press_texts
from fresh.press_preferences import PREFERENCES, PROSE
from streams import Response, User


def response(rng):
    """About one response in eight is right as it is."""
    kind, language, text = press_texts.text(rng)
    if rng.random() < 0.12:
        text = USER.corrected(text, kind=kind)
    return Response(kind, text, language)


USER = User(PREFERENCES, response, frozenset(PROSE))
