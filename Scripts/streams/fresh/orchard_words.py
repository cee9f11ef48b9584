"""The words of the growers' agent: apples, pears, plums, cold stores and a packing house."""
from .draft import number

MONTHS = "January February March April May June July August September October November December".split()


def words(text):
    return [" ".join(word.split()) for word in text.split(";")]


def date(rng):
    day, month, year = rng.randint(1, 28), rng.choice(MONTHS[3:11]), rng.randint(2022, 2026)
    chance = rng.random()
    if chance < 0.25:
        return f"{year}-{MONTHS.index(month) + 1:02}-{day:02}"
    return f"{month} {day}" if chance < 0.33 else f"{month} {day}, {year}"


def one_of(common, other, share=0.75):
    return lambda rng: common if rng.random() < share else other


def sugar(rng):
    sign = rng.choices(["brix", "Brix", "degrees Brix", "°Brix"], [4, 4, 1, 3])[0]
    return f"{rng.randint(9, 16)}.{rng.randint(0, 9)} {sign}"


def tonnes(rng):
    return f"{rng.randint(2, 64)}.{rng.randint(0, 9)}"


BANKS = {
    "date": date, "sugar": sugar, "tonnes": tonnes,
    "month": lambda rng: f"{rng.choice(MONTHS)} {rng.randint(2021, 2026)}",
    "n": number(3, 48), "big": number(110, 980), "week": number(28, 44), "block": number(1, 19),
    "share": lambda rng: f"{rng.randint(3, 92)}%",
    "farmer": one_of("farmer", "grower"), "farmers": one_of("farmers", "growers"),
    "utilize": one_of("utilize", "use"), "utilizes": one_of("utilizes", "uses"),
    "utilized": one_of("utilized", "used"), "utilizing": one_of("utilizing", "using"),
    "approx": one_of("approximately", "about"), "approx_up": one_of("Approximately", "About"),
    "forward": one_of(" going forward", "", 0.65), "forward_up": one_of("Going forward, ", "From now on, ", 0.75),
    "apple": words("Gala;Braeburn;Bramley;Discovery;Elstar;Jonagold;Egremont"),
    "pear": words("Conference;Comice;Concorde"),
    "fruit": words("Gala;Braeburn;Bramley;Discovery;Elstar;Jonagold;Conference;Comice;Concorde"),
    "place": words("Evesham;Ledbury;Faversham;Wisbech;Tenbury;Pershore;Newent"),
    "person": words("Agnes;Tobias;Ruth;Imran;Gwen;Marek;Delphine;Hollis"),
    "pest": words("codling moth;scab;canker;woolly aphid;pear sucker;brown rot;fireblight;sawfly"),
    "store": words("store 2;store 5;the long store;the cold room;the old barn"),
    "machine": words("the grader;the weighbridge;the drencher;the sorting line;the bin tipper;the frost fan"),
    "damage": words("hail;late frost;sunburn;bruising;russet;bitter pit"),
    "source": words("the weighbridge log;the spray diaries;the pick sheets;the grader files;the trap counts;"
                    "the weather station"),
    "file": lambda rng: f"{rng.choice(['bins', 'picks', 'traps', 'grades', 'prices'])}_{rng.randint(2021, 2026)}.csv",
    "column": words("block;weight;grade;variety;picked_on;firmness;store"),
    "weather": words("a dry August;the cold spring;two wet weeks;the warm nights;the storm"),
    "price": lambda rng: f"£{rng.randint(0, 1)}.{rng.randint(40, 99)}",
    "buyer": words("the juice works;the farm shop;the wholesaler;the school contract;the cider maker"),
    "job": words("thinning;picking;pruning;grafting;mowing;netting;the second spray"),
}
