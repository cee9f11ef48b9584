"""The Dutch responses of the laboratory's agent: messages to the staff and notices for the board."""
from .draft import capital

MESSAGE = [
    "%ivm_up% %reden% is %apparaat% op %dag% tussen %van_tot% buiten gebruik.",
    "Breng %monsters% van %afdeling% %niet% na %uur%.",
    "De koerier komt voortaan om %uur% langs %afdeling%.",
    "Wie een %monster% zonder etiket vindt, belt %zsm% met %person%.",
    "Er zijn %n% vragen binnengekomen %mbt% %onderwerp%.",
    "Zet %monsters% %altijd% rechtop in het rek, ook als het druk is.",
    "Laat %zsm% weten of je op %dag% kunt werken.",
    "Vul het formulier %aub% in voordat je naar huis gaat.",
    "%person% geeft om %uur% uitleg over %onderwerp%.",
    "Vorige week waren er %few% %monsters% te weinig gevuld, vooral %buisjes% van %afdeling%.",
    "Voor de bepaling is minstens %vol% nodig.",
    "Bewaar een bloed%monster% %nooit% in de deur van de koelkast.",
    "De afspraken %mbt% %onderwerp% staan in %doc%.",
    "Vanaf %dag% gelden nieuwe tijden: tussen %van_tot% is de balie open.",
    "Spoed%monsters% gaan met de buizenpost en %niet% met de koerier.",
    "Als het scherm Sample Entry leeg blijft, start je de pc %few% minuten later opnieuw.",
    "%ivm_up% %reden% schuift het overleg van %dag% naar %uur%.",
    "De controle wordt verdund %ratio% en daarna gemeten.",
    "Kijk %aub% in het rooster of je naam klopt.",
    "Dr. Postma wil de uitslagen van %afdeling% voor %uur% hebben.",
    "%alleen_up% %person% en %person2% mogen de alarmgrens wijzigen.",
    "Bij een waarde van %lim% bel je %zsm% de aanvrager.",
    "Het %monster%rek bij %apparaat% is vervangen.",
    "%buisjes% liggen nu op de onderste plank, naast het oude %monster%boek.",
    "Ruim %apparaat% op en meld je af om %uur%.",
    "Volgens %doc% tekent de tweede analist %altijd% mee.",
]
POINTS = [
    "%dag%: %person% aanwezig vanaf %uur%",
    "%buisjes% bestellen, minstens %big% stuks",
    "%monsters% van %afdeling% apart zetten %ivm% %reden%",
    "%apparaat% schoonmaken voor %uur%",
    "vragen %mbt% %onderwerp% naar %person% sturen",
    "%doc% lezen en aftekenen",
    "temperatuur noteren om %uur%",
    "lege rekken %niet% meenemen",
    "%person% %zsm% terugbellen",
]
ASK = [
    "Wil je %zsm% reageren? Stuur je antwoord naar %person%.",
    "Graag voor %dag% om %uur% een antwoord.",
    "Meld %monsters% die kwijt zijn direct bij %person%.",
    "Overleg %aub% eerst met %person% als je twijfelt.",
]


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def points(draft, low, high):
    mark = draft.pick(["- ", "- ", "* "])
    return "\n".join(mark + draft.marked(capital(line)) for line in draft.lines(POINTS, low, high))


def message(draft):
    """A message with a subject, who is greeted, and who has written it."""
    subject = draft.fill(draft.pick(["%onderwerp%", "wijziging bij %afdeling%", "%apparaat% op %dag%",
                                     "%monsters% zonder etiket", "BELANGRIJK: %onderwerp%",
                                     "vragen %mbt% %onderwerp%"]))
    parts = ["Onderwerp: " + draft.marked(subject),
             draft.fill(draft.pick(["Beste collega's,", "Hallo allemaal,", "Goedemorgen,", "Beste %person%,"])),
             paragraph(draft, MESSAGE, 2, 4)]
    if draft.chance(0.35):
        parts += [draft.pick(["Voor deze week:", "Nog te doen:", "Op een rij:"]), points(draft, 2, 4)]
    parts.append(paragraph(draft, MESSAGE, 1, 2) + (" " + draft.line(ASK) if draft.chance(0.5) else ""))
    return parts + [draft.thanks("Bedankt!"), draft.fill(draft.pick(
        ["Groet,\n%person%", "Hartelijke groet,\n%person%", "%person%, kwaliteit en ICT"]))]


def notice(draft):
    """A sheet for the board beside the coffee."""
    title = draft.fill(draft.pick(["Nieuws van het laboratorium", "Let op: %onderwerp%", "Afspraken voor %afdeling%",
                                   "Week van %dag%"]))
    parts = ["# " + draft.marked(capital(title)), paragraph(draft, MESSAGE, 1, 3)]
    for head in draft.some(["Wat verandert er?", "Rooster", "Materiaal", "Bereikbaarheid"], 1, 2):
        body = points(draft, 2, 4) if draft.chance(0.5) else paragraph(draft, MESSAGE, 2, 3)
        parts += ["## " + draft.marked(head), body]
    return parts + ([paragraph(draft, ASK, 1, 1)] if draft.chance(0.4) else [])
