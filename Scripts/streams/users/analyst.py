"""Analyses numbers, writes reports in English, and reviews SQL and JavaScript: reports, answers, notes and code."""
import re

from editing import fill, lines, prose, replace, some
from streams import Response, User

MARKETS = ["Norway", "Chile", "Kenya", "Japan", "Poland", "Canada", "Vietnam", "Portugal", "Ireland", "Peru"]
METRICS = ["churn", "revenue", "retention", "margin", "signups", "refunds", "traffic", "spend"]
SOURCES = ["the billing export", "the survey", "the event log", "the call notes", "the ad report"]
QUARTERS = ["Q1 2025", "Q2 2025", "Q3 2024", "Q4 2024", "Q2 2024"]
PERCENTS = [2, 4, 7, 11, 13, 18, 24, 31, 46, 57, 63]
DOLLARS = [90, 120, 450, 800, 1500, 2600, 7400, 9900]
COUNTS = [3, 4, 5, 6, 8, 9, 14, 16, 22, 27]
WORDS = dict(market=MARKETS, metric=METRICS, source=SOURCES, quarter=QUARTERS, percent=PERCENTS, dollars=DOLLARS,
             count=COUNTS)

SENTENCES = [
    "I think that {metric} in {market} will recover.",
    "I think that we should ask {market} again.",
    "In {market} {metric} rose by {percent} percent.",
    "{metric} fell by {percent} percent in {quarter}.",
    "The full list can be found in {source}.",
    "The plan for {market} can be found in the appendix.",
    "See Fig. {count} for {metric} by week.",
    "Fig. {count} shows {market} and {market2}.",
    "A new customer costs ${dollars} in {market}.",
    "We spent ${dollars} on ads and ${dollars2} on mail.",
    "It took {count}-{count2} weeks to see the effect.",
    "About {count}-{count2} stores in {market} reported late.",
    "The drop is due to the fact that {market} closed early.",
    "Numbers for {market} are missing w/ no reason given.",
    "{metric} & {metric2} move together in {market}.",
    "The effect is very significant in {market}.",
    "We looked at {source} and {source2}.",
    "{market} is our fastest market.",
    "In {quarter} the team moved to {source}.",
    "This data is from {source}.",
    "This data is not complete for {market}.",
    "Customers in {market} often cancel in week {count}.",
    "Is {metric} a leading indicator?",
]
FINDINGS = ["{metric} in {market}: up {percent} percent.", "{metric} in {market}: flat.", "no change in {market}.",
            "{market}: ${dollars} per customer.", "{source} is incomplete."]
SQL = [
    "select {column}, {column2} from {table} where {column3} > {count};",
    "select count(*) from {table} where {column} is null;",
    "select * from {table} order by {column} limit {count};",
    "delete from {table} where {column} < {count};",
    "update {table} set {column} = {count} where {column2} = {count2};",
    "insert into {table} ({column}, {column2}) values ({count}, {count2});",
]
JAVASCRIPT = [
    ["var {noun} = {verb}({noun2});", "console.log({noun});"],
    ["var {noun}Count = {noun}s.length;", "if ({noun}Count == {count}) {", "  return null;", "}"],
    ["if ({noun}.{column} == {noun2}.{column}) {", "  {verb}({noun}, {noun2});", "}"],
    ["{noun}s.forEach(function ({noun}) {", "  {verb}({noun});", "});"],
    ["const {noun}Text = \"{noun} \" + {noun2};", "console.log({noun}Text);"],
    ["if ({noun} != {count}) {", "  throw new Error(\"{noun} is wrong\");", "}"],
    ["const {noun} = JSON.parse(JSON.stringify({noun2}));"],
    ["{verb}({noun}).then(function (result) {", "  console.log(result);", "});"],
    ["function {verb}_{noun}({noun2}) {", "  return {noun2}.{column};", "}"],
]
CODE_WORDS = dict(
    table=["orders", "visits", "stores", "payments", "surveys", "campaigns"],
    column=["amount", "region", "week", "status", "cost", "channel", "rank"],
    noun=["order", "visit", "store", "payment", "survey", "campaign", "cohort", "segment"],
    verb=["load", "plot", "group", "rank", "send", "merge", "trim"], count=COUNTS)


def sentence(rng, template):
    text = fill(rng, template, **WORDS)
    return text[0].upper() + text[1:]


def paragraph(rng, least=2, most=4):
    return " ".join(sentence(rng, template) for template in some(rng, SENTENCES, least, most))


def once(rng, template):
    """The template with the same word for the same name throughout."""
    chosen = {}

    def value(match):
        if match[0] not in chosen:
            left = [str(word) for word in CODE_WORDS[match[1]] if str(word) not in chosen.values()]
            chosen[match[0]] = rng.choice(left)
        return chosen[match[0]]
    return re.sub(r"\{([a-z]+)\d*\}", value, template)


def queries(rng, least=1, most=3):
    return "\n".join(once(rng, query) for query in some(rng, SQL, least, most))


def report(rng):
    sections = [("## Method", paragraph(rng, 1, 2)), ("## Results", paragraph(rng, 2, 4)),
                ("## Limits", paragraph(rng, 1, 2))]
    parts = [fill(rng, "# {market} in {quarter}", **WORDS), paragraph(rng, 1, 2)]
    for head, body in sections if rng.random() < 0.7 else sections[:2]:
        parts += [head, body]
    if rng.random() < 0.5:
        parts += ["## Key takeaways", findings(rng)]
    return Response("report", "\n\n".join(parts) + "\n")


def findings(rng):
    return "\n".join(f"- {sentence(rng, finding)}" for finding in some(rng, FINDINGS, 2, 4))


def answer(rng):
    parts = ([rng.choice(["Great question!", "Great question! Let me check."])] if rng.random() < 0.4 else [])
    parts.append(paragraph(rng, 2, 4))
    if rng.random() < 0.5:
        parts.append(f"```sql\n{queries(rng)}\n```")
    if rng.random() < 0.5:
        parts.append("Let me know if you need anything else.")
    return Response("answer", "\n\n".join(parts) + "\n")


def note(rng):
    parts = [sentence(rng, "{market}, {quarter}"), paragraph(rng, 1, 3), findings(rng)]
    return Response("note", "\n\n".join(parts) + "\n")


def sql(rng):
    return Response("code", queries(rng, 2, 4) + "\n", language="sql")


def javascript(rng):
    return Response(
        "code", "\n\n".join(once(rng, "\n".join(rng.choice(JAVASCRIPT))) for _ in range(rng.randint(2, 4))) + "\n",
        language="javascript")


KEYWORDS = re.compile(r"\b(select|from|where|order by|limit|delete|update|set|insert into|values|is null|count)\b")
STATEMENT = re.compile(r"^(?:select|delete|update|insert)\b.*;$", re.MULTILINE)


def upper_keywords(text):
    return STATEMENT.sub(lambda match: KEYWORDS.sub(lambda word: word[0].upper(), match[0]), text)


def guarded_delete(text):
    return re.sub(r"(?<!BEGIN;\n)^(delete from .*;)$", r"BEGIN;\n\1\nCOMMIT;", text, flags=re.MULTILINE | re.IGNORECASE)


def results_first(text):
    """Results stand before the method."""
    return re.sub(r"(## Method\n\n.*?)\n\n(## Results\n\n.*?)(?=\n\n## |\n\Z)", r"\2\n\n\1", text, flags=re.DOTALL)


def strict(text):
    return re.sub(r" ([!=])= (?!=)", r" \1== ", text)


def camel(text):
    return re.sub(r"\bfunction ([a-z]+)_([a-z]+)\(", lambda match: f"function {match[1]}{match[2].capitalize()}(", text)


PROSE = {
    "no 'I think that'": prose(replace(r"\bI think that (\w)", lambda match: match[1].upper())),
    "percent sign": prose(replace(r"\b(\d+) percent\b", r"\1%")),
    "is in": prose(replace(r"\bcan be found in\b", "is in")),
    "figure in full": prose(replace(r"\bFig\. (\d+)", r"Figure \1")),
    "currency by name": prose(replace(r"\$(\d+)", r"USD \1")),
    "ranges in words": prose(replace(r"\b(\d+)-(\d+) (weeks|stores)", r"\1 to \2 \3")),
    "because": prose(replace(r"\bis due to the fact that\b", "is because")),
    "with": prose(replace(r"\bw/ ", "with ")),
    "and": prose(replace(r" & ", " and ")),
    "no 'very'": prose(replace(r"\bvery significant\b", "significant")),
    "data are": prose(replace(r"\bThis data is\b", "These data are")),
    "quarters turned round": prose(replace(r"\bQ([1-4]) (20\d\d)\b", r"\2 Q\1")),
    "findings without full stop": lines(lambda line: re.sub(r"^(- .*)\.$", r"\1", line)),
    "findings instead of takeaways": lines(lambda line: "## Findings" if line == "## Key takeaways" else line),
    "results first": results_first,
    "no praise": replace(r"\AGreat question![^\n]*\n\n", ""),
    "no offer": replace(r"\n\nLet me know if you need anything else\.\n\Z", "\n"),
}
CODE = {
    "transactions": guarded_delete,
    "upper-case keywords": upper_keywords,
    "const": replace(r"\bvar (?=\w+ =)", "const "),
    "strict comparison": strict,
    "logger": replace(r"\bconsole\.log\(", "logger.debug("),
    "arrow functions": replace(r"\bfunction \((\w+)\) \{", r"(\1) => {"),
    "templates": replace(r"\"(\w+) \" \+ (\w+);", r"`\1 ${\2}`;"),
    "structured clone": replace(r"JSON\.parse\(JSON\.stringify\((\w+)\)\)", r"structuredClone(\1)"),
    "camel case": camel,
}

USER = User(
    PROSE | CODE, lambda rng: rng.choices([report, answer, note, sql, javascript], [4, 3, 2, 2, 3])[0](rng),
    frozenset(PROSE))
