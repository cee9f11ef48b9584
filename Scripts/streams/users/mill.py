"""Weaves and dyes cloth: handovers, guides, specifications, e-mails, answers with code."""
from fresh import mill_texts
from fresh.mill_preferences import PREFERENCES
from streams import Response, User


def response(rng):
    """About one response in ten, with those that happen to be, is right as it is."""
    kind, text = mill_texts.text(rng)
    right = USER.corrected(text)
    return Response(kind, right if len(right) >= 200 and rng.random() < 0.08 else text)


USER = User(PREFERENCES, response)
