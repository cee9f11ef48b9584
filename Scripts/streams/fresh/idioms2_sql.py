"""Two more SQL idioms, in the queries of an orchard."""
from .draft import number
from .idioms_sql import Queries
from .idiom_sets import Idiom

BANKS = {
    "table": "trees harvests crates sales frosts prunings hives deliveries".split(),
    "other": "slopes buyers pickers cellars markets varieties".split(),
    "col": "weight height sugar price age yield loss hours".split(),
    "text": "kind state grade soil label origin".split(),
    "key": "tree_id slope_id buyer_id crate_id".split(), "word": "apple pear ripe sold young north sour clay".split(),
    "n": number(2, 40), "big": number(50, 4000), "alias": "share best amount sum_up part".split(),
    "day": lambda rng: f"20{rng.randint(19, 22)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
    "later": lambda rng: f"20{rng.randint(23, 26)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
}
WHERE = [
    "SELECT t.id,\n       t.%text%\nFROM %table% AS t\nWHERE t.%key% <> %n%\n  AND @\nORDER BY t.%text%;",
    "SELECT s.id,\n       SUM(t.%col%) AS %alias%\nFROM %other% AS s\nJOIN %table% AS t ON t.%key% = s.id\nWHERE @\n"
    "  AND t.%text% = '%word%'\nGROUP BY s.id;",
    "UPDATE %table% AS t\nSET %text% = '%word%'\nWHERE t.%key% = %n%\n  AND @;",
    "DELETE FROM %table% AS t\nWHERE @\n  AND t.%text% IS NULL;",
    "SELECT COUNT(*)\nFROM %table% AS t\nWHERE t.%text% LIKE '%word%'\n  AND @\nLIMIT %n%;",
    "WITH chosen AS (\n  SELECT t.id,\n         t.%col%\n  FROM %table% AS t\n  WHERE @\n)\nSELECT MIN(%col%)\n"
    "FROM chosen;",
]
SELECT = [
    "SELECT t.%text%,\n       @ AS %alias%\nFROM %table% AS t\nWHERE t.%col% > %n%\nGROUP BY t.%text%;",
    "SELECT s.id,\n       COUNT(*) AS everything,\n       @ AS %alias%\nFROM %other% AS s\n"
    "JOIN %table% AS t ON t.%key% = s.id\nGROUP BY s.id\nORDER BY %alias% DESC;",
    "INSERT INTO yearly (%text%, %alias%)\nSELECT t.%text%,\n       @\nFROM %table% AS t\nGROUP BY t.%text%;",
    "SELECT t.%key%,\n       @ AS %alias%,\n       AVG(t.%col%) AS middle\nFROM %table% AS t\nWHERE t.taken > '%day%'\n"
    "GROUP BY t.%key%\nLIMIT %big%;",
]
SQL = Queries("sql", BANKS, [], [], "", frames={"and": WHERE, "select": SELECT})

BETWEEN = Idiom("between", SQL, [
    ("and|t.%col% >= %n% AND t.%col% <= %big%", "and|t.%col% BETWEEN %n% AND %big%"),
    ("and|t.taken >= '%day%' AND t.taken <= '%later%'", "and|t.taken BETWEEN '%day%' AND '%later%'"),
    ("and|t.%col% * 2 >= %n% AND t.%col% * 2 <= %big%", "and|t.%col% * 2 BETWEEN %n% AND %big%"),
    ("and|ABS(t.%col%) >= %n% AND ABS(t.%col%) <= %big%", "and|ABS(t.%col%) BETWEEN %n% AND %big%"),
    ("and|(t.%col% >= t.%col2% AND t.%col% <= %big%)", "and|(t.%col% BETWEEN t.%col2% AND %big%)"),
    ("and|t.%key% >= %n%\n  AND t.%key% <= %big%", "and|t.%key% BETWEEN %n% AND %big%"),
    ("and|(t.%text% IS NULL OR t.%col% >= %n% AND t.%col% <= %big%)",
     "and|(t.%text% IS NULL OR t.%col% BETWEEN %n% AND %big%)"),
], [
    "and|t.%col% > %n% AND t.%col% < %big%",
    "and|t.%col% >= %n% AND t.%col2% <= %big%",
    "and|(t.%col% >= %n% OR t.%col% <= %big%)",
])
FILTERED = Idiom("count with filter", SQL, [
    ("select|SUM(CASE WHEN t.%text% = '%word%' THEN 1 ELSE 0 END)",
     "select|COUNT(*) FILTER (WHERE t.%text% = '%word%')"),
    ("select|SUM(CASE WHEN t.%col% > %n% THEN 1 ELSE 0 END)", "select|COUNT(*) FILTER (WHERE t.%col% > %n%)"),
    ("select|SUM(CASE WHEN t.%key% IS NULL THEN 1 ELSE 0 END)", "select|COUNT(*) FILTER (WHERE t.%key% IS NULL)"),
    ("select|SUM(CASE WHEN t.%text% = '%word%' AND t.%col% < %n% THEN 1 ELSE 0 END)",
     "select|COUNT(*) FILTER (WHERE t.%text% = '%word%' AND t.%col% < %n%)"),
    ("select|SUM(CASE WHEN t.%text% IN ('%word%', '%word2%') THEN 1 ELSE 0 END)",
     "select|COUNT(*) FILTER (WHERE t.%text% IN ('%word%', '%word2%'))"),
    ("select|SUM(CASE WHEN LENGTH(t.%text%) = %n% THEN 1 ELSE 0 END) * 100",
     "select|COUNT(*) FILTER (WHERE LENGTH(t.%text%) = %n%) * 100"),
    ("select|SUM(\n  CASE WHEN t.%col% <> t.%col2% THEN 1 ELSE 0 END\n)",
     "select|COUNT(*) FILTER (WHERE t.%col% <> t.%col2%)"),
], [
    "select|SUM(CASE WHEN t.%text% = '%word%' THEN t.%col% ELSE 0 END)",
    "select|SUM(CASE WHEN t.%col% > %n% THEN 1 ELSE 2 END)",
    "select|MAX(CASE WHEN t.%text% = '%word%' THEN 1 ELSE 0 END)",
])
IDIOMS = [BETWEEN, FILTERED]
