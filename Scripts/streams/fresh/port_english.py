"""The English responses of the fourth user's agent: tickets, reports, change logs, answers with code."""
from . import port_code
from .draft import capital
from .port_spanish import headings, ruled

OBSERVED = [
    "Every %vessel% over %length% is shown twice on %page%.",
    "%system% loses %thing% when %cause% comes in.",
    "%person% saw three %vessels% at %place% where there was one.",
    "A list of %thing% stays empty after %cause%.",
    "The button \"%label%\" does nothing on %page%.",
    "It is %length% off, always to the east.",
    "The %vessel% had left before %system% noticed.",
    "Two %vessels% of the same name share one record.",
    "The table has %n% rows, %page% shows half of them.",
    "The fix ships when %person% is back.",
    "We ship the patch as soon as %person% has seen it.",
    "The total is right to within a few tonnes.",
    "Since version %version% %system% asks for %thing% again.",
    "Nothing in %file% has changed.",
    "The same %vessel% is fine at %place%.",
    "Old %vessels% without a number cannot be found.",
    "Friendship with the other port would help here, says %person%.",
]
FINDINGS = [
    "%big% %vessels% called last year, %n% of them at night.",
    "The longest %vessel% measured %length%.",
    "Waiting times at %place% fell after %cause%.",
    "%system% handled %thing% without a stop.",
    "The channel was dredged over %distance%.",
    "Most %vessels% take one tug, a loaded %vessel% takes two.",
    "The metres on the old charts are not ours.",
    "%person% compared %thing% with %thing2%.",
    "Traffic to %place% doubled, the staff did not.",
    "One %vessel% in %n% came without papers.",
    "A delay at %place% costs more than one at %place2%.",
    "We expect to ship fewer reports next year.",
    "The crane lifted %load% in one day.",
    "Shipping as a whole grew, fishing did not.",
]
CHANGES = [
    "%page% shows the draught of every %vessel%.",
    "%thing% can be sent again with \"%label%\".",
    "%system% no longer stops at %cause%.",
    "Distances up to %distance% are drawn to scale.",
    "Arriving %vessels% stay on %page% for an hour.",
    "%file% is read once at the start.",
    "The old look of %page% is gone.",
    "A %vessel% may have two names.",
    "Fixed %thing% that were printed in Spanish only.",
    "The limit at %place% is %load% now.",
    "New colours for %vessels% that wait.",
    "%person% added a test for %cause%.",
]
BRIEF = [
    "**In short:** %system% works again, and nothing was lost.",
    "**In short:** more %vessels%, fewer delays.",
    "**In short:** wait for version %version% before you touch %file%.",
    "**In short:** %cause% is to blame, not %system%.",
    "**In short:** %person% needs a decision on %thing%.",
    "**In short:** the limit at %place% must go up to %load%.",
]
REMARKS = [
    "It counts each %vessel% once, also with %cause%.",
    "The query looks at %thing% only.",
    "%person% runs it before the first %vessel% comes in.",
    "Names are compared without their accents.",
    "A %vessel% above %length% goes to %place%.",
    "The rest of %system% is not touched.",
    "Take care with %cause%; it gives no error.",
    "It took a few seconds with %big% %vessels%.",
    "The values in %file% win.",
    "You may ship it with version %version%.",
    "The release ships on Monday, with or without %person%.",
    "The distance must stay below %distance%.",
    "Rows without a %vessel% are left out.",
    "The log tells which %vessels% were skipped.",
    "Call it once for %place% and once for %place2%.",
    "%thing% come in the order of the tide.",
    "I kept the function that writes %file%.",
    "If %system% is down, it ends with a clear message.",
    "The last column is for %person%.",
    "Both %vessels% must be at %place% for this to matter.",
    "Weights under %load% are treated as zero.",
    "A test with %cause% is missing so far.",
    "Press \"%label%\" to see the outcome.",
    "Leave out the second part if you have no %thing%.",
    "%page% reads the same table.",
]


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def bullets(draft, templates, low, high):
    return "\n".join("- " + capital(line) for line in draft.lines(templates, low, high))


def with_brief(draft, parts, share):
    """The parts with what is said in short at the end, or now and then at the beginning."""
    if not draft.chance(share):
        return parts
    brief = draft.line(BRIEF)
    return parts + [brief] if draft.chance(0.8) else parts[:1] + [brief] + parts[1:]


def ticket(draft):
    parts = [draft.fill("# " + draft.pick(["%page_up% and %cause%", "%system_up% loses %thing%",
                                           "Two names on %page%"])),
             paragraph(draft, OBSERVED, 2, 4)]
    if draft.chance(0.6):
        for head in headings(draft, draft.some(["Seen so far", "Expected", "Workaround"], 1, 2)):
            parts += [head, bullets(draft, OBSERVED, 1, 3)]
    return ruled(draft, with_brief(draft, parts, 0.75))


def report(draft):
    parts = [draft.fill(draft.pick(["# Traffic at %place%", "# A year of %thing%", "# Review of %system%"])),
             paragraph(draft, FINDINGS, 1, 3)]
    for head in headings(draft, draft.some(["Arrivals", "Delays", "3 quays in one", "Safety", "Outlook"], 1, 3)):
        parts += [head, paragraph(draft, FINDINGS, 2, 3)]
    if draft.chance(0.3):
        parts.append(draft.fill("| Quay | Calls |\n|---|---|\n| North | %n% |\n| South | %big% |"))
    return ruled(draft, with_brief(draft, parts, 0.9), 0.5)


def changes(draft):
    parts = [draft.fill(draft.pick(["# Version %version%", "# Changes to %system%"])), paragraph(draft, CHANGES, 1, 2)]
    for head in headings(draft, draft.some(["Added", "Fixed", "Known faults"], 1, 2)):
        parts += [head, bullets(draft, CHANGES, 2, 4)]
    return ruled(draft, with_brief(draft, parts, 0.6), 0.5)


def answer(draft, made):
    parts = [paragraph(draft, REMARKS, 1, 2), made]
    return parts + ([paragraph(draft, REMARKS, 1, 3)] if draft.chance(0.85) else [])


KINDS = {
    "ticket": (ticket, 5), "report": (report, 7), "changes": (changes, 4),
    "python answer": (lambda draft: answer(draft, port_code.python(draft, 2, 6)), 9),
    "sql answer": (lambda draft: answer(draft, port_code.sql(draft, 2, 4)), 8),
}
