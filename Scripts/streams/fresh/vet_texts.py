"""The responses of the vet's agent: aftercare sheets, letters, notices to the staff, guides, answers with PHP."""
from . import vet_code
from .draft import Draft, capital
from .vet_words import BANKS

CARE = [
    "%pet% may have %food% tonight and normal food from %date%.",
    "Give %dose% of %drug% %time%.",
    "The %meds% should be finished even if %pet% seems well again.",
    "%pet% weighed %weight% before the operation.",
    "Keep the wound dry for %span%.",
    "%simply_up%wipe the wound with cooled boiled water.",
    "No stairs and no jumping for %span%.",
    "The stitches come out on %date%.",
    "%pet% had %dose% of %drug% at %clock%, so the next dose is due %time%.",
    "A little swelling is normal for %span%.",
    "Most %parents% find that %food% goes down best.",
    "%kindly% leave the collar on for %span%.",
    "%kindly% ring %phone% before you change the dose.",
    "If a tablet comes up again, %simply%wait until the next one is due.",
    "The next %shot% against %germ% can be given after %span%.",
    "The pain relief contains %dose% of %drug% in each syringe.",
    "Walk %pet% on a lead only, at first for %n% minutes.",
    "%vet% will look at the wound on %date%.",
]
ITEMS = [  # what they begin with stands before the bar
    "Food|%food% for %span%, then the usual",
    "Food|%food%, nothing else until %date%",
    "Water|as much as %pet% likes",
    "Wound|keep it dry, and look at it %time%",
    "Wound|%simply%wipe it with cooled boiled water once a day",
    "Pain relief|%dose% of %drug% %time%",
    "Pain relief|%dose% %time% until %date%; the leaflet came with the %meds%",
    "Antibiotic|%dose% of %drug% for %span%",
    "Rest|no stairs and no jumping for %span%",
    "Walks|on the lead only, %n% minutes at most",
    "Bandage|we change it on %date%",
    "Bandage|%simply%cover it with a bag when it rains",
    "Collar|day and night for %span%",
    "Stitches|they come out on %date%",
    "Weight|%weight% is right for %pet%",
    "Next %shot%|%date%, against %germ%",
    "Questions|ask %nurse%, or call %phone%",
    "Bedding|clean towels, changed %time%",
    "**Never** give ibuprofen to an animal",
]
LETTER = [
    "%pet% is due for the yearly %shot% on %date%.",
    "Our records show that the %shots% against %germ% have lapsed.",
    "%kindly% call %phone% to find a time that suits you.",
    "%kindly% bring the insurance form and a list of the %meds% that %pet% takes.",
    "At the last visit %pet% weighed %weight%, a little more than we would like.",
    "The laboratory has sent the results, and they are good.",
    "%vet% would like to see %pet% again in %span%.",
    "The estimate for %treatment% is %amount%, with the %meds% included.",
    "Thank you for telling us about %illness% so soon.",
    "Many %parents% worry about the anaesthetic, and we are glad to explain it.",
    "You can %simply%reply to this letter if the day does not suit you.",
    "From %date% the dose of %drug% is %dose% %time%.",
    "We enclose the X-ray; the second shot of the hip is the clearer one.",
    "The out-of-hours service answers under %phone%.",
    "We are closed on %date% and open again the day after.",
    "The invoice of %date% over %amount% is still open.",
    "As a registered %parent% you get the %shots% at a lower price.",
    "The plan has been the same since %month%.",
    "The flea treatment costs %amount% for a %kind% of up to %weight%.",
    "It is %simply%too early to say whether %illness% will come back.",
    "%client% kindly lent us the carrier; we would like to return it.",
]
NOTICE = [
    "%vet% is away from %date%; %vet2% takes the visits.",
    "The fridge in %room% holds the %shots% against %germ% only.",
    "Batch %batch% of %drug% has been recalled.",
    "%kindly% weigh every %kind% before the first dose, also those under %weight%.",
    "Draw up %dose% of %drug% for each %kind%, never more.",
    "Two %parents% complained about the wait on %date%.",
    "%nurse% has moved the %meds% from %room% to %room2%.",
    "The new number of the laboratory is %phone%.",
    "%nurse% counted %n% syringes too few in %room%.",
    "An air rifle case came in: a .22 pellet in the shoulder of a %kind%.",
    "Labels of the %meds% must carry the weight of the patient.",
    "If the printer sticks, %simply%switch it off and on.",
    "%pet% in %room% weighs %weight% and gets %dose% of %drug% %time%.",
    "The rota of %month% hangs in %room%.",
    "The scales in %room% show %weight% too much.",
    "%client% asked for a copy of the card and kindly waited.",
    "Stock of %drug% is down to %dose%.",
    "Put %kinds% into %room% while it is being cleaned.",
    "The locksmith comes on %date% at %clock%, his number is %phone%.",
    "New %parents% get the folder and the first %shot% at one visit.",
    "Whoever is on call writes the time and the dose down, as in \"%dose% at %clock%\".",
]
STEPS = [
    "Open %screen% and press %button%.",
    "%simply_up%choose the %kind% from the list and press %button%.",
    "%kindly% do not close the window before the card is saved.",
    "Enter the weight as it is shown, for example %weight%.",
    "Choose %nurse% or %vet% as the one in charge.",
    "Check that the dose reads %dose%, not more.",
    "Enter %date% as the day of the visit.",
    "Tick the %shots% that are due.",
    "Type the number of the %parent%, such as %phone%.",
    "%kindly% wait until the line turns green.",
    "Pick the %meds% from the list on the left.",
    "%simply_up%drag the visit to another day.",
]
FACTS = [
    "The dose is filled in from the weight, for example %dose% of %drug%.",
    "Reminders for %shots% go out %n% days ahead.",
    "%a_parent% with two %kinds% has one account and two cards.",
    "The page %screen% lists all %meds% given since %date%.",
    "Version %version% came on %date% and moved %button% to the right.",
    "The telephone number is stored as typed, such as %phone%.",
    "To move a visit, %simply%drag it to another day.",
    "%button% asks for a password after %clock%.",
    "Deleted cards can be brought back for %span%.",
    "If %screen% stays empty, call %nurse% or the hotline, %phone%.",
    "The %parent% gets a text message with the hour, such as %clock%.",
    "Only a vet may sign %meds% that are on the list of controlled drugs.",
    "Invoices over %amount% need a second look.",
]
REMARKS = [
    "The function skips %kinds% that have had their %shots%.",
    "I left the rounding alone, so %dose% stays as it is.",
    "It was tried with the cards of %date%.",
    "If nothing is found, it %simply%returns an empty list.",
    "%a_parent% without a telephone gets a letter.",
    "The tests use a %kind% of %weight% and %drug%.",
    "Call it once a day, best before %clock%.",
    "The number %phone% in the example is not a real one.",
    "Visits before %date% have no weight, and the function passes over them.",
    "%simply_up%put the file next to the others and reload %screen%.",
    "It needs PHP 8.%small%, which the server has had since %date%.",
    "The dose is capped at %dose% for %kinds%.",
    "The %meds% are read in one query, which is quick enough for %big% cards.",
    "%kindly% run it on a copy first, as %nurse% did.",
    "%vet% asked for the limit of %n% visits.",
    "The %parent% sees the result under %screen%.",
    "For %kinds% the interval is longer, as the list says.",
]
BANKS = BANKS | {"simply_up": lambda rng: "Simply " if rng.random() < 0.7 else "",
                 "small": [str(digit) for digit in range(5)]}


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def bullets(draft, templates, low, high):
    return "\n".join("- " + capital(line) for line in draft.lines(templates, low, high))


def items(draft, low, high):
    """What to do, each under its word; the agent likes the words bold."""
    style = draft.random.choices(["**%s:** %s", "**%s**: %s", "%s: %s"], [6, 1, 3])[0]
    lines, seen = [], set()
    for line in draft.lines(ITEMS, high + 2, high + 2):
        head, _, rest = line.rpartition("|")
        if head not in seen:
            lines.append("- " + (style % (capital(head), rest) if head else rest))
            seen.add(head)
    return "\n".join(lines[:draft.random.randint(low, high)])


def numbered(draft, templates, low, high):
    return "\n".join(f"{at}. {capital(line)}" for at, line in enumerate(draft.lines(templates, low, high), 1))


def aftercare(draft):
    """A sheet that the owner takes home."""
    parts = [draft.fill(draft.pick(["# Aftercare: %pet%", "# Aftercare for %pet%", "# Aftercare sheet, %date%",
                                    "# Aftercare following %treatment%"])),
             paragraph(draft, CARE, 1, 3)]
    for title in draft.some(["Tonight", "The first days", "At home", "Check at the practice"], 1, 2):
        body = items(draft, 2, 4) if draft.chance(0.65) else paragraph(draft, CARE, 2, 3)
        parts += ["## " + title, body]
    if draft.chance(0.2):
        parts += ["## When to call us", paragraph(draft, ["Call %phone% if the wound bleeds or smells.",
                                                          "Call us if %pet% does not eat for a day.",
                                                          "Ring %phone% if %pet% is sick twice."], 1, 2)]
    return parts


def letter(draft):
    parts = [draft.fill(draft.pick(["Dear %client%,", "Dear %client%,", "Dear Sir or Madam,"])),
             paragraph(draft, LETTER, 2, 4)]
    if draft.chance(0.3):
        parts += [draft.pick(["In the meantime:", "Until then:", "What to look out for:"]), items(draft, 2, 3)]
    parts.append(paragraph(draft, LETTER, 1, 3))
    return parts + [draft.fill(draft.pick(["Yours sincerely,\n%vet%", "Kind regards,\n%nurse%, for %vet%"]))]


def notice(draft):
    parts = [draft.fill(draft.pick(["# Notice for all staff, %date%", "# Team meeting", "# Week of %date%",
                                    "# Handover to the night vet"])),
             paragraph(draft, NOTICE, 1, 3)]
    if draft.chance(0.5):
        parts += ["## " + draft.pick(["Patients", "Dispensary", "Rooms"]), bullets(draft, NOTICE, 2, 4)]
    return parts + [bullets(draft, NOTICE, 2, 4)]


def guide(draft):
    parts = [draft.fill(draft.pick(["# Working with %screen%", "# How to use %button%", "# %screen%, version %version%",
                                    "# Booking a visit"])),
             paragraph(draft, FACTS, 1, 2), numbered(draft, STEPS, 3, 5)]
    if draft.chance(0.5):
        parts += ["## " + draft.pick(["If something goes wrong", "Good to know"]), paragraph(draft, FACTS, 1, 3)]
    return parts


def answer(draft):
    parts = [paragraph(draft, REMARKS, 1, 3), "```php\n" + vet_code.function(draft, 3, 5) + "\n```"]
    return parts + ([paragraph(draft, REMARKS, 1, 3)] if draft.chance(0.8) else [])


def source(draft):
    return ["<?php", *(vet_code.function(draft, 2, 4) for _ in range(draft.random.randint(1, 2)))]


KINDS = {"aftercare": (aftercare, 7), "letter": (letter, 5), "notice": (notice, 3), "guide": (guide, 3),
         "php answer": (answer, 8), "code": (source, 4)}


def text(rng):
    """A kind and a text of 200 to 1,500 characters."""
    kind = rng.choices(list(KINDS), [weight for _, weight in KINDS.values()])[0]
    while True:
        draft = Draft(rng, BANKS | {"pet": [rng.choice(BANKS["pet"])]})
        made = "\n\n".join(part for part in KINDS[kind][0](draft) if part) + "\n"
        if 200 <= len(made) <= 1500:
            return kind, made
