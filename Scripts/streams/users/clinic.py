"""Leads IT and quality in a hospital laboratory: procedures, tickets, handovers, messages (some Dutch), Java, Bash."""
from fresh import clinic_texts
from fresh.clinic_preferences import PREFERENCES, PROSE
from streams import Response, User


def response(rng):
    """About one response in eight is right as it is."""
    kind, language, text = clinic_texts.text(rng)
    if rng.random() < 0.13:
        text = USER.corrected(text, kind=kind)
    return Response(kind, text, language)


USER = User(PREFERENCES, response, frozenset(PROSE))
