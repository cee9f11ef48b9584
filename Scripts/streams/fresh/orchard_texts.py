"""The responses of the growers' agent: harvest reports, e-mails, minutes, guides, answers with R and pandas."""
from . import orchard_code
from .draft import Draft, capital
from .orchard_preferences import sentence_case
from .orchard_words import BANKS

HARVEST = [
    "%approx_up% %tonnes% t of %fruit% came in from %place%.",
    "%fruit% in block %block% reached %sugar% on %date%.",
    "The %farmers% around %place% lost %share% to %damage%.",
    "After %weather% the %apple% were small but sweet, at %sugar%.",
    "Picking of %fruit% began on %date% with %n% pickers.",
    "The weighbridge was out on %date%, so %approx% %n% bins have no weight.",
    "%buyer_up% took %share% at %price% a kilo.",
    "One %farmer% in %place% sent %big% bins in a single day.",
    "Firmness in %store% fell by %share% since %month%.",
    "The Brix of the %pear% was not measured before %date%.",
    "Bin utilization in %store% was %share%.",
    "%fruit% from %place% tested at %sugar%, %fruit2% at %sugar2%.",
    "Traps caught %n% %pest% in block %block%, fewer than in %month%.",
    "We %utilized% the figures of %source% for block %block%.",
    "Grade one made up %share% of the %apple%.",
    "The %farmers% delivered %approx% %big% bins by %date%.",
    "%damage_up% was found on %share% of the fruit from block %block%.",
]
OUTLOOK = [
    "%forward_up%%store% will be kept for %pear% only.",
    "%forward_up%each bin is weighed twice.",
    "We expect %approx% %tonnes% t more of %fruit% before %date%.",
    "The next count is on %date%.",
    "Every %farmer% gets the figures of the own blocks%forward%.",
    "%person% will %utilize% the new scale from %date%.",
    "%job_up% in %place% can wait until %date%.",
    "Prices should stay near %price%%forward%.",
    "If %pest% spreads, block %block% is sprayed again.",
    "The fruit of block %block% goes to %buyer% once it has %sugar%.",
]
MAIL = [
    "The meeting with the %farmers% is on %date% in %place%.",
    "%person% has sent the pick sheets of %fruit%, %approx% %n% pages.",
    "Please send the numbers of block %block% before %date%.",
    "%buyer_up% asks for %tonnes% t of %fruit% with at least %sugar%.",
    "Each %farmer% pays %price% a bin for %store%%forward%.",
    "%forward_up%we send the price list on Fridays.",
    "Could you check whether %machine% is free on %date%?",
    "We would like to %utilize% %store% for the late %pear%.",
    "The stall at the farmers' market in %place% sold %share% more than in %month%.",
    "%person% and %person2% walk block %block% on %date%.",
    "There was %damage% in %place%, and %approx% %n% rows are lost.",
    "The refractometer showed %sugar% this morning.",
    "I have added the list of %farmers% who have not answered.",
    "By %utilizing% the spare bins we saved a trip to %place%.",
    "The insurance pays for %damage% up to %share%.",
    "The Brix meter is back from repair.",
    "No %farmer% has reported %pest% since %month%.",
]
MINUTES = [
    "%person%: %job% is done in %place%, %approx% %n% rows are left.",
    "The %farmers% from %place% want to be paid by %date%.",
    "%machine_up% will be serviced on %date%.",
    "%person% reads the traps%forward%.",
    "%fruit% is picked at %sugar%, not before.",
    "Agreed to %utilize% %source% for the bonus.",
    "A %farmer% asked why %store% was opened on %date%.",
    "%forward_up%%person% signs for %buyer%.",
    "%approx_up% %share% of the nets are torn.",
    "%person% buys a second meter; the first one shows %sugar% for water.",
    "The price of %fruit% stays at %price%.",
    "Next meeting: %date%, %place%.",
]
STEPS = [
    "Open `%file%` and check the column `%column%`.",
    "Take ten fruits of %fruit% from each block.",
    "Write down the date, such as %date%, and the block.",
    "Crush the fruit and put a drop on the glass; %approx% %n% seconds are enough.",
    "Read the meter; %sugar% is a usual value for %apple%.",
    "Send the sheet to %person% before %date%.",
    "%utilize_up% %machine% only when two people are there.",
    "Ask the %farmer% to sign the pick sheet.",
    "Note any %damage% on the back of the sheet.",
    "Weigh an empty bin first; it weighs %approx% %n% kg.",
    "Repeat this for every block that the %farmer% has.",
]
GUIDE = [
    "This is how %source% gets into the yearly table.",
    "The %farmers% do this by themselves from %month% on.",
    "A block is ripe at %sugar%, or when %person% says so.",
    "%machine_up% has a manual, which %person% keeps.",
    "The whole thing takes %approx% %n% minutes.",
    "The limits were set on %date% and hold for %fruit%.",
    "The office %utilizes% the sheet for the payments.",
    "%forward_up%a photo of the scale is enough.",
    "Fruit with %damage% is counted on a sheet of its own.",
    "Nothing changes for the %farmers% in %place%%forward%.",
]
REMARKS = [
    "Rows without a value in `%column%` are dropped.",
    "The function %utilizes% the names that `%file%` has.",
    "It was tried on %approx% %big% bins from %place%.",
    "The limit of %n% comes from %person%.",
    "Fruit below %sugar% is left out earlier.",
    "Each %farmer% appears once, with all blocks.",
    "The dates in `%file%` begin on %date%.",
    "On the full table it takes %approx% %n% seconds.",
    "%forward_up%`%file%` should come with a header.",
    "%person% wanted the shares and not the sums.",
    "%farmers_up% who left before %date% are still in there.",
    "Without the second table the %farmer% has no name.",
    "The %pear% have their own file, `%file%`.",
    "It %utilizes% more memory than I like, but only once a week.",
    "The values above %sugar% are typing errors.",
    "I checked it against %source% of %month%.",
    "The result goes to %buyer% unchanged.",
    "The column keeps its name%forward%.",
]
HEADS = ["Yield By Variety", "Fruit Quality", "Pests And Diseases", "Cold Storage", "Picking Progress",
         "Prices And Sales", "Deliveries From %place%", "Sugar And Firmness", "Weather Damage", "Bins In %store_title%"]
LATER = ["Next Steps", "Outlook For %fruit%", "What Comes Next", "Open Questions"]
BANKS = BANKS | {name + "_up": (lambda source: lambda rng: capital(source(rng) if callable(source) else
                                                                  rng.choice(source)))(BANKS[name])
                 for name in ("farmers", "buyer", "damage", "job", "machine", "utilize")}
BANKS = BANKS | {"store_title": ["Store 2", "Store 5", "The Long Store"]}


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def bullets(draft, templates, low, high):
    return "\n".join("- " + capital(line) for line in draft.lines(templates, low, high))


def heading(draft, level, title):
    """The agent likes capitals; now and then it forgets them."""
    made = draft.fill(title)
    return "#" * level + " " + (made if draft.titles else sentence_case(made))


def table(draft):
    """Tonnes or bins by variety or place, mostly with their sum."""
    names = draft.some(BANKS[draft.pick(["fruit", "place"])], 2, 4)
    head = "Variety" if names[0] in BANKS["fruit"] else "Place"
    rows, sums = [f"| {head} | Bins | Tonnes |", "|---|---:|---:|"], [0, 0]
    for name in names:
        bins = draft.random.randint(12, 240)
        tonnes = bins * 3 + draft.random.randint(-9, 40)
        sums = [sums[0] + bins, sums[1] + tonnes]
        rows.append(f"| {name} | {bins} | {tonnes / 10:.1f} |")
    if draft.chance(0.85):
        rows.append(f"| Total | {sums[0]} | {sums[1] / 10:.1f} |")
    return "\n".join(rows)


def report(draft):
    parts = [heading(draft, 1, draft.pick(["Harvest Report, Week %week%", "%fruit% Report", "Storage Report: %place%",
                                           "Report On Block %block%", "Trap Counts In %month%",
                                           "Weekly Harvest Report For %place%"]))]
    if draft.chance(0.15):
        parts.append("Status: " + draft.pick(["final", "provisional until pack-out"]))
    parts.append(paragraph(draft, HARVEST, 1, 2))
    for at, title in enumerate(draft.some(HEADS, 1, 3)):
        parts.append(heading(draft, 2, title))
        parts.append(bullets(draft, HARVEST, 2, 3) if draft.chance(0.3) else paragraph(draft, HARVEST, 1, 3))
        if at == 0 and draft.chance(0.75):
            parts.append(table(draft))
    if draft.chance(0.5):
        parts += [heading(draft, 2, draft.pick(LATER)), bullets(draft, OUTLOOK, 2, 3)]
    return parts


def mail(draft):
    parts = [draft.fill(draft.pick(["Dear %person%,", "Hello %person%,", "Dear members,", "Dear all,"]))]
    wish = draft.pick(["I hope this email finds you well.", "I hope this email finds you well.",
                       "I hope this message finds you well."]) if draft.chance(0.8) else ""
    first = paragraph(draft, MAIL, 2, 4)
    parts += [wish, first] if draft.chance(0.35) else [f"{wish} {first}".strip()]
    if draft.chance(0.3):
        parts += [table(draft)]
    parts.append(paragraph(draft, MAIL + OUTLOOK, 1, 3))
    return parts + [draft.fill(draft.pick(["Best wishes,\n%person%", "Many thanks,\n%person%", "%person%"]))]


def minutes(draft):
    parts = [heading(draft, 1, draft.pick(["Minutes Of The %place% Meeting", "Committee Meeting", "Data Team Meeting",
                                           "Notes From The Block Walk"])),
             draft.fill("%date%, %place%. Present: %person%, %person2%, %person3%.")]
    if draft.chance(0.6):
        parts.append(bullets(draft, MINUTES, 3, 5))
    else:
        for title in draft.some(["Harvest So Far", "Machines And Stores", "Payments To Members"], 2, 2):
            parts += [heading(draft, 2, title), bullets(draft, MINUTES, 2, 3)]
    if draft.chance(0.25):
        parts.append(table(draft))
    return parts


def guide(draft):
    parts = [heading(draft, 1, draft.pick(["Measuring Sugar In The Field", "How To Fill In The Pick Sheet",
                                           "Weighing Bins", "Sampling %fruit% Before Harvest"])),
             paragraph(draft, GUIDE, 1, 3)]
    if draft.chance(0.6):
        parts.append(heading(draft, 2, draft.pick(["What To Do", "In The Orchard", "Step By Step"])))
    parts.append("\n".join(f"{at}. {capital(line)}" for at, line in enumerate(draft.lines(STEPS, 3, 5), 1)))
    if draft.chance(0.5):
        parts += [heading(draft, 2, draft.pick(["Good To Know", "After The Harvest"])), paragraph(draft, GUIDE, 1, 2)]
    return parts


def answer(draft, language, made):
    parts = [paragraph(draft, REMARKS, 1, 3), f"```{language}\n{made}\n```"]
    return parts + ([paragraph(draft, REMARKS, 1, 3)] if draft.chance(0.8) else [])


def r_source(draft):
    return ["library(dplyr)", *(orchard_code.r(draft, 2, 4) for _ in range(draft.random.randint(1, 2)))]


def python_source(draft):
    made = "\n\n\n".join(orchard_code.python(draft, 2, 4) for _ in range(draft.random.randint(1, 2)))
    return ["import numpy as np\nimport pandas as pd\n\n\n" + made]


def r_answer(draft):
    return answer(draft, "r", orchard_code.r(draft, 3, 4))


def python_answer(draft):
    return answer(draft, "python", orchard_code.python(draft, 3, 5))


KINDS = [  # with the language of code without a fence, and how often
    ("report", None, report, 9), ("e-mail", None, mail, 8), ("minutes", None, minutes, 3), ("guide", None, guide, 3),
    ("r answer", None, r_answer, 6), ("python answer", None, python_answer, 7), ("code", "r", r_source, 3),
    ("code", "python", python_source, 3),
]


def text(rng):
    """A kind, the language of code without a fence, and a text of 200 to 1,500 characters."""
    kind, language, make, _ = rng.choices(KINDS, [each[-1] for each in KINDS])[0]
    while True:
        draft = Draft(rng, BANKS)
        draft.titles = draft.chance(0.8)
        made = "\n\n".join(part for part in make(draft) if part) + "\n"
        if 200 <= len(made) <= 1500:
            return kind, language, made
