"""The French responses of the second user's agent: letters, minutes of meetings, announcements, instructions."""
from .draft import capital

LETTER = [
    "%suite_a% %fermeture%, nous avons déplacé l'atelier dans %lieu%.",
    "%suite_au% %panne%, %chose% prendra %petit% jours de plus.",
    "%suite_aux% %travaux%, %service% ferme ses portes jusqu'au %jour%.",
    "Nous donnons suite à votre demande du %jour%.",
    "Le rendez-vous est fixé au %jour% à %heure% dans %lieu%.",
    "%chose% coûte désormais %prix% par an.",
    "Le tarif réduit passe de %prix% à %prix2% dès le %jour%.",
    "Notre guichet %num_m% répond entre %matin% et %soir%.",
    "La borne %num_f% du hall accepte %em%%net%%em% les cartes bancaires.",
    "Vous trouverez la brochure %titre% à l'accueil %du_service%.",
    "Une copie du dossier reste %em%%net%%em% nécessaire.",
    "La prise d'empreinte digitale se fait sur place, sans supplément.",
    "%nom% vous attend à %heure% précises, %em%sans%em% les enfants.",
    "Les démarches %num_fp% sont ouvertes à tous, et %service% vous aide au besoin.",
    "Le formulaire %titre% a changé le %jour%.",
    "Le remboursement de %prix% vous parviendra avant le %jour%.",
    "%service% a bien reçu votre courrier, et la suite au prochain conseil vous sera communiquée.",
    "Pour %chose%, il faut compter %petit% jours.",
    "Les pièces manquantes sont à déposer %em%%avant%%em% %heure%.",
    "Votre espace %num_m% garde les reçus pendant %petit% mois.",
    "Le numéro %gros% est réservé aux habitants de la %rue%.",
]
AGREED = [
    "%nom% présente le plan %titre% pour %lieu%.",
    "Le budget de l'atelier passe à %prix%, ce qui est %em%tout juste%em% admis.",
    "%suite_aux% %travaux%, la circulation est coupée de %matin% à %soir%.",
    "%suite_a% %fermeture%, %service% demande %n% places de plus.",
    "Les outils %num_mp% %du_service% seront remplacés avant le %jour%.",
    "La charte %num_f% est adoptée à %petit% voix contre deux.",
    "%nom% rappelle que le vote a lieu %em%%avant%%em% le débat.",
    "Le format 16:9 est retenu pour les écrans du hall.",
    "La séance reprend à %heure%.",
    "Le devis de %prix% est refusé, celui de %prix2% est accepté.",
    "%nom% donne suite à la question posée le %jour%.",
    "%service% prépare une affiche %titre% pour le %jour%.",
    "%suite_au% %panne%, les horaires %du_service% changent.",
    "Le lecteur d'empreintes digitales de l'entrée est retiré.",
    "Les habitants de la %rue% seront prévenus %em%uniquement%em% par courrier.",
    "L'espace %num_m% ouvre %petit% postes, dont deux pour les enfants.",
    "Le courrier \"en souffrance\" est trié chaque matin à %matin%.",
    "Les visites du soir sont %em%toutes%em% maintenues.",
    "%nom% quitte la salle à %heure%.",
]
TODO = [
    "%nom% : écrire à %nom2% avant le %jour%",
    "%nom% : relire la note %titre%",
    "Vérifier le tarif de %prix% avec %service%",
    "Réserver %lieu% pour %heure%",
    "Mettre à jour les pages %num_fp% %du_service%",
    "Commander %n% badges à %prix% pièce",
    "Rappeler les riverains de la %rue%",
    "Publier l'appel à projets %num_mp% le %jour%",
]
NEWS = [
    "La fête %titre% commence à %heure% dans %lieu%.",
    "L'entrée coûte %prix%, et %prix2% pour les moins de %petit% ans.",
    "L'inscription est possible %em%%avant%%em% le %jour%.",
    "Un atelier %num_m% attend les plus jeunes de %matin% à %soir%.",
    "%suite_aux% %travaux%, les bus évitent la %rue%.",
    "%suite_a% %fermeture%, l'exposition %titre% est prolongée jusqu'au %jour%.",
    "Les services %num_mp% %du_service% sont coupés le %jour%.",
    "%service% prête %n% tablettes, %em%uniquement%em% sur présentation de la carte.",
    "La visite de %matin% est complète, celle de %soir% ne l'est pas.",
    "Le spectacle %titre% se joue pour la dernière fois le %jour%.",
    "Prévoir %prix% de caution pour le matériel.",
    "%gros% personnes sont venues l'an dernier.",
    "Un plan est affiché dans %lieu%.",
    "Le parcours raconte l'histoire de l'empreinte digitale, et celle de la carte d'identité.",
    "%nom% lit un extrait à %heure%, la suite aux beaux jours.",
]
HOWTO = [
    "Ouvrez la page %titre% du guichet %num_m%.",
    "Notez l'heure du rendez-vous, par exemple %heure%.",
    "Payez les %prix% en ligne ou à l'accueil %du_service%.",
    "Signez %em%deux fois%em% en bas de la page.",
    "Gardez le reçu jusqu'au %jour%.",
    "Déposez l'original dans %lieu% avant %heure%.",
    "Choisissez %titre% dans la liste des démarches %num_fp%.",
    "Posez le doigt sur le lecteur : l'empreinte digitale est lue en %petit% secondes.",
    "Si la clé %num_f% manque, demandez-la à %nom%.",
    "Attendez la réponse %du_service%, au plus %petit% jours.",
]
INVITATIONS = [
    "N'hésitez pas à revenir vers nous pour toute question.", "N'hésitez pas à nous écrire si un point reste obscur.",
    "N'hésitez pas à appeler %nom% au besoin.", "N'hésitez pas à passer nous voir dans %lieu%.",
    "N'hésitez pas, nous sommes là pour vous.",
]


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def bullets(draft, templates, low, high):
    return "\n".join("- " + capital(line) for line in draft.lines(templates, low, high))


def invited(draft, share):
    return [draft.line(INVITATIONS)] if draft.chance(share) else []


def letter(draft):
    parts = [draft.fill(draft.pick(["Bonjour,", "Madame, Monsieur,", "Chère Madame,", "Bonjour %nom%,"])),
             paragraph(draft, LETTER, 2, 4), paragraph(draft, LETTER, 1, 3)]
    return parts + invited(draft, 0.6) + [draft.fill(draft.pick(["Cordialement,\n%nom%", "Bien à vous,\n%nom%"]))]


def minutes(draft):
    parts = [draft.fill(draft.pick(["# Réunion du %jour%", "# Compte rendu : %service%",
        "# Conseil de quartier, %rue%"])),
             draft.fill("Présents : %nom%, %nom2%, %nom3%. Début à %heure%.")]
    for title in draft.some(["Décisions", "Budget", "Questions diverses", "Points d'étape"], 1, 2):
        parts += ["## " + title, bullets(draft, AGREED, 2, 4)]
    return parts + ["## À faire", bullets(draft, TODO, 2, 4)]


def announcement(draft):
    title = draft.fill(draft.pick(['# %titre% : le programme', "# Les rendez-vous %num_mp% du mois",
        "# Info travaux, %rue%",
                                   "# Du nouveau dans %lieu%"]))
    parts = [title, paragraph(draft, NEWS, 2, 4)]
    if draft.chance(0.6):
        parts += [draft.pick(["## En pratique", "## Bon à savoir"]), bullets(draft, NEWS, 2, 4)]
    return parts + invited(draft, 0.5)


def instructions(draft):
    parts = [draft.fill(draft.pick(["# Obtenir %chose%", "# Mode d'emploi : %chose%"])),
             paragraph(draft, LETTER, 1, 2),
             "\n".join(f"{at}. {line}" for at, line in enumerate(draft.lines(HOWTO, 3, 5), 1))]
    if draft.chance(0.5):
        parts += ["## En cas de problème", paragraph(draft, LETTER, 1, 2)]
    return parts + invited(draft, 0.4)


KINDS = {"courriel": (letter, 6), "compte rendu": (minutes, 5), "annonce": (announcement, 5),
    "mode d'emploi": (instructions, 4)}
