"""Sells seats on trains: release notes, incident summaries, e-mails, tutorials, answers with code."""
from fresh import rail_texts
from fresh.rail_preferences import PREFERENCES
from streams import Response, User


def response(rng):
    """About one response in eight is right as it is."""
    kind, text = rail_texts.text(rng)
    if rng.random() < 0.13:
        text = USER.corrected(text)
    return Response(kind, text)


USER = User(PREFERENCES, response)
