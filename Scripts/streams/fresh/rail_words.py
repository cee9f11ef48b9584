"""The words of the first user's agent: a company that sells seats on trains."""
from .draft import number

THINGS = """refunds;season tickets;group bookings;seat maps;timetables;vouchers;delay notices;platform changes;
bicycle slots;sleeper cabins;rail passes;student fares;meal orders;lounge visits;travel alerts;receipts;
family discounts;
dining cars;luggage tags;border checks;gift cards;connections;night trains;wheelchair ramps;fare classes;loyalty points;
carriage plans;pet tickets;quiet zones;ferry transfers;parking permits;crew rosters""".replace("\n", "").split(";")

CONTROLS = """Save changes;Publish;Retry;New fare;Export all;Confirm;Add carrier;Archive;Send test;Open seat map;
Next step;Reset filters;Show history;Approve;Duplicate;Assign crew;Print again;Undo""".replace("\n", "").split(";")
MONTH_DAYS = 28


def iso_date(rng):
    return f"{rng.randint(2021, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, MONTH_DAYS):02}"


def long_date(rng):
    month = rng.choice("January February March April May June July August September October November December".split())
    return f"{rng.randint(1, MONTH_DAYS)} {month} {rng.randint(2021, 2026)}"


def date(rng):
    return iso_date(rng) if rng.random() < 0.8 else long_date(rng)


def quantity(rng):
    unit, low, high = rng.choice([("ms", 40, 900), ("GB", 2, 64), ("MB", 12, 950), ("km", 3, 480), ("kB", 8, 700),
                                  ("min", 2, 55), ("s", 2, 90)])
    value = str(rng.randint(low, high)) if rng.random() < 0.8 else f"{rng.randint(1, 9)}.{rng.randint(1, 9)}"
    return value + ("" if rng.random() < 0.75 else " ") + unit


def delay(rng):
    return f"{rng.randint(2, 90)}{'' if rng.random() < 0.75 else ' '}{rng.choice(['ms', 's', 'min'])}"


def wait(rng):
    return f"{rng.randint(2, 50)}{'' if rng.random() < 0.75 else ' '}min"


def milli(rng):
    return f"{rng.randint(40, 990)}{'' if rng.random() < 0.75 else ' '}ms"


def size(rng):
    return f"{rng.randint(2, 900)}{'' if rng.random() < 0.75 else ' '}{rng.choice(['kB', 'MB', 'GB'])}"


def listed(rng):
    words = rng.sample(THINGS, rng.choice((2, 3, 3, 4)))
    return ", ".join(words[:-1]) + " and " + words[-1]


def address(rng):
    host = rng.choice("status docs help tracker wiki dashboards changelog partners".split())
    path = "/".join(rng.sample("""fares seats alerts rollout audit night-trains carriers tariffs mobile api access
        checkout weekly 2031 v4 refunds limits border""".split(), rng.randint(1, 3)))
    return f"https://{host}.farline.example/{path}"


def affect(plain, other):
    """The verb in one form: mostly the word that the user replaces, sometimes already the right one."""
    return lambda rng: plain if rng.random() < 0.72 else other


BANKS = {
    "thing": THINGS, "things": listed, "control": CONTROLS,
    "date": date, "iso": iso_date, "quantity": quantity, "delay": delay, "wait": wait, "milli": milli,
        "size": size, "url": address,
    "impact": affect("impact", "affect"), "impacts": affect("impacts", "affects"),
    "impacted": affect("impacted", "affected"), "impacting": affect("impacting", "affecting"),
    "dash": lambda rng: "--" if rng.random() < 0.75 else "\u2014",
    "however": lambda rng: "; however," if rng.random() < 0.75 else ". However,",
    "press_up": "Click;Press;Choose;Select;Tap".split(";"),
    "press": "click;press;choose;select;tap".split(";"),
    "label": lambda rng: '"%control%"' if rng.random() < 0.75 else "**%control%**",
    "colon": lambda rng: ":" if rng.random() < 0.6 else "",
    "n": number(3, 98), "big": number(120, 9400),
    "clock": lambda rng: f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}",
    "person": """Ilse;Bram;Oyelaran;Marit;Tomasz;Priya;Yusuf;Henrike;Caoimhe;Dario;Sunniva;Emeka;Lotte;Rashid;Anouk;
        Kwame;Freya;Mateo;Noor;Viggo""".replace("\n", "").replace(" ", "").split(";"),
    "team": """the fares team;the mobile crew;platform support;the kiosk group;station operations;the partner desk;
        revenue control;the data office;customer care;the signalling desk""".replace("\n        ", "").split(";"),
    "service": """the fare engine;the seat map;the timetable importer;the ticket printer;the refund worker;
        the kiosk firmware;the delay predictor;the loyalty ledger;the border gateway;the pass scanner;the price cache;
        the route planner;the push sender;the invoice builder;the crew portal""".replace("\n        ", "").split(";"),
    "city": """Antwerp;Basel;Ghent;Malmo;Trieste;Lille;Graz;Bergen;Porto;Zagreb;Leipzig;Utrecht;Turin;Aarhus;Brno;
        Girona;Tampere;Linz""".replace("\n        ", "").split(";"),
    "reason": """an expired signing key;a full disk;a slow index scan;a wrong time zone;a renamed column;
        a retry storm;an empty feed;a duplicate carrier code;a stale feature flag;a broken font file;
        an unpaid map licence;a loose network cable""".replace("\n        ", "").split(";"),
    "habit": "every Monday;after each release;once a month;before the summer timetable;at the end of a shift;"
             "twice a day;on the first workday".split(";"),
    "adjective": "careful;quick;partial;manual;gradual;quiet;temporary;complete".split(";"),
    "part": "checkout page;search form;mobile app;station screen;admin view;printed ticket;e-mail footer;wallet card;"
            "arrivals board;price calendar".split(";"),
    "line": "line 12B;line 7;the coastal line;the airport shuttle;the alpine route;the harbour branch".split(";"),
    "flag": "--dry-run;--since;--carrier;--no-cache;--force-print;--limit;--all-stations".split(";"),
    "tool": "farectl;seatsync;timetool;passcheck;railtop;pricewatch".split(";"),
    "file": lambda rng: f"{rng.choice(['export', 'seats', 'ledger', 'roster', 'fares'])}-{iso_date(rng)}"
                        f"{rng.choice(['.csv', '.json', '.tar.gz'])}",
    "version": lambda rng: f"{rng.randint(2, 9)}.{rng.randint(0, 19)}.{rng.randint(0, 9)}",
}
