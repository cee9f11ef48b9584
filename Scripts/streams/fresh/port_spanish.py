"""The Spanish responses of the fourth user's agent: letters, notices, minutes of meetings, instructions."""
from .draft import capital

LETTER = [
    "Hemos recibido %papel% el %dia%; la copia ya está %chequeada%.",
    "%segun_al% %motivo%, su atraque pasa al %ord_m% turno.",
    "%segun_ala% %norma%, el límite es de %peso%.",
    "Le esperamos en %muelle% a las %hora%, en la %ord_f% planta.",
    "%barco% mide %eslora% de eslora y cabe sin problemas.",
    "Rogamos que lleve %papel% antes del %dia%.",
    "La oficina de la %calle% abre cada %semana% a las %hora%.",
    "El precio se calcula %segun_a% %datos%.",
    "%gente% ha %chequeado% %cosa% y no encuentra daños.",
    "No hace falta ir a la base a las %hora%; basta con llamar.",
    "El %ord_m% aviso se envió el %dia%.",
    "Puede %chequear% su turno en `turnos.castrelos.example`.",
    "El chequeo médico de los buzos es aparte.",
    "Su carga de %carga% pesa %peso% y ocupa la %ord_f% nave.",
    "Quedan varios metros libres cerca %del_muelle%.",
    "Los turnos se piden en https://turnos.castrelos.example/?dia=%n% y en ventanilla.",
    "Jueves y viernes se atiende sin cita.",
    "La distancia hasta el faro es de %legua%.",
    "%segun_a_up% %datos%, la espera será corta.",
    "El %semana% no hay servicio de practicaje.",
    "Devolveremos la fianza el %dia%, como marca el contrato.",
]
QUESTIONS = [
    "%abre%Necesita una grúa más grande?",
    "%abre%Puede venir el %semana% a las %hora%?",
    "%abre%Le interesa la %ord_f% fila de atraques?",
    "%abre%Tiene ya %papel%?",
    "%abre%Quiere que %gente% le acompañe?",
    "%abre%Cabe un barco de %eslora%?",
    "%abre%Se puede pagar en la ventanilla?",
    "%abre%Qué pasa si llueve el %dia%?",
    "%abre%Quién firma %papel%?",
]
AGREED = [
    "%gente% explica el %ord_m% punto y %chequea% las cifras con %gente2%.",
    "%segun_ala% %norma%, se retiran %peso% de %carga%.",
    "Se aprueba la %ord_f% fase de las obras %del_muelle%.",
    "Los técnicos %chequean% %cosa% cada %semana%.",
    "La zanja tendrá %eslora% y estará lista el %dia%.",
    "%gente% sigue %chequeando% los recibos %del_muelle%.",
    "El tramo de la %calle% se cierra desde el %dia%.",
    "%segun_al% %motivo%, %barco% sale a las %hora%.",
    "El coste se reparte %segun_a% %datos%.",
    "Se pospone el %ord_m% sondeo al %dia%.",
    "%ella% soporta %peso%, pero hoy está parada.",
    "La %ord_f% prueba fue el %dia% y salió bien.",
    "%gente% pide toneladas de paciencia y un plano nuevo.",
    "Quedan %n% solicitudes sin responder.",
    "La boya se movió %legua% hacia el sur.",
    "El cheque de la fianza sigue en la caja.",
    "Hay que %chequear% el alumbrado %del_muelle%.",
    "El próximo consejo será el %dia% a las %hora%.",
]
TODO = [
    "%gente%: llamar a %gente2% antes del %semana%",
    "%gente%: %chequear% el cuadro %del_muelle%",
    "Pedir presupuesto para %eslora% de cadena",
    "Enviar %papel% el %dia%",
    "Medir de nuevo el calado %del_muelle%",
    "Pintar la %ord_f% fila de norays",
    "Revisar la cuenta %segun_a% %datos%",
    "Colgar el %ord_m% cartel en la %calle%",
]
NOTICE = [
    "%barco% llega el %dia% a las %hora%.",
    "El acceso por la %calle% queda cortado el %semana%.",
    "%segun_al% %motivo%, se prohíbe la pesca desde %muelle%.",
    "La %ord_f% rampa estará cerrada hasta el %dia%.",
    "Se permite el paso de camiones de hasta %peso%.",
    "El %ord_m% turno de limpieza empieza a las %hora%.",
    "Nuestros buzos %chequean% el casco %del_barco%.",
    "La zona de baño queda a %legua% %del_muelle%.",
    "Las visitas del %semana% son gratuitas.",
    "%segun_ala% %norma%, el horario puede cambiar.",
    "Hay %n% plazas, que se dan %segun_a% %datos%.",
    "No se acerque a menos de %eslora% %del_barco%.",
    "%ella% será %chequeada% el %dia%.",
    "Unos metros más allá está la salida de emergencia.",
    "%gran% personas vinieron el año pasado.",
    "El plano está en la base a la entrada.",
    "La feria de %carga% se celebra el %dia%.",
]
HOWTO = [
    "Rellene %papel% con letra clara.",
    "Pida la %ord_f% hoja en la ventanilla.",
    "Mida la manga; el máximo son %eslora%.",
    "Lleve %papel% a la oficina de la %calle%.",
    "Pague antes del %dia%.",
    "Espere a que %gente% lo haya %chequeado%.",
    "Presente el recibo en el %ord_m% mostrador.",
    "Pese el camión; no debe pasar de %peso%.",
    "Vuelva el %semana% a partir de las %hora%.",
    "Guarde la copia hasta el %dia%.",
]


def paragraph(draft, templates, low, high):
    return " ".join(capital(line) for line in draft.lines(templates, low, high))


def bullets(draft, templates, low, high):
    return "\n".join("- " + capital(line) for line in draft.lines(templates, low, high))


def headings(draft, titles):
    """Titles of the second level, numbered more often than not."""
    numbered = draft.chance(0.6)
    return [f"## {at}. {title}" if numbered else f"## {title}" for at, title in enumerate(titles, 1)]


def ruled(draft, parts, share=0.4):
    """The parts with a line across the page in front of one or two of the headings."""
    places = [at for at, part in enumerate(parts) if at and part.startswith("## ")]
    if not places or not draft.chance(share):
        return parts
    for at in sorted(draft.some(places, 1, 2), reverse=True):
        parts = parts[:at] + ["---"] + parts[at:]
    return parts


def letter(draft):
    name = draft.fill("%nom%")
    polite = "Estimada " if name.startswith("señora") else "Estimado "
    mark = draft.fill("%saludo%")
    parts = [draft.pick([polite + name, polite + name, "Buenos días", "Buenas tardes"]) + mark,
             paragraph(draft, LETTER, 2, 4),
             paragraph(draft, LETTER, 1, 3) + (" " + draft.line(QUESTIONS) if draft.chance(0.65) else "")]
    close = draft.fill(draft.pick(["Atentamente,\n%gente%", "Un saludo,\n%gente%", "Saludos cordiales,\n%gente%"]))
    return parts + [close + ("\nAutoridad Portuaria de Castrelos" if draft.chance(0.2) else "")]


def minutes(draft):
    parts = [draft.fill(draft.pick(["# Acta del consejo, %dia%", "# Reunión %del_muelle%",
                                    "# Comité de obras, %dia%"])),
             draft.fill("Asisten %gente%, %gente2% y %gente3%. Empieza a las %hora%.")]
    titles = draft.some(["Obras", "Seguridad", "Presupuesto", "Personal", "Medio ambiente"], 1, 3) + ["Tareas"]
    for head in headings(draft, titles):
        parts += [head, bullets(draft, TODO if head.endswith("Tareas") else AGREED, 2, 4)]
    if draft.chance(0.35):
        at = draft.random.randrange(2, len(parts), 2)
        parts[at + 1] += "\n- " + draft.line(QUESTIONS)
    return ruled(draft, parts)


def notice(draft):
    parts = [draft.fill(draft.pick(["# Aviso: %muelle%", "# Llegada %del_barco%", "# Cortes en la %calle%",
                                    "# Novedades %del_muelle%"])), paragraph(draft, NOTICE, 2, 4)]
    if draft.chance(0.7):
        titles = draft.some(["Accesos", "Horario", "Recomendaciones", "24 horas de vela"], 1, 3)
        for head in headings(draft, titles):
            parts += [head, bullets(draft, NOTICE, 2, 3)]
    if draft.chance(0.65):
        parts += ["## Preguntas", "\n".join("- " + line for line in draft.lines(QUESTIONS, 1, 3))]
    return ruled(draft, parts)


def instructions(draft):
    parts = [draft.fill(draft.pick(["# Cómo obtener %papel%", "# Entrada de %carga%", "# Atracar en %muelle%"])),
             paragraph(draft, LETTER, 1, 3)]
    titles = ["Pasos"] + draft.some(["Dudas", "Plazos", "Costes"], 0, 2)
    for head in headings(draft, titles):
        body = "\n".join(f"{at}. {line}" for at, line in enumerate(draft.lines(HOWTO, 3, 5), 1))
        if not head.endswith("Pasos"):
            body = " ".join(draft.lines(QUESTIONS, 1, 1) + [paragraph(draft, LETTER, 1, 2)])
        parts += [head, body]
    return ruled(draft, parts)


KINDS = {"carta": (letter, 9), "acta": (minutes, 7), "aviso": (notice, 7), "instrucciones": (instructions, 6)}
