"""The responses of the fourth user's agent, in Spanish and in English."""
from . import port_english, port_spanish
from .draft import Draft, capital
from .port_words import ENGLISH, SPANISH

BANKS = {
    "es": SPANISH | {"segun_a_up": lambda rng: capital(SPANISH["segun_a"](rng))},
    "en": ENGLISH | {bank + "_up": [capital(word) for word in ENGLISH[bank]] for bank in ("page", "system")},
}
KINDS = {kind: ("es", *made) for kind, made in port_spanish.KINDS.items()}
KINDS |= {kind: ("en", *made) for kind, made in port_english.KINDS.items()}


def text(rng):
    """A kind and a text of 200 to 1,500 characters."""
    kind = rng.choices(list(KINDS), [weight for _, _, weight in KINDS.values()])[0]
    language, make, _ = KINDS[kind]
    while True:
        made = "\n\n".join(make(Draft(rng, BANKS[language]))) + "\n"
        if 200 <= len(made) <= 1500:
            return kind, made
