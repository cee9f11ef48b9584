"""The words of the vet's agent: a practice with four vets, and a program in which its visits are booked."""
from .draft import number

MONTHS = "January February March April May June July August September October November December".split()


def words(text):
    return [" ".join(word.split()) for word in text.split(";")]


def ordinal(day):
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def date(rng):
    day, month = rng.randint(1, 28), rng.choice(MONTHS)
    year = f"{rng.randint(2023, 2026)}"
    if rng.random() < 0.35:
        return f"{day} {month}" + (f" {year}" if rng.random() < 0.3 else "")
    return f"{month} {ordinal(day)}" + (f", {year}" if rng.random() < 0.3 else "")


def decimal(rng, low, high):
    """A number as the agent writes it: sometimes .5, sometimes 5.0."""
    chance = rng.random()
    if chance < 0.32:
        return "." + rng.choice("2 25 3 4 5 6 75 8".split())
    if chance < 0.6:
        return f"{rng.randint(low, high)}.0"
    return f"{rng.randint(low, high)}.{rng.randint(1, 9)}" if chance < 0.8 else str(rng.randint(low, high))


def unit(rng, sign):
    return sign + ("s" if rng.random() < 0.38 else "")


def dose(rng):
    return f"{decimal(rng, 1, 9)} {unit(rng, rng.choice(['ml', 'ml', 'mg']))}"


def weight(rng):
    value = str(rng.randint(2, 44)) if rng.random() < 0.4 else f"{rng.randint(2, 44)}.{rng.randint(0, 9)}"
    return f"{value} {unit(rng, 'kg')}"


def telephone(rng):
    mark = "-" if rng.random() < 0.8 else " "
    return mark.join(["0" + rng.choice(["1632", "1904", "1865", "1382"]), str(rng.randint(200, 989)),
                      str(rng.randint(200, 989))])


def one_of(common, other, share=0.75):
    return lambda rng: common if rng.random() < share else other


BANKS = {
    "date": date, "dose": dose, "weight": weight, "phone": telephone,
    "month": lambda rng: f"{rng.choice(MONTHS)} {rng.randint(2022, 2026)}",
    "n": number(3, 60), "big": number(110, 960),
    "parent": one_of("pet parent", "owner"), "a_parent": one_of("a pet parent", "an owner"),
    "parents": one_of("pet parents", "owners"),
    "meds": one_of("meds", "medicines", 0.8),
    "shot": one_of("shot", "vaccination", 0.8), "shots": one_of("shots", "vaccinations", 0.8),
    "simply": one_of("simply ", "", 0.7),
    "kindly": one_of("Kindly", "Please", 0.75),
    "clock": lambda rng: f"{rng.randint(8, 18)}:{rng.choice(['00', '15', '30', '40', '45'])}",
    "pet": words("Biscuit;Luna;Monty;Pepper;Rolo;Tilly;Hugo;Willow;Marmite;Otis;Juno;Pickle;Bramble;Fergus;Nutmeg;"
                 "Dusty;Olive;Ziggy"),
    "kind": words("dog;cat;rabbit;guinea pig;ferret;puppy;kitten;spaniel;whippet;terrier;lurcher;tortoise"),
    "kinds": words("dogs;cats;rabbits;guinea pigs;ferrets;puppies;kittens;hens;tortoises"),
    "vet": words("Dr Okafor;Dr Lindqvist;Dr Pryce;Dr Banerjee"),
    "nurse": words("Callum;Siobhan;Perpetua;Ewan;Katya;Meera"),
    "client": words("Mrs Hallam;Mr Adeyemi;Ms Trelawney;Mr Fenwick;Mrs Kaur;Ms Donnelly;Mr Sato;Mrs Whitlock"),
    "treatment": words("""dental cleaning;spaying;castration;a cruciate repair;an ear flush;the removal of a lump;
        a tooth extraction;a bladder stone operation;wound stitching;an eyelid operation;a hernia repair"""),
    "illness": words("""kennel cough;cat flu;a limp;an itchy ear;diabetes;a heart murmur;an upset stomach;
        a broken claw;conjunctivitis;arthritis;a thyroid problem;dental disease"""),
    "drug": words("meloxicam;amoxicillin;prednisolone;gabapentin;furosemide;insulin;thyroxine;metronidazole"),
    "germ": words("rabies;parvovirus;distemper;leptospirosis;myxomatosis;cat flu"),
    "room": words("consulting room 2;the cat ward;the theatre;the dispensary;the isolation room;the prep room"),
    "screen": words("Diary;Reminders;Invoices;Patient card;Waiting room;Stock;Insurance;Lab results;Rota"),
    "button": words("Save;New visit;Move;Print label;Send reminder;Close the day;Merge cards;Add weight;Refund"),
    "amount": lambda rng: f"£{rng.randint(14, 480)}.{rng.choice(['00', '50', '95'])}",
    "version": lambda rng: f"{rng.randint(3, 6)}.{rng.randint(0, 4)}",
    "batch": lambda rng: f"B-0{rng.randint(1000, 9999)}-{rng.randint(200, 989)}-{rng.randint(200, 989)}",
    "span": words("two days;three days;five days;a week;ten days;a fortnight;a month"),
    "time": words("in the morning;at night;with food;before breakfast;after the evening walk;every eight hours"),
    "food": words("boiled chicken and rice;soft food;the kidney diet;small meals;soaked biscuits;plain white fish"),
}
