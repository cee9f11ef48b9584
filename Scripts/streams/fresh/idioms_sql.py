"""SQL idioms, in the queries of an observatory."""
import dataclasses

from . import code
from .draft import Draft, number
from .idiom_sets import Idiom, Language


@dataclasses.dataclass
class Queries(Language):
    """A core is put into one of the frames of its kind, which is named in front of it: "kind|core"."""
    frames: dict = dataclasses.field(default_factory=dict)

    def around(self, draft, before, after):
        kind, bound = before.split("|")[0], {}
        cores = [draft.fill(code.own(core.split("|", 1)[1], 9), bound) for core in (before, after)]
        frame = draft.fill(code.own(draft.pick(self.frames[kind]), 1), bound)
        line = next(line for line in frame.split("\n") if "@" in line)
        deep = len(line) - len(line.lstrip())
        return tuple(frame.replace("@", code.indented(core, 1, deep).lstrip()) + "\n" for core in cores)


BANKS = {
    "table": "plates spectra nights exposures targets flares tracks reports".split(),
    "other": "observers domes filters lenses sites owners".split(),
    "col": "magnitude depth hour seeing altitude rank gain drift".split(),
    "text": "band status quality origin mode kind".split(), "key": "plate_id night_id dome_id site_id".split(),
    "word": "red blue open lost final raw clear dim wide faint".split(), "n": number(2, 60), "big": number(100, 4000),
    "alias": "score worst label amount mark".split(), "a": "p o x m".split(), "b": "d s f w".split(),
    "day": lambda rng: f"20{rng.randint(19, 26)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
}
WHERE = [
    "SELECT o.id,\n       o.%col%,\n       o.%text%\nFROM %table% AS o\nWHERE o.%col2% > %n%\n  AND @\n"
    "ORDER BY o.%col%\nLIMIT %big%;",
    "SELECT o.%text%,\n       COUNT(*) AS rows_seen\nFROM %table% AS o\nJOIN %other% AS d ON d.id = o.%key%\n"
    "WHERE @\n  AND o.%col% IS NOT NULL\nGROUP BY o.%text%\nHAVING COUNT(*) > %n%;",
    "UPDATE %table% AS o\nSET %col% = %n%,\n    %text% = '%word%'\nWHERE o.%key% < %big%\n  AND @\n"
    "  AND o.%col2% <> %n2%;",
    "WITH recent AS (\n  SELECT o.id,\n         o.%col%\n  FROM %table% AS o\n  WHERE o.taken > '%day%'\n    AND @\n)\n"
    "SELECT AVG(%col%)\nFROM recent;",
    "DELETE FROM %table% AS o\nWHERE o.taken < '%day%'\n  AND o.%col% = %n%\n  AND o.%col2% <> %n2%\n  AND @;",
]
SELECT = [
    "SELECT o.id,\n       @ AS %alias%\nFROM %table% AS o\nWHERE o.%col% > %n%\nORDER BY o.%key% DESC\nLIMIT %big%;",
    "SELECT d.id,\n       MAX(o.%col2%) AS top,\n       SUM(@) AS %alias%\nFROM %other% AS d\n"
    "JOIN %table% AS o ON o.%key% = d.id\nWHERE o.%text% <> '%word%'\nGROUP BY d.id;",
    "INSERT INTO summary (id, %alias%)\nSELECT o.id,\n       @\nFROM %table% AS o\nWHERE o.taken = '%day%'\n"
    "  AND o.%col% < %n%;",
    "UPDATE %table% AS o\nSET %col% = %n%,\n    %col2% = @\nWHERE o.%key% IS NOT NULL\n  AND o.%text% <> '%word%'\n"
    "  AND o.taken > '%day%';",
]
ALONE = [
    "SELECT o.id,\n       o.%col%\nFROM %table% AS o\nLEFT JOIN %other% AS d ON d.id = o.%key%\nWHERE @\n"
    "ORDER BY o.%col%;",
    "SELECT o.%text%,\n       AVG(o.%col%) AS %alias%\nFROM %table% AS o\nWHERE @\nGROUP BY o.%text%\n"
    "ORDER BY %alias% DESC\nLIMIT %n%;",
    "SELECT o.id,\n       CASE\n         WHEN @ THEN %n%\n         ELSE 0\n       END AS %alias%\n"
    "FROM %table% AS o\nWHERE o.%col% > %n2%;",
]
SQL = Queries("sql", BANKS, [], [], "", frames={"and": WHERE, "select": SELECT, "alone": ALONE})

LISTED = Idiom("one of a list", SQL, [
    ("and|(o.%text% = '%word%' OR o.%text% = '%word2%')", "and|o.%text% IN ('%word%', '%word2%')"),
    ("alone|o.%text% = '%word%' OR o.%text% = '%word2%'", "alone|o.%text% IN ('%word%', '%word2%')"),
    ("and|(o.%col% = %n% OR o.%col% = %n2% OR o.%col% = %n3%)", "and|o.%col% IN (%n%, %n2%, %n3%)"),
    ("alone|o.%text% = '%word%' OR o.%text% = '%word2%' OR o.%text% = '%word3%'",
     "alone|o.%text% IN ('%word%', '%word2%', '%word3%')"),
    ("and|(LOWER(o.%text%) = '%word%' OR LOWER(o.%text%) = '%word2%')", "and|LOWER(o.%text%) IN ('%word%', '%word2%')"),
    ("and|(\n  o.%key% = %n% OR\n  o.%key% = %n2% OR\n  o.%key% = %n3%\n)", "and|o.%key% IN (%n%, %n2%, %n3%)"),
    ("alone|o.%key% = %n% OR o.%key% = %n2%", "alone|o.%key% IN (%n%, %n2%)"),
], [
    "and|(o.%text% = '%word%' OR o.%text2% = '%word2%')",
    "and|(o.%col% = %n% OR o.%col% > %n2%)",
    "alone|o.%text% <> '%word%' OR o.%col% = %n%",
])
FILLED = Idiom("coalesce", SQL, [
    ("select|CASE WHEN o.%col% IS NULL THEN %n% ELSE o.%col% END", "select|COALESCE(o.%col%, %n%)"),
    ("select|CASE WHEN o.%text% IS NULL THEN o.%text2% ELSE o.%text% END", "select|COALESCE(o.%text%, o.%text2%)"),
    ("and|CASE WHEN o.%col% IS NULL THEN 0 ELSE o.%col% END < %n%", "and|COALESCE(o.%col%, 0) < %n%"),
    ("select|CASE\n  WHEN o.%text% IS NULL THEN '%word%'\n  ELSE o.%text%\nEND", "select|COALESCE(o.%text%, '%word%')"),
    ("select|CASE WHEN ABS(o.%col%) IS NULL THEN %n% ELSE ABS(o.%col%) END", "select|COALESCE(ABS(o.%col%), %n%)"),
    ("select|%n2% * CASE WHEN o.%col% IS NULL THEN o.%col2% + %n% ELSE o.%col% END",
     "select|%n2% * COALESCE(o.%col%, o.%col2% + %n%)"),
    ("and|o.%key% = CASE WHEN o.%key2% IS NULL THEN %n% ELSE o.%key2% END", "and|o.%key% = COALESCE(o.%key2%, %n%)"),
], [
    "select|CASE WHEN o.%col% IS NULL THEN %n% ELSE o.%col2% END",
    "select|CASE WHEN o.%text% = '%word%' THEN '%word2%' ELSE o.%text% END",
    "select|CASE WHEN o.%col% IS NULL THEN %n% WHEN o.%col% < 0 THEN 0 ELSE o.%col% END",
])
EXISTS = Idiom("exists", SQL, [
    ("and|(SELECT COUNT(*) FROM %other% AS d WHERE d.id = o.%key%) > 0",
     "and|EXISTS (SELECT 1 FROM %other% AS d WHERE d.id = o.%key%)"),
    ("alone|(SELECT COUNT(*) FROM %other% AS e WHERE e.%text% = '%word%') > 0",
     "alone|EXISTS (SELECT 1 FROM %other% AS e WHERE e.%text% = '%word%')"),
    ("and|(\n  SELECT COUNT(*)\n  FROM %other% AS e\n  WHERE e.%key% = o.id\n    AND e.%col% > %n%\n) > 0",
     "and|EXISTS (\n  SELECT 1\n  FROM %other% AS e\n  WHERE e.%key% = o.id\n    AND e.%col% > %n%\n)"),
    ("alone|o.%col% < %n% AND (SELECT COUNT(*) FROM %table2% WHERE %key% = o.id) > 0",
     "alone|o.%col% < %n% AND EXISTS (SELECT 1 FROM %table2% WHERE %key% = o.id)"),
    ("and|(SELECT COUNT(*) FROM %other% AS e JOIN sites AS t ON t.id = e.%key% WHERE t.%text% = '%word%') > 0",
     "and|EXISTS (SELECT 1 FROM %other% AS e JOIN sites AS t ON t.id = e.%key% WHERE t.%text% = '%word%')"),
    ("alone|NOT (SELECT COUNT(*) FROM %other% AS e WHERE e.%key% = o.%key%) > 0",
     "alone|NOT EXISTS (SELECT 1 FROM %other% AS e WHERE e.%key% = o.%key%)"),
], [
    "and|(SELECT COUNT(*) FROM %other% AS e WHERE e.%key% = o.id) > %n%",
    "and|(SELECT MAX(e.%col%) FROM %other% AS e WHERE e.%key% = o.id) > 0",
    "alone|(SELECT COUNT(*) FROM %other% AS e WHERE e.%key% = o.id) = 0",
])
IDIOMS = [LISTED, FILLED, EXISTS]
