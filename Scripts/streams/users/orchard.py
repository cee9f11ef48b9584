"""Counts apples and pears for a cooperative of growers: harvest reports, e-mails, minutes, guides, R and pandas."""
from fresh import orchard_texts
from fresh.orchard_preferences import PREFERENCES, PROSE
from streams import Response, User


def response(rng):
    """About one response in eight is right as it is."""
    kind, language, text = orchard_texts.text(rng)
    if rng.random() < 0.11:
        text = USER.corrected(text, kind=kind)
    return Response(kind, text, language)


USER = User(PREFERENCES, response, frozenset(PROSE))
