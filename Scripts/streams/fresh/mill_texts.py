"""The responses of the third user's agent: handovers, guides, specifications, e-mails, answers with code."""
from . import mill_code
from .draft import Draft, capital
from .mill_words import BANKS

SEEN = [
    "%few% %stuff% were left in %place%.",
    "%loom_up% stopped at %n% picks because of %trouble%.",
    "%person% found %trouble% in %machine%%dots% again.",
    "The early shift %began% late, since %machine% was cold.",
    "We wove %n% m of %cloth% and cut %few% pieces of %size%.",
    "%client% wants %few% more samples, all in one %color%.",
    "The bath stood at %warmth% from %hours%.",
    "%person% took %few% people to %place% %to% clear %trouble%.",
    "Nothing new on %machine%; part %part% is on its way.",
    "The %colored% yarn in %rows% is a shade too dark.",
    "Wash %few% of the %stuff% before %loom% %begins%.",
    "Rows of %cloth% hang at an angle of 30 degrees; leave them.",
    "The noise came back%dots% then it was gone.",
    "%person% keeps the %stuff% in order, so ask before you take any.",
    "%few_up% drums of %dye% are open.",
    "Call %phone% if %machine% stops between %hours%.",
    "Shipping of %cloth% %began% on %day%.",
    "The new belt makes %loom% run about 2x faster.",
    "It took %minutes% %to% thread %loom%.",
    "%machine% lost pressure%dots% %person% has opened the valve.",
    "A bale of %weight% fell from the cart; nobody was hurt.",
    "%person% %begins% with the %colors% of %client% tomorrow.",
    "The lamp above %loom% flickers%dots% do not wait for the electrician.",
    "%few_up% order slips of %client% have no date.",
    "%dye_up% was stirred %to% keep it from settling.",
    "The discolored rags are in the bin, the rest is on page 7 of the book.",
]
STEPS = [
    "Heat the bath to %warmth%.",
    "Leave the cloth in for %minutes%.",
    "Cut %few% strips of %size%.",
    "Set %setting% to the value on the card.",
    "Turn the drum %adverb% %to% spread %dye%.",
    "Rinse until the water has no %color%.",
    "Press %cloth% at %warmth% for %minutes%.",
    "Put the %stuff% back in order.",
    "Mark %rows% with chalk.",
    "Weigh out %n% g of %dye% and wait%dots%",
    "Hang the cloth with %few% clips.",
    "Check the gap; it should be %width%.",
    "Loosen part %part% %adverb%.",
    "Run %loom% for %few% minutes without yarn.",
    "Note the %colors% on the order slip.",
    "Pull a thread from the edge %to% check the %color%.",
]
FACTS = [
    "Work may %begin% once %machine% has been cleaned.",
    "The cloth measures %size% after washing.",
    "%dye_up% holds best at %warmth%.",
    "Keep the load at %weight%.",
    "The recipe comes from a mill in Colorado.",
    "%few_up% %stuff% are enough for a bale of %size%.",
    "Use soft water %to% keep the %colors% even.",
    "%coloring_up% %cloth% takes %minutes%, and drying takes longer.",
    "Part %part% fits %loom% and nothing else.",
    "A 2x2 twill needs %few% shafts, a plain weave needs fewer.",
    "It stays in the press for 3 hours.",
    "The %color% fades%dots% slowly, but it does fade.",
    "The commencement of each batch is noted in the green book.",
    "Between %rows% the pattern repeats.",
    "We tested it with %few% baths at %warmth%.",
    "The sheet in ColorMatch is the one that counts.",
    "Drying %begins% at the left edge and ends at the right one.",
    "Cones of %colored% yarn stand on rack 4 behind %machine%.",
    "Do not run it under 4 bar%dots% or %machine% stalls.",
]
MAIL = [
    "The trial for %client% %begins% on %day%.",
    "%person% weaves %n% m of %cloth% first %to% test the loom.",
    "Please look at the %colors% in daylight.",
    "The samples measure %size% and weigh little.",
    "%person% has %few% questions about %cloth%.",
    "Deliveries are taken in from %hours% at the loading bay.",
    "You reach %person% at %phone%.",
    "%dye_up% is short%dots% the next drum comes on %day%.",
    "%person% holds %few% pallets back %to% keep the yard free.",
    "Prices stay as they were; see %rows% of the list.",
    "The %colored% edge was their own wish.",
    "%beginning_up% with the next order, every bale carries a label of %size%.",
    "Our truck is a 4x4, so the yard is no trouble.",
    "The contract names %day% as its commencement.",
    "%client% sent %few% photographs and one complaint.",
    "The price of %dye% rose by %n% percent.",
    "They %began% %coloring% their own yarn last year.",
    "Wool shrinks at %warmth%%dots% so please do not boil it.",
]
REMARKS = [
    "It writes the %color% of each roll into the sheet.",
    "The job %begins% when %machine% reports %warmth%.",
    "%few_up% retries are enough in %place%.",
    "Call it %to% see how long the %stuff% took.",
    "Rolls of %size% are handled as one piece.",
    "The reading takes %minutes% on the old computer%dots% be patient.",
    "Values of %weight% are normal.",
    "Set %setting% first, then start the program.",
    "%person% wants %few% columns, not more.",
    "Nothing else in the program has to change.",
    "The last argument may be left out `...` as in the other functions.",
    "It was written for %loom% and works for the others too.",
    "Lines in other %colors% are skipped.",
    "The old version %began% with the newest roll; this one does not.",
    "It sorts the %stuff% so that they come out in order.",
    "If the server is slow%dots% run it after the late shift.",
    "Addresses such as 0x1F are printed as they are.",
    "The alarm comes after %few% bad readings in a row.",
    "You need the number of the part, such as %part%.",
    "Let it run in %place% for a day %to% be sure.",
    "Take %rows% of the file as an example.",
    "I have not touched what %person% wrote on %day%.",
    "The lists of %place% come first %to% spare %person% a walk.",
    "A bale weighs %weight%; the check uses that.",
    "It stops after %few% rolls and says why.",
    "The run %begins% with %cloth% and ends with the rest.",
    "Temperatures such as %warmth% come as plain numbers.",
    "Labels of %size% fit, larger ones are cut.",
    "The screen in %place% shows %few% lines at a time.",
    "This was tried from %hours% on one machine only.",
    "%coloring_up% the output needs a newer terminal.",
    "An empty list is no error%dots% as %person% found out.",
    "The program asks for the %color% before it %begins%.",
    "Leave the rest as it is, please.",
]
ANNOUNCEMENTS = [
    "In this guide, we will look at %machine% and how it is kept clean.",
    "In this guide, you will learn how to work with %cloth%.",
    "In this document, we describe what %client% has ordered.",
    "In this guide, everything about %dye% is explained in detail.",
    "In this document, you will find what matters about %machine%.",
]
WARNINGS = [
    "**Never reach into the rollers.**", "**The steam is hot.**", "**Wear gloves with %dye%.**",
    "**Note:** %person% has the only key.", "As said in this guide, the order of the steps matters.",
]
BANKS = BANKS | {name + "_up": (lambda source: lambda rng: capital(source(rng) if callable(source) else
                                                                  rng.choice(source)))(BANKS[name])
                 for name in ("few", "loom", "dye", "coloring", "beginning")}


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def bullets(draft, templates, low, high):
    return "\n".join("- " + capital(line) for line in draft.lines(templates, low, high))


def label(draft, title):
    """A line that the agent makes bold and the user wants to be a heading."""
    style = draft.random.random()
    return f"**{title}**" if style < 0.45 else f"**{title}:**" if style < 0.8 else f"### {title}"


def handover(draft):
    parts = [draft.fill(draft.pick(["# Handover %day%", "# Late shift, %place%", "# Notes for the next shift"]))]
    for title in draft.some(["Looms", "Dye house", "People", "Deliveries", "Open orders"], 1, 4):
        parts += [label(draft, title), bullets(draft, SEEN, 2, 5)]
    if draft.chance(0.4):
        parts.append(draft.line(WARNINGS[:4]))
    if draft.chance(0.3):
        parts += ["## Next steps", bullets(draft, SEEN, 1, 2)]
    return parts


def guide(draft):
    parts = [draft.fill(draft.pick(["# Cleaning %machine%", "# Dyeing with %dye%", "# Changing over to %cloth%",
                                    "# Threading %loom%"]))]
    if draft.chance(0.65):
        parts.append(draft.line(ANNOUNCEMENTS))
    parts.append(paragraph(draft, FACTS, 1, 2))
    if draft.chance(0.5):
        parts += [label(draft, draft.pick(["What you need", "Materials", "Tools"])), bullets(draft, FACTS, 1, 3)]
    parts.append("## " + draft.pick(["Steps", "Steps", "Steps", "Steps", "Washing", "At the machine"]))
    if parts[-1] == "## Steps" and draft.chance(0.15):
        parts.append("> Lock out the machine before you start.")
    parts.append("\n".join(f"{at}. {capital(line)}" for at, line in enumerate(draft.lines(STEPS, 3, 7), 1)))
    if draft.chance(0.35):
        parts.append(draft.line(WARNINGS))
    if draft.chance(0.3):
        parts += ["## Afterwards", paragraph(draft, FACTS, 1, 2)]
    return parts


def specification(draft):
    parts = [draft.fill(draft.pick(["# %cloth_up% for %client%", "# Specification: %cloth%", "# Recipe: %dye%"]))]
    if draft.chance(0.35):
        parts.append(draft.line(ANNOUNCEMENTS))
    for title in draft.some(["Yarn", "Finish", "Washing", "Packing", "Dyeing"], 2, 4):
        parts += [label(draft, title) if draft.chance(0.6) else "## " + title,
                  paragraph(draft, FACTS, 1, 3) if draft.chance(0.5) else bullets(draft, FACTS, 2, 3)]
    return parts


def mail(draft):
    parts = [draft.fill(draft.pick(["Good morning %person%,", "Dear %person%,", "To all in %place%,"])),
             paragraph(draft, MAIL, 2, 5)]
    if draft.chance(0.4):
        parts += [label(draft, draft.pick(["Dates", "Samples", "What we need"])), bullets(draft, MAIL, 2, 3)]
    return parts + [paragraph(draft, MAIL, 1, 3), draft.fill(draft.pick(["Yours,\n%person%", "Thanks,\n%person%"]))]


def answer(draft, made):
    parts = [paragraph(draft, REMARKS, 1, 3), made]
    return parts + ([paragraph(draft, REMARKS, 1, 3)] if draft.chance(0.8) else [])


KINDS = {
    "handover": (handover, 5), "guide": (guide, 8), "specification": (specification, 4), "e-mail": (mail, 4),
    "go answer": (lambda draft: answer(draft, mill_code.go(draft, 2, 5)), 8),
    "yaml answer": (lambda draft: answer(draft, mill_code.yaml(draft, 2, 4)), 5),
}
BANKS = BANKS | {"cloth_up": [capital(word) for word in BANKS["cloth"]]}


def text(rng):
    """A kind and a text of 200 to 1,500 characters."""
    kind = rng.choices(list(KINDS), [weight for _, weight in KINDS.values()])[0]
    while True:
        draft = Draft(rng, BANKS)
        made = "\n\n".join(part for part in KINDS[kind][0](draft) if part) + "\n"
        if 200 <= len(made) <= 1500:
            return kind, made
