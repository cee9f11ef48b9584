"""Runs a veterinary practice and its own booking software: aftercare sheets, letters, notices, guides, PHP."""
from fresh import vet_texts
from fresh.vet_preferences import PREFERENCES, PROSE
from streams import Response, User


def response(rng):
    """About one response in eight is right as it is."""
    kind, text = vet_texts.text(rng)
    if rng.random() < 0.11:
        text = USER.corrected(text, kind=kind)
    return Response(kind, text, "php" if kind == "code" else None)


USER = User(PREFERENCES, response, frozenset(PROSE))
