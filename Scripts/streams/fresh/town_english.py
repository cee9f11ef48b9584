"""The English responses of the second user's agent: tickets, commits, notes for operators, answers with code."""
from . import town_code
from .draft import capital

OBSERVED = [
    "%thing% show the wrong date when %cause% is involved.",
    "%page% stays empty for %n% seconds and then shows everything.",
    "It happens %em%%when%%em% a restart of %system%.",
    "The total says %price% where %price2% is right.",
    "%person% saw it at %time% on the kiosk of the town hall.",
    "The address was %allowed% last week, and it still fails.",
    "The setting lives in %file%, next to the one for %system%.",
    "With %product% %n%.1 the page works \"most of the time\", as %person% puts it.",
    "Nothing about %cause% is in the log.",
    "The ratio of the picture is 4:3 instead of 16:9.",
    "Only %big% rows of %thing% come back.",
    "%system% answers %em%very%em% late at %time%.",
    "%allowing% %host% made no difference.",
    "The word \"digital\" on %page% is cut after six letters.",
]
STEPS = [
    "Open %page% and choose \"%label%\"",
    "Add %host% to the %allow%",
    "Wait until %time%, or change the clock",
    "Copy %file% from the test site",
    "Press \"%label%\" %em%once%em%",
    "Log on as %person% and look at %thing%",
    "Restart %system%",
    "Enter %price% and a postcode with %cause%",
    "Remove `%n%` from the list in %file%",
]
SUBJECTS = [
    "%done% the check for %cause% in %page%", "%done% support for %thing%", "%done% the %allow% of %system%",
    "%done% the reading of %thing% twice", "%done% %page% for the summer", "%done% a test for %cause%",
    "%done% the timeout of %system%",
]
BODIES = [
    "Until now %system% tried %n% times and gave up; %thing% were lost %em%%when%%em% the second try.",
    "%person% had found that %cause% breaks %page%.",
    "The %allow% is read once now, at the start.",
    "Fixed in the same go: %page% no longer asks for %price% twice.",
    "The limits stand in %file% and may be changed without a release.",
    "Hosts that are %allowed% skip the check, %em%exactly%em% as before.",
    "Removed lines are kept in the history, added ones have tests.",
    "This was tried with %big% rows of %thing% and %product%.",
    "It runs at %time%, when %system% is idle.",
    "%file% needs one new key; the old one is ignored.",
    "The team %allows% %host% by hand for now.",
    "No change for %thing%.",
]
NOTES = [
    "%system% reads %file% at %time% every day.",
    "The %allow% holds %n% entries; %person% looks after it.",
    "To let %host% in, %allowing% them is enough.",
    "%page% depends on %product% and on %system%.",
    "A copy of %file% is kept for %n% days.",
    "It is %em%not%em% the same as %system2%.",
    "%allow_up% changes take effect %em%%when%%em% the next restart.",
    "Fees up to %price% need no approval.",
    "%person% calls this \"the slow path\".",
    "If %cause% shows up, look at %file% first.",
    "The values 2 * 3 and 6 are both accepted by %system%.",
    "**Careful:** %thing% are deleted after %n% days.",
    "The file whitelist.json is older than the name; it stays.",
]
REMARKS = [
    "It stops when %system% is away.",
    "The list comes from %file%, which %person% keeps.",
    "Hosts must be %allowed% %em%first%em%.",
    "It was tried with %big% %thing%.",
    "Run it %em%%when%%em% %time%.",
    "On %product% the result is the same.",
    "With %cause% it prints a warning and goes on.",
    "The second part is only needed for %host%.",
    "Leave out the check if you trust %system%.",
    "%person% asked for the short form; the long one is in %file%.",
    "The output is meant for people %em%and%em% for %system%.",
    "%person% ran it on %host% at %time%.",
    "The %allow% in %file% is read %em%only once%em%.",
    "Fees such as %price% come out right.",
    "See %file% for the names of %thing%.",
    "Which of the two you take does not matter.",
    "Everything else stays as it was on %page%.",
    "It needs about %n% seconds for %thing%.",
    "Change the address, or read it from %file%.",
]


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def ticket(draft):
    parts = [draft.fill("# " + draft.pick(["%thing_up% get lost", "%page_up% fails with %cause%",
        "Trouble with %system%"])),
             paragraph(draft, OBSERVED, 2, 4)]
    if draft.chance(0.75):
        parts += ["## Steps to reproduce",
                  "\n".join(f"{at}. {line}" for at, line in enumerate(draft.lines(STEPS, 2, 4), 1))]
    if draft.chance(0.5):
        parts += ["## Seen so far", "\n".join("* " + capital(line) for line in draft.lines(OBSERVED, 1, 3))]
    if draft.chance(0.15):
        parts += ["## Done when", draft.fill("- [ ] The desk has seen it on the test site")]
    return parts


def commit(draft):
    done = draft.pick("Added Fixed Removed Renamed Moved Updated Replaced Simplified Stopped".split())
    if draft.chance(0.15):
        done = draft.pick("Add Fix Remove Move Update Replace".split())
    parts = [draft.fill(draft.pick(SUBJECTS), {"%done%": done}), paragraph(draft, BODIES, 2, 3)]
    if draft.chance(0.5):
        parts.append("\n".join("* " + capital(line) for line in draft.lines(BODIES, 1, 3)))
    return parts


def note(draft):
    parts = [draft.fill("# " + draft.pick(["Running %system%", "Notes on %page%", "%thing_up% for operators"])),
             paragraph(draft, NOTES, 2, 4)]
    if draft.chance(0.5):
        parts += ["## Settings", "\n".join("- " + capital(line) for line in draft.lines(NOTES, 2, 3))]
    if draft.chance(0.5):
        parts += [draft.pick(["To check:", "## Check", "Try this:"]), town_code.shell(draft, 1, 2)]
    return parts


def shell_answer(draft):
    parts = [paragraph(draft, REMARKS, 1, 2), town_code.shell(draft, 2, 4)]
    return parts + ([paragraph(draft, REMARKS, 1, 3)] if draft.chance(0.8) else [])


def javascript_answer(draft):
    parts = [paragraph(draft, REMARKS, 1, 2), town_code.javascript(draft, 2, 4)]
    return parts + ([paragraph(draft, REMARKS, 1, 3)] if draft.chance(0.8) else [])


KINDS = {"ticket": (ticket, 5), "commit": (commit, 5), "note": (note, 4), "shell answer": (shell_answer, 7),
         "javascript answer": (javascript_answer, 7)}
