"""The words of the paper's agent: a market town, its council, its river, and the Italian families of the brickworks."""
from .draft import number

PLACES = ["Harrowell", "Nether Stow", "Calderby", "Wickmere", "Ostley", "Great Fenton", "Marlbridge", "Upper Tarrant"]
SURNAMES = "Hale Penrose Okafor Lindqvist Bannister Kaur Mistry Thorne Vickery Dunmore Prowse Szabo".split()


def words(text):
    return [" ".join(word.split()) for word in text.split(";")]


def one_of(common, other, share=0.7):
    return lambda rng: common if rng.random() < share else other


def titled(rng):
    """Somebody with a title, mostly with its stop."""
    title = rng.choices(["Mr", "Mrs", "Ms", "Dr", "Cllr"], [4, 4, 2, 2, 3])[0]
    return f"{title}{'.' if rng.random() < 0.7 else ''} {rng.choice(SURNAMES)}"


def church(rng):
    return f"St{'.' if rng.random() < 0.7 else ''} {rng.choice(['Oswald', 'Bride', 'Anne', 'Hilda'])}'s"


def money(rng):
    """A sum: mostly in millions, and these mostly in words."""
    amount = rng.choice([f"{rng.randint(1, 9)}.{rng.randint(1, 9)}", str(rng.randint(2, 48))])
    kind = rng.choices(["million", "billion", "thousand", "plain"], [6, 2, 2, 2])[0]
    if kind in ("million", "billion"):
        short = {"million": "m", "billion": "bn"}[kind]
        return f"£{amount} {kind}" if rng.random() < 0.7 else f"£{amount}{short}"
    return f"£{rng.randint(2, 96)},000" if kind == "thousand" else f"£{rng.randint(20, 980)}"


def many(rng):
    return f"{rng.choice([rng.randint(110, 980), rng.randint(1100, 4800)]):,}"


def hyphened(*pairs):
    """An adverb with what it belongs to, mostly with a hyphen."""
    return lambda rng: rng.choice(pairs).replace(" ", "-" if rng.random() < 0.72 else " ")


def office(*names):
    """One of the town's offices, mostly with a large letter."""
    return lambda rng: rng.choice(names) if rng.random() < 0.68 else rng.choice(names).lower()


def address(rng):
    page = rng.choice("minutes plan map form letters list budget pictures report tickets".split())
    return f"https://{rng.choice(['post', 'town', 'archive'])}.example/{page}/{rng.randint(11, 980)}"


BANKS = {
    "mr": titled, "church": church, "money": money, "many": many, "url": address,
    "n": number(12, 60), "few": number(3, 9), "page": number(2, 32), "year": number(1964, 2026), "age": number(19, 84),
    "stated": one_of("stated", "said"), "states": one_of("states", "says"),
    "tell": lambda rng: rng.choices(["stated", "said", "added"], [5, 4, 2])[0],
    "c": one_of('",', ',"', 0.68), "over": one_of("over", "more than"),
    "lyb": hyphened("newly built", "recently closed", "badly lit", "freshly painted", "privately owned",
                    "carefully restored", "rarely used", "wrongly numbered"),
    "lye": hyphened("hastily arranged", "poorly attended", "fully booked", "widely praised", "badly organised",
                    "carefully planned", "locally funded"),
    "body": office("Council", "Committee", "Trust", "Board"), "head": office("Mayor", "Bishop", "Minister"),
    "place": PLACES,
    "person": words("Rosalind Pike;Tom Adair;Meena Iyer;Jakub Wolny;Bethan Moss;Grace Okoro;Sam Tully;Ada Nwosu"),
    "weekday": words("Monday;Tuesday;Wednesday;Thursday;Friday;Saturday"),
    "month": words("January;February;March;April;May;June;September;October;November"),
    "street": words("Tanner Street;Weir Lane;Bridge Street;Corn Row;Station Road;Chapel Hill;Mill Parade"),
    "thing": words("swimming pool;bus station;market hall;flood wall;ring road;cinema;tram line;skate park;ferry"),
    "building": words("library;school;warehouse;chapel;brewery;car park;signal box;fire station;pavilion"),
    "event": words("meeting;concert;auction;exhibition;debate;fair;election;regatta"),
    "document": words("report;lease;budget;plan;contract;letter;survey;timetable"),
    "papers": words("minutes;plan;full letter;survey;budget;list of winners;map of the works;timetable;court papers"),
    "claim": words("the money had been spent in May;nobody had been told;the roof would last another winter;"
                   "the work would begin next spring;the figures were wrong;there was no other way;"
                   "the keys had been lost twice;rents would not go up;the bridge was safe;"
                   "the trees had been felled by mistake"),
    "saying": words("We waited two hours for an ambulance;Nobody asked the people who live here;"
                    "It smelled of burnt sugar all night;I have never seen the river so high;"
                    "Our children deserve better than a tin hut;We shall appeal, of course;The bell has to go back;"
                    "You cannot run a ferry on good wishes;They came with torches and soup;I simply kept walking;"
                    "We have been promised a roof since the flood;The cat found its own way home;"
                    "It was the best night of my life;The numbers do not add up;There is no plan B"),
    "play": words("Harvest;The Glass Ferry;Salt;Night Mail;A Winter Orchard;Low Water"),
    "section": words("Sport;Letters;Culture;Courts;Farming;Schools"),
    "reason": words("a burst pipe;a lorry on its side;a wedding;strong winds;a leaking roof;a cattle drive;roadworks"),
    "part": words("the front page;the letters page;the back page;the picture spread;the puzzle corner;the court column"),
    "machine": words("the old folder;the plate maker;the offset press;the trimmer;the proof printer"),
    "paper": words("newsprint;coated paper;the grey board;the yellow stock"),
    "stem": words("weir;ferry;night;council;flood;choir"),
    "file": words("budget.xlsx;weir-12.jpg;letters.txt;plan_b.pdf;layout.idml"),
    "giorno": words("lunedì;martedì;mercoledì;giovedì;venerdì;sabato;domenica"),
    "mese": words("gennaio;marzo;maggio;giugno;settembre;ottobre"),
    "luogo": words("Harrowell;Calderby;Ostley;Wickmere;Marlbridge"),
    "via": words("Weir Lane;Bridge Street;Chapel Hill;Station Road"),
    "nome": words("Donatella Bruni;padre Ettore;Assunta Ricci;Nevio Lanza;Marisa Conti;Gino Sartori;Teresa Valli"),
    "festa": words("la festa di San Rocco;il torneo di bocce;la cena sociale;il corso di italiano;la gita in barca;"
                   "la mostra sulla fornace;il pranzo degli anziani"),
    "gruppo": words("il coro;la banda;la scuola di cucina;il circolo;la squadra di bocce;il gruppo di teatro"),
    "motivo": words("il tetto perde acqua;i lavori durano più del previsto;mancano i volontari;la strada è chiusa;"
                    "il cuoco è malato;le sedie non bastano"),
    "loc": one_of("location", "sede"), "locs": one_of("location", "sedi"), "e_up": one_of("E'", "È"),
    "perche": one_of("perchè", "perché"), "poiche": one_of("poichè", "poiché"), "benche": one_of("benchè", "benché"),
    "affinche": one_of("affinchè", "affinché"), "finche": one_of("finchè", "finché"), "ne": one_of("nè", "né"),
    "ed": one_of("ed", "e"), "ad": one_of("ad", "a"),
}
