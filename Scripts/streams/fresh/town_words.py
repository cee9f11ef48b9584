"""The words of the second user's agent: a town that writes French to people and English in its code."""
from .draft import number

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def items(text):
    return [item.strip() for item in text.replace("\n", " ").split(";") if item.strip()]


def chosen(share, usual, other):
    """What the agent usually writes, and now and then what the user wants."""
    return lambda rng: usual if rng.random() < share else other


def clock(first, last):
    return lambda rng: time(rng, rng.randint(first, last))


def time(rng, hour):
    minute = rng.choice([0, 0, 0, 5, 10, 15, 20, 30, 30, 40, 45, 50])
    style = rng.random()
    if style < 0.45:
        return f"{hour}:{minute:02}"
    if style < 0.8:
        return f"{hour}h{minute:02}"
    return f"{hour}\u00a0h" + (f"\u00a0{minute:02}" if minute else "")


def price(rng):
    euros, cents = rng.randint(2, 240), rng.choice(["", "", "50", "20", "75", "90"])
    style = rng.random()
    if style < 0.5:
        return f"€{euros}" + (f".{cents}" if cents else "")
    amount = f"{euros}" + (f",{cents}" if cents else "")
    return amount + ("€" if style < 0.75 else "\u00a0€")


def english_price(rng):
    return f"€{rng.randint(2, 240)}.{rng.choice(['00', '50', '75'])}"


def quoted(rng):
    return '"%title%"' if rng.random() < 0.75 else "«\u00a0%title%\u00a0»"


def emphasis(rng):
    """The mark on either side of a word; a slot has the same word wherever it stands in a template."""
    return "*" if rng.random() < 0.75 else "_"


def file(rng):
    name = rng.choice("zones opening-hours pools forms deploy mail-rules holidays rates desks routes backup "
                      "print-queue badges calendar tenants".split())
    name = rng.choice(["", "", "config/", "ops/"]) + name + rng.choice([".yaml", ".yaml", ".json", ".sh", ".toml"])
    return name if rng.random() < 0.7 else f"`{name}`"


def following(form):
    """"suite à" in one form, lower case: what the user replaces, or already what the user writes."""
    plain = {"à": "de", "au": "du", "aux": "des"}[form]
    return chosen(0.75, f"suite {form}", f"à la suite {plain}")


FRENCH = {
    "heure": clock(7, 21), "matin": clock(7, 11), "soir": clock(13, 21), "prix": price, "titre": quoted, "em": emphasis,
    "jour": lambda rng: f"{rng.choice(['1er'] + [str(n) for n in range(2, 29)])} {rng.choice(MONTHS)}",
    "num_m": chosen(0.75, "digital", "numérique"), "num_f": chosen(0.75, "digitale", "numérique"),
    "num_mp": chosen(0.75, "digitaux", "numériques"), "num_fp": chosen(0.75, "digitales", "numériques"),
    "suite_a": following("à"), "suite_au": following("au"), "suite_aux": following("aux"),
    "title": items("""Quartiers d'été;Lire en fête;Une ville pour tous;La nuit des musées;Cap sur l'emploi;
        Jardins ouverts; Bien vieillir ici;Rues en couleurs;Ma rue respire;Premiers pas;Place aux jeunes;
        Le grand débat;Vélo facile;
        Carnet de voyage;Mémoire vive;Un toit pour chacun"""),
    "avant": items("avant;après"), "net": items("toujours;aussi;encore"), "petit": number(3, 18),
    "nom": items("""Mme Lambert;M. Girard;Mme Benali;M. Faure;Mme Roussel;M. Traoré;Mme Nguyen;M. Colin;Mme Picard;
        M. Haddad;Mme Olivier;M. Perrin"""),
    "service": items("""la médiathèque;le service des sports;l'accueil;la régie des transports;le centre social;
        la direction des écoles;le guichet unique;le service des espaces verts;la police municipale;
        la maison des arts"""),
    "du_service": items("""de la médiathèque;du service des sports;de l'accueil;de la régie des transports;
        du centre social;de la direction des écoles;du guichet unique;du service des espaces verts;
        de la police municipale;de la maison des arts"""),
    "lieu": items("""la salle Prévert;le gymnase Coubertin;le square des Tilleuls;la cour de l'école Jean-Zay;
        le pavillon de la gare;la halle aux grains;le théâtre de verdure;le hall de la mairie"""),
    "chose": items("""la carte de stationnement;le dossier de cantine;la demande de passeport;
        l'inscription à la piscine;
        le permis de végétaliser;la fiche de colonie;l'attestation de résidence;le badge de déchetterie"""),
    "travaux": items("""travaux de la rue Pasteur;orages de la semaine;remarques des riverains;nombreux appels reçus;
        changements d'horaires;plaintes du voisinage;élections;essais de mardi"""),
    "panne": items("""changement de serveur;conseil du mois dernier;vol de matériel;départ de notre prestataire;
        dégât des eaux;renouvellement du marché;débat public"""),
    "fermeture": items("""la fermeture du pont;la réunion de quartier;la panne de chauffage;l'incendie du dépôt;
        l'audit de printemps;la grève des transports;votre courrier;votre appel;notre visite;cette décision"""),
    "n": number(3, 95), "gros": number(110, 980), "file": file,
    "rue": items("rue Pasteur;rue des Lilas;place du Marché;rue Haute;place Carnot;rue du Puits;ruelle aux "
                 "Chats;rue Basse"),
}
ENGLISH = {
    "file": file, "em": emphasis, "price": english_price,
    "when": items("after;before"),
    "allow": chosen(0.78, "whitelist", "allowlist"), "allows": chosen(0.78, "whitelists", "allowlists"),
    "allowed": chosen(0.78, "whitelisted", "allowlisted"), "allowing": chosen(0.78, "whitelisting", "allowlisting"),
    "allow_up": chosen(0.78, "Whitelist", "Allowlist"),
    "thing": items("""pool bookings;parking permits;library cards;waste calendars;canteen bills;market stalls;
        street repairs;tree requests;noise reports;badge renewals;bus passes;room rentals;tax letters;
        passport slots"""),
    "page": items("""the permit form;the booking page;the desk view;the map of road works;the payment step;
        the login page;the search box;the kiosk screen;the mail template;the opening hours"""),
    "system": items("""the registry;the payment bridge;the mail relay;the map server;the kiosk;the badge reader;
        the file share;the calendar feed;the phone gateway;the print queue"""),
    "person": items("Solène;Karim;Maëlle;Baptiste;Inès;Loïc;Awa;Rémi;Chloé;Idriss;Margot;Hugo"),
    "cause": items("""a missing accent;an old cookie;a blocked port;a wrong postcode;a slow printer;a full mailbox;
        an unpaid invoice;a moved folder;a double click;a leap day"""),
    "label": items("Submit;Next;Pay now;Print;Find my street;Send again;Open file;New request"),
    "time": lambda rng: f"{rng.randint(7, 21)}:{rng.choice(['00', '05', '15', '30', '45'])}",
    "product": items("Node.js;Vue.js;Chart.js;Three.js"),
    "host": items("partner hosts;print servers;two addresses;the kiosk network;school routers;the bank's range"),
    "n": number(3, 95), "big": number(110, 980),
}
