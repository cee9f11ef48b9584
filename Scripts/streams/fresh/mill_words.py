"""The words of the third user's agent: a weaving mill with its own dye house."""
from .draft import number

SMALL = "zero one two three four five six seven eight nine".split()


def items(text):
    return [item.strip() for item in text.replace("\n", " ").split(";") if item.strip()]


def mostly(usual, right, share=0.74):
    """What the agent usually writes, and now and then what the user wants."""
    return lambda rng: usual if rng.random() < share else right


def size(rng):
    unit = rng.choice(["cm", "mm", "cm", "m"])
    sides = [str(rng.randint(2, 9) if unit == "m" else 5 * rng.randint(4, 60)) for _ in range(rng.choice((2, 2, 3)))]
    between = rng.choice(["x", "x", "x", " x ", " \u00d7 "])
    return between.join(sides) + " " + unit


def warmth(rng):
    low = 5 * rng.randint(6, 18)
    style = rng.random()
    unit = " degrees C" if style < 0.45 else " degrees Celsius" if style < 0.76 else " \u00b0C"
    return span(rng, low, low + rng.choice((5, 10))) + unit if rng.random() < 0.25 else f"{low}{unit}"


def span(rng, low, high):
    return f"{low}{'-' if rng.random() < 0.75 else chr(0x2013)}{high}"


def minutes(rng):
    low = 5 * rng.randint(2, 9)
    return span(rng, low, low + 5 * rng.randint(1, 4)) + " minutes"


def width(rng):
    low = rng.randint(11, 80)
    return span(rng, low, low + rng.randint(2, 9)) + rng.choice([" mm", " mm", " cm"])


def weight(rng):
    low = rng.randint(11, 80)
    return span(rng, low, low + rng.randint(2, 9)) + " kg"


def hours(rng):
    start = rng.randint(6, 15)
    begin = f"{start}:{rng.choice(['00', '15', '30'])}"
    return span(rng, begin, f"{start + rng.randint(1, 7)}:{rng.choice(['00', '45'])}")


def rows(rng):
    low = rng.randint(10, 70)
    return rng.choice(["rows ", "pages ", "batches "]) + span(rng, low, low + rng.randint(1, 20))


def few(rng):
    value = rng.randint(2, 9)
    return str(value) if rng.random() < 0.74 else SMALL[value]


BANKS = {
    "size": size, "warmth": warmth, "minutes": minutes, "width": width, "weight": weight, "hours": hours,
    "rows": rows, "few": few,
    "begin": mostly("commence", "begin"), "begins": mostly("commences", "begins"),
    "began": mostly("commenced", "began"), "beginning": mostly("commencing", "beginning"),
    "color": mostly("color", "colour"), "colors": mostly("colors", "colours"),
    "colored": mostly("colored", "coloured"), "coloring": mostly("coloring", "colouring"),
    "to": mostly("in order to", "to"), "dots": mostly("...", "\u2026"),
    "n": number(11, 98), "big": number(110, 900),
    "day": lambda rng: f"20{rng.randint(22, 26)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
    "phone": lambda rng: f"555-01{rng.randint(10, 99)}",
    "loom": lambda rng: f"{rng.choice(['loom', 'loom', 'winder', 'warper'])} {rng.randint(2, 9)}",
    "part": lambda rng: f"{rng.choice('BKRW')}-{rng.randint(10, 40)}-{rng.randint(41, 90)}",
    "person": items("Agnes;Boris;Chidi;Delphine;Eamon;Fatuma;Gregor;Hanne;Ivo;Jarmila;Kaspar;Leocadia;Nadia;Orla;"
                    "Petra;Quentin;Rosalind;Stelian"),
    "cloth": items("""linen drill;cotton sateen;wool flannel;silk noil;denim;canvas;the upholstery cloth;jute sacking;
        the towel cloth;ramie voile;the blanket wool;damask"""),
    "dye": items("madder red;indigo;walnut brown;weld yellow;the navy mix;cochineal;sulphur black;"
                 "the olive mix;logwood"),
    "machine": items("""the steam press;the dye jigger;the carding machine;the ring spinner;the sizing bath;the stenter;
        the cutting table;the fulling mill;the selvedge trimmer;the bale press"""),
    "stuff": items("""bobbins;cones;shuttles;heddles;spare reeds;pattern cards;sample books;pallets;cleaning rags;
        order slips;dye drums;weft yarns"""),
    "trouble": items("""a slack belt;a torn warp;a wet bale;a bent needle;a clogged filter;a blown fuse;a dry bearing;
        a missing tension spring;lint in the sensor;a cracked drum"""),
    "place": items("hall north;hall south;the dye house;the yarn store;the finishing room;the loading bay;"
                   "the workshop"),
    "client": items("Harrow & Pine;Larkin Hotels;Beaumont Sails;Tolley Tents;the Ashdown school;Veldt Outdoor"),
    "adverb": items("slowly;by hand;twice;with care;from the left;in daylight"),
    "setting": items("`tension`;`weft_speed`;`color`;`steam_valve`;`range: 12-15`;`loom_id`;`args...`"),
}
