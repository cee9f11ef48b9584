"""Runs a town's offices: letters, minutes and announcements in French; tickets, commits, code in English."""
from fresh import town_texts
from fresh.town_preferences import PREFERENCES
from streams import Response, User


def response(rng):
    """About one response in eight is right as it is."""
    kind, text = town_texts.text(rng)
    if rng.random() < 0.13:
        text = USER.corrected(text)
    return Response(kind, text)


USER = User(PREFERENCES, response)
