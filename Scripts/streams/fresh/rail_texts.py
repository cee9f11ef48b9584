"""The responses of the first user's agent: release notes, incident summaries, e-mails, tutorials, answers with code."""
from . import rail_code
from .draft import Draft, capital
from .rail_preferences import OPENERS
from .rail_words import BANKS

NEWS = [
    "%thing% can now be paid in instalments on the %part%.",
    "The %part% opens in under %delay% on %line%.",
    "Fixed a fault that %impacted% %thing% bought before %date%.",
    "Fixed: %thing% no longer vanish when %reason% strikes.",
    "A new %part% %dash% ask %team% for a tour %dash% replaces the one from %date%.",
    "Exports stay below %size% now%however% very long routes are still split.",
    "Support for %things% on %line%.",
    "Removed the old %part%; nobody had opened it since %date%.",
    "To share a trip, %press% %label% and enter an address.",
    "The limit of uploads grew from %size% to %size2%.",
    "`%tool%` reads %file% without help.",
    "This %impacts% only customers in %city% and %city2%.",
    "%service% starts %n% times faster after %reason% was found.",
    "Prices refresh every %delay%%however% the %part% shows them on request only.",
    "Agents in %city% may %press% %label% twice without harm.",
    "The message \"%control%\" was spelled wrong in three places.",
    "%big% riders tested the %part% during the pilot.",
    "Faster 4G start: the first %size% are loaded before the map.",
    "The overall impact of the change on %thing% is small.",
    "The retry interval is %delay%, as %team% had asked.",
]
IMPACTS = [
    "The fault %impacted% %thing% in %city% and %city2%.",
    "%big% bookings were %impacted%%however% no money was lost.",
    "Riders on %line% waited %wait% longer than usual.",
    "It did not %impact% %thing%.",
    "%service% was slow %dash% the p95 rose to %delay% %dash% but never down.",
    "The impact on %thing% was limited to %n% riders.",
    "About %size% of logs were lost, %impacting% reports from %date%.",
    "Nobody in %city% noticed; %team% did.",
    "Only %things% were %impacted%.",
    "The outage would %impact% partners too if it came back.",
]
MOMENTS = [
    "%clock% %person% saw the first alert for %service%.",
    "%clock% %team% switched to the spare site in %city%.",
    "%clock% Latency reached %milli%.",
    "%clock% %person% restored %file% from the archive.",
    "%clock% %service% was restarted.",
    "%clock% %team% confirmed that %thing% work again.",
    "%clock% The vendor blamed %reason%.",
    "%clock% %person% pressed \"%control%\" by mistake.",
    "%clock% %size% of old data were deleted to make room.",
    "%clock% The alarm stopped by itself.",
]
CAUSES = [
    "The cause was %reason%, unnoticed since %date%.",
    "%service% met %reason%%however% its monitor stayed green.",
    "A change of %date% had moved %size% of data onto one disk.",
    "A %adjective% rollback by %team% met %reason%.",
    "The job had been set to wait %delay% %dash% far too short for %line%.",
    "Two causes came together: %reason% and %reason2%.",
    "%person% chased a false lead; the true culprit was %reason%.",
]
ACTIONS = [
    "%person% adds a check for %reason% by %date%.",
    "%team% reviews how %thing% are stored.",
    "Raise the limit of %service% to %size%.",
    "Write down how to %press% %label% safely.",
    "Ask the vendor whether %reason% can %impact% %line% again.",
    "Repeat the drill %habit%.",
    "Alert when a call takes more than %delay%.",
    "%person% talks to %team% %dash% in person %dash% before %date%.",
]
MAIL = [
    "The move of %service% is planned for %date%.",
    "It will %impact% %thing% for roughly %wait%.",
    "Please %press% %label% once you have read the plan.",
    "%person% has prepared a %adjective% test with %things%.",
    "The last one went well%however% %team% asked for more notice.",
    "I put the figures at %url% so that everybody can look.",
    "We measured %delay% in %city% and %delay2% in %city2%.",
    "Since %date% the %part% has been served from %city%.",
    "As far as I can see, this %impacts% nobody outside %team%.",
    "The draft is called \"%control%\" and lives in the usual folder.",
    "If you get stuck, %press% %label% on the %part%.",
    "We have %n% seats left for the workshop in %city%; lunch is included.",
    "Its real impact is on morale, says %person%.",
    "The archive %dash% all %size% of it %dash% stays where it is.",
    "You can reach %person% until %clock%.",
    "I would rather wait%however% %person% wants to start on %date%.",
    "The attachment %file% lists every case.",
    "Changes to %thing% never %impact% %thing2%, so we may go ahead.",
]
STEPS = [
    "Open the %part% and %press% %label%.",
    "Wait %delay% until %service% answers.",
    "Run `%tool% %flag%` in a second window.",
    "Unpack `%file%` (about %size%).",
    "%press_up% %label% and pick %city%.",
    "Check that %thing% are listed.",
    "Ask %person% or %team% for the password.",
    "Enter a date after %date%.",
    "Compare the result with %url%.",
    "Leave the field \"%control%\" empty.",
]
LESSONS = [
    "This guide shows how %thing% get from %service% to %service2%.",
    "The example uses %line%%however% any line will do.",
    "Nothing here %impacts% real customers.",
    "%service% keeps %size% in memory %dash% sometimes more %dash% and forgets it after %delay%.",
    "The format was last changed on %date%.",
    "A %adjective% run takes %delay% on a laptop.",
    "You need `%tool%` %version% and access to %city%.",
    "Most mistakes come from %reason%; the rest come from haste.",
    "Every call %impacting% %thing% is written to `%file%`.",
    "The word \"%control%\" appears twice on the %part%.",
]
ENDINGS = [
    "You have seen how %thing% work in %service%.", "With this, %things% should hold no more secrets.",
    "That was %adjective% but thorough. Keep %url% at hand.", "In short, %service% does most of the work for you.",
    "You can now rebuild %line% by yourself. Try %city% next.", "We looked at %thing%, %service% and %reason%.",
]
REMARKS = [
    "The function skips %thing% that were bought before %date%.",
    "It handles a feed of %size% in about %delay%.",
    "It does not %impact% callers that pass their own clock.",
    "I kept the names%however% you may want shorter ones.",
    "The loop stops early %dash% and says so in the log %dash% when nothing is left.",
    "%person% wrote the first version for %line%.",
    "A second run within %delay% changes nothing.",
    "I tried it with %size% of data from %city%.",
    "Without `%flag%` the tool takes everything.",
    "The old way would %impact% %thing%%however% it was shorter.",
    "It expects the table of %date% %dash% the older ones lack a column.",
    "Only %team% should call this directly.",
    "%things% go through the same path.",
    "Mind that %service% answers after %delay% at the earliest.",
    "Then %press% %label% to see what came in.",
    "Its impact on memory is below %size%.",
    "The names follow those of %service%; rename them freely.",
    "If %reason% is to blame, nothing helps but patience.",
    "The numbers come from %url%.",
    "I left the tests out%however% %person% has some from %date%.",
    "A slow disk %impacts% the result more than the network does.",
    "The file `%file%` must exist before the first run.",
    "Large inputs are read in pieces; small ones are not.",
    "Only the first branch is %impacted% by %reason%.",
    "This is what %team% has used since %date%.",
    "To try it, %press% %label% in the console.",
    "Set the limit to %delay% if %service% is busy.",
    "The error \"%control%\" means that the feed was empty.",
]


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def bullets(draft, templates, low, high):
    return "\n".join("- " + capital(line) for line in draft.lines(templates, low, high))


def heading(draft, level, title):
    return "#" * level + " " + draft.fill(title + "%colon%")


def release(draft):
    parts = [draft.fill(draft.pick(["# Version %version%", "# %city% release, %date%", "# What is new on %line%"]))]
    if draft.chance(0.6):
        parts.append(paragraph(draft, MAIL, 1, 2))
    for title in draft.some(["Improvements", "Fixes", "For station staff", "Known limits", "Before you update"], 1, 3):
        parts += [heading(draft, 2, title), bullets(draft, NEWS, 2, 4)]
    return parts


def incident(draft):
    impact = paragraph(draft, IMPACTS, 2, 3)
    moments = sorted(draft.lines(MOMENTS, 2, 5))
    first = [(2, "Impact", impact), (2, "Timeline", "\n".join("- " + line[:6] + capital(line[6:]) for line in moments))]
    if draft.chance(0.65):
        first.reverse()
    if draft.chance(0.3):
        first.insert(1, (2, "Detection", paragraph(draft, CAUSES, 1, 1)))
    rest = [(2, "Cause", paragraph(draft, CAUSES, 1, 2)), (2, "Next steps", bullets(draft, ACTIONS, 2, 3))]
    parts = [draft.fill("# Incident: %service% in %city%")]
    if draft.chance(0.5):
        parts.append(paragraph(draft, CAUSES, 1, 1))
    for level, title, body in first + rest[:draft.pick((1, 2, 2))]:
        parts += [heading(draft, level, title), body]
    return parts


def mail(draft):
    parts = [draft.fill(draft.pick(["Hi %person%,", "Hello everyone,", "Dear colleagues,", "%person%,"])),
             paragraph(draft, MAIL, 2, 4)]
    if draft.chance(0.4):
        parts += [draft.pick(["What happens next:", "Open points:"]), bullets(draft, ACTIONS, 2, 3)]
    parts += [paragraph(draft, MAIL, 1, 3), draft.fill("Best,\n%person%")]
    return parts


def tutorial(draft):
    parts = [draft.fill("# " + draft.pick(["Handling %thing% with %tool%", "Your first day with %service%",
                                           "How %thing% reach %city%"]))]
    parts.append(paragraph(draft, LESSONS, 1, 3))
    if draft.chance(0.5):
        parts += [heading(draft, 2, "What you need"), bullets(draft, LESSONS, 1, 2)]
    parts += [heading(draft, 2, draft.pick(["Steps", "Walkthrough", "Doing it"])),
              "\n".join(f"{at}. {capital(line)}" for at, line in enumerate(draft.lines(STEPS, 3, 5), 1))]
    if draft.chance(0.55):
        title = draft.pick(["The script", "In code", "Automating it"])
        parts += [heading(draft, 2, title), rail_code.python(draft, 1, 2)]
    if draft.chance(0.8):
        parts += [heading(draft, 2, "Conclusion"), paragraph(draft, ENDINGS, 1, 2)]
    if draft.chance(0.2):
        parts += [heading(draft, 2, "Further reading"), bullets(draft, ["%url%", "The notes of %team%, %date%"], 1, 2)]
    return parts


def answer(draft, code):
    opening = draft.pick(OPENERS) if draft.chance(0.7) else ""
    first = paragraph(draft, REMARKS, 1, 2)
    parts = [opening, first] if draft.chance(0.5) else [(opening + " " + first).strip()]
    parts.append(code)
    if draft.chance(0.8):
        parts.append(paragraph(draft, REMARKS, 1, 3))
    return parts


KINDS = {
    "release notes": (release, 4), "incident": (incident, 5), "e-mail": (mail, 4), "tutorial": (tutorial, 5),
    "python answer": (lambda draft: answer(draft, rail_code.python(draft, 2, 4)), 6),
    "typescript answer": (lambda draft: answer(draft, rail_code.typescript(draft, 2, 4)), 6),
    "sql answer": (lambda draft: answer(draft, rail_code.sql(draft)), 2),
}


def text(rng):
    """A kind and a text of 200 to 1,500 characters."""
    kind = rng.choices(list(KINDS), [weight for _, weight in KINDS.values()])[0]
    while True:
        draft = Draft(rng, BANKS)
        made = "\n\n".join(part for part in KINDS[kind][0](draft) if part) + "\n"
        if 200 <= len(made) <= 1500:
            return kind, made
