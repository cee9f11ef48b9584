"""The responses of the second user's agent, in French and in English."""
from . import town_english, town_french
from .draft import Draft, capital
from .town_words import ENGLISH, FRENCH

BANKS = {"fr": FRENCH, "en": ENGLISH | {bank + "_up": [capital(word) for word in ENGLISH[bank]] for bank in (
    "thing", "page")}}
KINDS = {kind: ("fr", *made) for kind, made in town_french.KINDS.items()}
KINDS |= {kind: ("en", *made) for kind, made in town_english.KINDS.items()}


def text(rng):
    """A kind and a text of 200 to 1,500 characters."""
    kind = rng.choices(list(KINDS), [weight for _, _, weight in KINDS.values()])[0]
    language, make, _ = KINDS[kind]
    while True:
        parts = make(Draft(rng, BANKS[language]))
        made = "\n\n".join(capital(part) for part in parts) + "\n"
        if 200 <= len(made) <= 1500:
            return kind, made
