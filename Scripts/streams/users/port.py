"""Runs a harbour: letters, notices and minutes in Spanish; tickets, reports, code in English."""
from fresh import port_texts
from fresh.port_preferences import PREFERENCES
from streams import Response, User


def response(rng):
    """About one response in ten, with those that happen to be, is right as it is."""
    kind, text = port_texts.text(rng)
    right = USER.corrected(text)
    return Response(kind, right if len(right) >= 200 and rng.random() < 0.05 else text)


USER = User(PREFERENCES, response)
