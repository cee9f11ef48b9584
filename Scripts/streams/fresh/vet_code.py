"""The code of the booking software: PHP."""
from . import code

PHP = [
    "%v% = array();\nforeach (%in_rows% as %w%) {\n    %v%[] = %w%['%field%'];\n}",
    "%v% = array('%field%' => %in_id%, '%field2%' => count(%in_rows%));",
    "if (empty(%in_rows%)) {\n    return array();\n}",
    "%v% = array_merge(array('%field%' => '%word%', 'limit' => %n%), %in_options%);",
    "%v% = array_filter(%in_rows%, fn (array %w%) => in_array(%w%['kind'], array('%animal%', '%animal2%'), true));",
    "%v% = isset(%in_options%['%field%']) ? %in_options%['%field%'] : '%word%';",
    "// %comment%\n%v% = isset(%in_options%['%field%']) ? %in_options%['%field%'] : %n%;",
    "%total% = 0;\nforeach (%in_rows% as %w%) {\n    %total% += isset(%w%['%field%']) ? %w%['%field%'] : 0;\n}",
    "if (isset(%in_options%['%field%'])) {\n    %in_rows% = array_slice(%in_rows%, 0, %n%);\n}",
    "%v% = isset(%in_options%['%field%']) ? trim(%in_options%['%field%']) : null;",
    "%v% = new DateTime('%when%');\nif (%v% > %in_until%) {\n    return null; // %comment%\n}",
    "%v% = new DateTime(%in_day%, new DateTimeZone('Europe/London'));\n%v2% = %v%->format('Y-m-d');",
    "// %comment%\n%v% = (new DateTime())->diff(%in_until%)->days;",
    "%v% = %in_until%->modify('-%n% days');",
    "foreach (%in_rows% as %w%) {\n    if (new DateTime(%w%['seen_at']) < %in_until%) {\n"
    "        $this->%method%(%w%);\n    }\n}",
    "if (strpos(%in_text%, '%word%') !== false) {\n    $this->%method%(%in_text%);\n}",
    "if (strpos(%in_text%, '@') === false) {\n    throw new InvalidArgumentException('%word%'); // %comment%\n}",
    "%v% = array_filter(%in_rows%, fn (array %w%) => strpos(%w%['%field%'], %in_text%) !== false);",
    "%v% = strpos(%in_text%, ':');\n%v2% = substr(%in_text%, %v% + 1);",
    "%v% = $this->db->prepare('SELECT * FROM %table% WHERE %field% = ?');\n%v%->execute([%in_id%]);",
    "usort(%in_rows%, fn (array $a, array $b) => $a['%field%'] <=> $b['%field%']);",
    "// %comment%\n$this->log->info('%word%', ['rows' => count(%in_rows%)]);",
]
VARIABLES = "$found $open $first $list $kept $due $result $entry $chosen $sheet $next $late".split()
PHP_BANKS = {
    "v": VARIABLES, "w": "$row $visit $card $item".split(), "total": ["$total", "$sum"],
    "in_rows": "$visits $cards $reminders $doses $cages $slots".split(), "in_id": "$cardId $ownerId $vetId".split(),
    "in_options": "$options $filter $request $settings".split(), "in_until": "$until $deadline $lastVisit".split(),
    "in_day": "$day $date".split(), "in_text": "$note $address $query $label".split(),
    "field": "weight kind chip room price vet status batch colour insurer".split(),
    "word": "reminder vaccine fasting insured urgent repeat newborn unpaid".split(),
    "animal": "dog cat rabbit ferret hen tortoise".split(),
    "table": "visits cards invoices doses rota insurers".split(),
    "method": "notify archive postpone markSeen printLabel charge".split(),
    "when": ["now", "tomorrow", "-1 year", "first day of next month", "monday next week", "today 18:00"],
    "comment": ["the rota wins", "as the insurer wants it", "cards without a chip come last",
                "rabbits have no reminder",
                "closed on Sundays", "the desk checks these by hand", "one label for each box", "old cards have none",
                "never on the day itself"],
    "n": [str(number) for number in range(2, 45)],
}
NAMES = "due open merge list find plan close sort check load".split()
THINGS = "Visits Cards Reminders Labels Doses Invoices Rota Cages".split()


def kind(name):
    """The type of a parameter."""
    if name in PHP_BANKS["in_id"]:
        return "int"
    if name in PHP_BANKS["in_rows"] + PHP_BANKS["in_options"]:
        return "array"
    return "DateTimeInterface" if name in PHP_BANKS["in_until"] else "string"


def function(draft, low, high):
    draft.banks = draft.banks | PHP_BANKS
    texts, given, last = code.body(draft, PHP, low, high)
    head = draft.pick(["public ", "private ", ""]) + "function " + draft.pick(NAMES) + draft.pick(THINGS)
    lines = [f"{head}({', '.join(f'{kind(name)} {name}' for name in given)})", "{"]
    lines += ["\n\n".join(code.indented(text, 1) for text in texts)]
    return "\n".join(lines + ([f"\n    return {last};"] if last else []) + ["}"])
