"""The words of the laboratory's agent: a small hospital, four benches, one LIS, staff of several countries."""
from .draft import number

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def words(text):
    return [" ".join(word.split()) for word in text.split(";")]


def one_of(common, other, share=0.7):
    return lambda rng: common if rng.random() < share else other


def shouted(word, share=0.5):
    """A word that the agent stresses with capitals, and its form at the beginning of a sentence."""
    return {word: one_of(word.upper(), word, share), word + "_up": one_of(word.upper(), word.capitalize(), share)}


def date(rng):
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2023, 2026)
    if rng.random() < 0.4:
        return f"{day} {MONTHS[month - 1]} {year}"
    return f"{day:02}/{month:02}/{year}"


def clock(rng):
    hour = rng.choice([6, 7, 7, 8, 8, 9, 9, 10, 13, 15, 16, 22])
    return f"{hour:02}:{rng.choice(['05', '15', '20', '30', '45', '50'])}"[1 if hour < 10 and rng.random() < 0.75
                                                                           else 0:]


def from_to(rng):
    first, mark = rng.randint(6, 12), "" if rng.random() < 0.75 else "0"
    last = first + rng.randint(1, 6)
    hours = [(mark if hour < 10 else "") + str(hour) for hour in (first, last)]
    return f"from {hours[0]}:{rng.choice(['00', '15', '30'])} to {hours[1]}:{rng.choice(['00', '20', '45'])}"


def uur(rng):
    """A time in Dutch, as the agent writes it: mostly with a colon, sometimes without its word."""
    mark = ":" if rng.random() < 0.75 else "."
    text = f"{rng.randint(7, 21)}{mark}{rng.choice(['00', '15', '30', '45'])}"
    return text + (" uur" if mark == "." or rng.random() < 0.4 else "")


def van_tot(rng):
    first, mark = rng.randint(7, 15), ":" if rng.random() < 0.75 else "."
    return (f"{first}{mark}{rng.choice(['00', '30'])} en {first + rng.randint(1, 4)}{mark}"
            f"{rng.choice(['00', '15', '45'])} uur")


def volume(rng):
    sign = rng.choices(["ml", "mL", "ul", "µl", "µL"], [5, 3, 4, 1, 2])[0]
    if sign.startswith("m"):
        return f"{rng.choice(['1.8', '2', '2.7', '3', '4', '4.5', '6', '9', '10', '50'])} {sign}"
    return f"{rng.choice([5, 10, 20, 25, 40, 50, 75, 100, 200, 250])} {sign}"


def concentration(rng):
    litre = "l" if rng.random() < 0.75 else "L"
    value, unit = rng.choice([
        (f"{rng.randint(2, 28)}.{rng.randint(0, 9)}", "mmol/"), (str(rng.randint(40, 620)), "umol/"),
        (str(rng.randint(40, 620)), "µmol/"), (str(rng.randint(12, 190)), "U/"), (str(rng.randint(60, 180)), "g/"),
        (f"{rng.randint(1, 9)}.{rng.randint(0, 9)}", "ug/"), (str(rng.randint(2, 90)), "mg/")])
    return f"{value} {unit}{litre}"


def limit(rng):
    """At least or at most so much, or simply more or less."""
    sign = rng.choices([">= ", ">=", "<= ", "<=", "> ", "< ", "≥ "], [4, 2, 3, 2, 1, 1, 1])[0]
    return sign + concentration(rng)


def document(rng):
    kind = "SOP" if rng.random() < 0.7 else "WI"
    return kind + rng.choices([" ", "", "-"], [4, 2, 4])[0] + str(rng.randint(12, 380))


BANKS = {
    "date": date, "clock": clock, "from_to": from_to, "uur": uur, "van_tot": van_tot, "vol": volume,
    "conc": concentration, "lim": limit, "doc": document,
    "kalium": lambda rng: f"{rng.randint(6, 8)}.{rng.randint(0, 9)} mmol/{rng.choice('lllL')}",
    "n": number(3, 40), "few": number(2, 9), "big": number(110, 2400), "lot": number(100200, 998700),
    "version": lambda rng: f"{rng.randint(1, 9)}.{rng.randint(0, 6)}",
    "ratio": lambda rng: f"1:{rng.choice([10, 15, 20, 50])}",
    "sp": one_of("sample", "specimen"), "sps": one_of("samples", "specimens"),
    "a_machine": one_of("a machine", "an analyser"), "machine": one_of("machine", "analyser"),
    "machines": one_of("machines", "analysers"),
    "hb": one_of("hemoglobin", "haemoglobin"), "lysis": one_of("hemolysis", "haemolysis"),
    "lytic": one_of("hemolytic", "haemolytic"), "haematology": one_of("hematology", "haematology"),
    "haematocrit": one_of("hematocrit", "haematocrit"), "anaemia": one_of("anemia", "anaemia"),
    "leukaemia": one_of("leukemia", "leukaemia"),
    "revert": one_of("revert", "reply", 0.8), "revert_up": one_of("Revert", "Reply", 0.8),
    "monster": one_of("sample", "monster"), "monsters": one_of("samples", "monsters"),
    "ivm": one_of("i.v.m.", "in verband met"), "ivm_up": one_of("I.v.m.", "In verband met"),
    "mbt": one_of("m.b.t.", "met betrekking tot"), "zsm": one_of("z.s.m.", "zo snel mogelijk"),
    "aub": one_of("a.u.b.", "alsjeblieft", 0.7),
    "person": words("Joke;Farid;Anneloes;Tomasz;Ingrid;Sibel;Wouter;Chiara"),
    "bench": words("chemistry;coagulation;the blood bank;reception;microbiology;the urine bench;point of care"),
    "ward": words("ward 3B;the emergency department;the outpatient clinic;paediatrics;dialysis;intensive care;"
                  "the maternity ward;the day theatre"),
    "system": words("LIS;LabLink;Middleware;Courier app;Label printer;Barcode;HL7 feed;Stock list;Report server"),
    "test": words("potassium;sodium;creatinine;glucose;ferritin;troponin;CRP;INR;D-dimer;lactate;bilirubin;TSH"),
    "tube": words("EDTA tube;citrate tube;heparin tube;serum tube;urine cup;blood culture bottle;capillary tube"),
    "tubes": words("EDTA tubes;citrate tubes;heparin tubes;serum tubes;urine cups;capillary tubes"),
    "device": words("the centrifuge;the coagulometer;the osmometer;the slide stainer;the pipetting robot;"
                    "the blood gas station;the track;the fridge in room 4;the minus-80 freezer;the tube sorter"),
    "part": words("the probe;the waste tank;the rotor lid;the wash station;the lamp;the tubing;the cuvette tray;"
                  "the needle;the reagent door;the filter"),
    "error": words("a timeout;a doubled label;an empty report;a wrong ward code;a missing barcode;a lost order;"
                   "a shifted decimal;an unreadable QR code"),
    "screen": words("Worklist;Validation;Order Entry;QC Chart;Instrument Status;Audit Trail;Patient Finder"),
    "reagent": words("thromboplastin;the wash solution;the lactate reagent;Giemsa stain;the ISE buffer;"
                     "the control serum;the calibrator"),
    "group": words("the night shift;the phlebotomists;the couriers;new colleagues;the validators;the students"),
    "topic": words("ferritin on Fridays;the new courier round;critical values;pipette checks;the audit in spring;"
                   "the winter rota;repeat testing;the fridge alarms;label colours;the spill kit"),
    "cause": words("a power dip;a full disk;an expired certificate;a worn gasket;a swapped cable;a typing error;"
                   "a clot in the probe;a new courier"),
    "key": words("START;ENTER;STOP;ALARM OFF"),
    "weekday": words("Monday;Tuesday;Wednesday;Thursday;Friday"),
    "dag": words("maandag;dinsdag;woensdag;donderdag;vrijdag;zaterdag"),
    "afdeling": words("de polikliniek;de spoedeisende hulp;afdeling 3B;de dialyse;de kinderafdeling;de kraamafdeling"),
    "apparaat": words("de centrifuge;de labelprinter;de koelkast in kamer 4;de buizenpost;de bloedgasmeter;"
                      "de pipetteerrobot;de vriezer"),
    "buisjes": words("EDTA-buizen;citraatbuizen;heparinebuizen;urinepotjes;bloedkweekflessen"),
    "reden": words("een storing;de verbouwing;de feestdagen;een interne audit;onderhoud;een ziekmelding;"
                   "de nieuwe koeriersroute"),
    "onderwerp": words("het rooster;de kritieke waarden;de nieuwe labels;het afvalbeleid;de nachtdienst;"
                       "de pipetcontrole;de koelketen"),
}
for stressed, share in (("not", 0.45), ("never", 0.5), ("always", 0.45), ("only", 0.35), ("must", 0.35), ("all", 0.25),
                        ("before", 0.25), ("every", 0.25), ("niet", 0.4), ("nooit", 0.5), ("altijd", 0.4),
                        ("alleen", 0.4)):
    BANKS |= shouted(stressed, share)
