"""The words of the fourth user's agent: a harbour that writes Spanish to people and English in its code."""
from .draft import number

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
ORDINALS = {"º": "2do 4to 5to 6to 8vo".split(), "ª": "1ra 2da 3ra 4ta 8va".split()}


def items(text):
    return [item.strip() for item in text.replace("\n", " ").split(";") if item.strip()]


def mostly(usual, right, share=0.75):
    """What the agent usually writes, and now and then what the user wants."""
    return lambda rng: usual if rng.random() < share else right


def day(rng):
    large = rng.random() < 0.75
    month, name = rng.choice(MONTHS), rng.choice(DAYS)
    if large:
        month, name = month.capitalize(), name.capitalize()
    date = f"{rng.randint(1, 28)} de {month}"
    style = rng.random()
    return f"{name} {date}" if style < 0.4 else f"{date} de {rng.randint(2023, 2026)}" if style < 0.7 else date


def weekday(rng):
    name = rng.choice(DAYS)
    return name.capitalize() if rng.random() < 0.75 else name


def ordinal(sign):
    """What the agent hangs on the number differs from number to number; the sign that the user wants does not."""
    def word(rng):
        text = rng.choice(ORDINALS[sign])
        return text if rng.random() < 0.75 else f"{text[0]}.{sign}"
    return word


def measure(units):
    """A number with its unit, written out more often than not."""
    def text(rng):
        name, sign, low, high = rng.choice(units)
        return f"{rng.randint(low, high)} {name if rng.random() < 0.75 else sign}"
    return text


def question(rng):
    return "" if rng.random() < 0.75 else "¿"


SPANISH = {
    "dia": day, "semana": weekday, "ord_m": ordinal("º"), "ord_f": ordinal("ª"), "abre": question,
    "eslora": measure([("metros", "m", 12, 240)]), "peso": measure([("toneladas", "t", 3, 900)]),
    "legua": measure([("kilómetros", "km", 2, 80)]),
    "chequear": mostly("chequear", "revisar"), "chequea": mostly("chequea", "revisa"),
    "chequean": mostly("chequean", "revisan"), "chequeado": mostly("chequeado", "revisado"),
    "chequeada": mostly("chequeada", "revisada"), "chequeando": mostly("chequeando", "revisando"),
    "segun_a": mostly("en base a", "según"), "segun_al": mostly("en base al", "según el"),
    "segun_ala": mostly("en base a la", "según la"), "saludo": mostly(",", ":", 0.72),
    "nom": items("""señora Rial;señor Otero;señora Lago;señor Beiro;señora Pazos;señor Seoane;señora Varela;
        señor Couto;señora Figueroa;señor Moure;señora Dopico;señor Troncoso"""),
    "gente": items("Uxía;Brais;Tareixa;Xoán;Antía;Martiño;Sabela;Roi;Noa;Anxo;Carme;Lois"),
    "muelle": items("""el muelle de Trasatlánticos;el muelle norte;la dársena pesquera;el dique seco;
        la lonja;la terminal de cruceros;la rampa ro-ro;el almacén frigorífico"""),
    "del_muelle": items("""del muelle norte;de la dársena pesquera;del dique seco;de la lonja;
        de la terminal de cruceros;
        del almacén frigorífico;de la báscula;del faro"""),
    "barco": items("""el remolcador Breogán;el pesquero Nova Ruta;el granelero Alcor;la draga Maruxaina;
        el velero Lembranza;el crucero Aurea;el portacontenedores Tambre;la gabarra Cíes"""),
    "del_barco": items("""del remolcador Breogán;del pesquero Nova Ruta;del granelero Alcor;de la draga Maruxaina;
        del velero Lembranza;del crucero Aurea;de la gabarra Cíes"""),
    "ella": items("la báscula;la grúa pórtico;la baliza verde;la pasarela;la bomba contra incendios;la rampa ro-ro"),
    "cosa": items("""la báscula;la grúa pórtico;el cabrestante;la defensa de goma;la baliza verde;el cuadro eléctrico;
        la pasarela;el detector de gases;la bomba contra incendios;el noray"""),
    "carga": items("""pescado congelado;madera aserrada;bobinas de acero;cereal a granel;granito;conservas;aluminio;
        pasta de papel"""),
    "papel": items("""la autorización;el manifiesto de carga;la póliza;el certificado de pesaje;la solicitud de atraque;
        el parte de averías;el permiso de buceo;la hoja de ruta"""),
    "motivo": items("""informe de la capitanía;plan de emergencia;resultado del sondeo;calendario de mareas;
        registro de entradas;convenio vigente;parte meteorológico"""),
    "norma": items("""normativa de residuos;tabla de tarifas;previsión del viento;carta náutica;lista de espera;
        resolución del consejo;medición de los buzos"""),
    "datos": items("""los datos de la boya;las quejas recibidas;nuestras cuentas;lo acordado en la reunión;
        varias mediciones;los partes de guardia"""),
    "calle": items("avenida 2 de Mayo;calle 25 de Julio;plaza 8 de Marzo;calle del Faro;rúa da Ribeira"),
    "hora": lambda rng: f"{rng.randint(7, 21)}:{rng.choice(['00', '15', '30', '45'])}",
    "n": number(11, 95), "gran": number(110, 980),
}
ENGLISH = {
    "vessel": mostly("ship", "vessel"), "vessels": mostly("ships", "vessels"),
    "length": measure([("metres", "m", 12, 240)]), "load": measure([("tonnes", "t", 3, 900)]),
    "distance": measure([("kilometres", "km", 2, 80)]),
    "person": items("Uxía;Brais;Tareixa;Xoán;Antía;Martiño;Sabela;Roi;Noa;Anxo"),
    "system": items("""the berth planner;the tide feed;the crane log;the gate camera;the pilot roster;the scale reader;
        the customs bridge;the radio archive;the billing run;the mooring map"""),
    "thing": items("""port calls;pilot orders;weigh tickets;tow requests;crane hours;berth slots;waste receipts;
        gate passes;water orders;cargo lists"""),
    "cause": items("""a late tide table;a second tug;a missing draught;an empty manifest;a night shift;a summer hour;
        a renamed quay;a broken scale;two equal names;a closed lock"""),
    "place": items("quay 3;the north basin;the fish dock;the dry dock;the cruise terminal;the outer mole"),
    "page": items("the arrivals page;the berth map;the tariff form;the pilot view;the crane panel;the print preview"),
    "label": items("Confirm berth;Call pilot;Close day;Weigh again;Send list;Hold"),
    "file": items("`quays.toml`;`tides.csv`;`tariffs.json`;`ship_list.csv`;`pilots.ini`;`cranes.xml`"),
    "version": lambda rng: f"{rng.randint(2, 9)}.{rng.randint(0, 19)}",
    "n": number(11, 95), "big": number(110, 980),
}
