"""The Italian responses of the paper's agent: news for the families of the brickworks, and letters to them."""
from .draft import capital

NEWS = [
    "%e_up% chiusa fino a %giorno% la biblioteca di %luogo%.",
    "%e_up% prevista per %giorno% %festa%.",
    "%e_up% morto a %age% anni Guido Ferri, che per molti anni diresse la banda.",
    "%e_up% tempo di iscriversi: i posti sono pochi, e %festa% piace a tutti.",
    "La nuova %loc% del circolo è in %via%, accanto al caffè Ca' Bruni.",
    "%festa_up% cambia %loc% %perche% %motivo%.",
    "Tra le %locs% proposte c'è anche la vecchia fornace.",
    "Due %locs% su tre sono troppo piccole, dice %nome%.",
    "Una location manager di Londra cerca una cucina degli anni Sessanta.",
    "%gruppo_up% prova il %giorno% %ed% accoglie chi vuole cantare un po'.",
    "Si mangia, si balla %ed% alla fine si lavano i piatti.",
    "%gruppo_up% parte per un viaggio %ad% Imola e torna ad aprile.",
    "Il premio va %ad% un giovane di %luogo%, che studia ad Ancona.",
    "Chi abita in %via% può lasciare l'auto altrove, ad esempio dietro la chiesa.",
    "La sala è aperta ogni giorno ad eccezione del %giorno%.",
    "%nome_up% ha raccolto foto %ed% oggetti della fornace.",
    "%nome_up% parla di pane ed erbe selvatiche.",
    "Era il %n% %mese% ed era quasi notte.",
    "%poiche_up% %motivo%, %festa% slitta a %giorno%.",
    "Non c'è %ne% un palco %ne% una tenda, ma c'è il tè.",
    "%nome% scrive %affinche% nessuno dimentichi la fornace.",
    "Si resta aperti %finche% c'è gente, cioè fino a tardi.",
    "%benche_up% piovesse, sono venuti ad ascoltare in %n%.",
    "%e_up% arrivato il forno nuovo ed è già acceso.",
    "I biglietti costano %few% sterline %ed% includono un caffè.",
    "Il giornale 'La Fornace' compie %n% anni e si regala una mostra.",
    "%gruppo_up% cerca una %loc% per l'inverno.",
    "Alla %loc% di %via% si arriva con il bus %few%.",
]
POINTS = [
    "%giorno%: %festa%, %loc% da decidere",
    "chiamare %nome% %perche% %motivo%",
    "foto %ed% articoli entro il %n% %mese%",
    "chiedere %ad% Assunta le ricette, ad Anna i dolci",
    "%n% sedie per %gruppo%",
    "niente caffè dopo le sei",
    "tre %locs% da visitare",
    "un po' di pazienza con %nome%",
    "testi corti, cioè %few% righe",
    "%gruppo% ed Ettore insieme",
]
LETTER = [
    "Il suo testo esce %giorno%, %perche% la pagina era piena.",
    "Mandi le foto %ad% Elena o, se preferisce, ad Alda in redazione.",
    "%e_up% un bel racconto e ha la lunghezza giusta.",
    "La cena sarà nella %loc% di %via%.",
    "Non paghiamo molto, %poiche% %motivo%, ma il caffè è gratis.",
    "Ci vediamo con %nome% ed Ettore per parlare della gita.",
    "Le chiedo un po' di pazienza %finche% non torna %nome%.",
    "%e_up% possibile avere una foto di %nome%?",
    "Quali %locs% le piacciono? Nelle altre %locs% fa freddo.",
    "Il titolo era %ad% effetto, ma non era vero.",
    "Non abbiamo %ne% il nome %ne% l'anno della foto.",
    "Venga %ad% un'ora comoda per lei, ad esempio di mattina.",
    "Racconti %ed% immagini restano suoi.",
    "%person% della redazione inglese l'aiuta %affinche% tutto sia chiaro.",
]
TITLES = ["Notizie dalla fornace", "%festa%", "La nuova %loc% di %via%", "%gruppo% cambia casa",
          "%luogo%: una sera in italiano", "Perché si canta ad Ancona"]
HEADS = ["Chi partecipa", "Come arrivare", "Gli anni Sessanta", "Dove e quando", "La prossima settimana"]


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def news(draft):
    """A piece for the Italian page."""
    parts = ["# " + capital(draft.line(TITLES)), paragraph(draft, NEWS, 2, 4)]
    for head in draft.some(HEADS, 0, 2):
        parts += ["## " + head, draft.listed(POINTS, 2, 4) if draft.chance(0.4) else paragraph(draft, NEWS, 2, 3)]
    return parts


def letter(draft):
    """A letter to somebody who writes or cooks for the page."""
    parts = [draft.fill(draft.pick(["Gentile %nome%,", "Cara Donatella,", "Cari lettori,", "Caro padre Ettore,"])),
             paragraph(draft, LETTER, 2, 4)]
    if draft.chance(0.35):
        parts += [draft.pick(["Da fare:", "Per la prossima pagina:", "Restano aperti:"]), draft.listed(POINTS, 2, 4)]
    parts.append(paragraph(draft, LETTER, 1, 3))
    return parts + [draft.fill(draft.pick(["A presto,\n%person%", "Un caro saluto,\n%person%", "La redazione"]))]
