"""The code of the laboratory: Java between the analysers and the LIS, Bash for what runs at night."""
import re

from . import code

JAVA = [
    "if (%in_text%.equals(\"%word%\")) {\n    log.info(\"%say%\");\n}",
    "List<Result> %v% = %in_rows%.stream()\n    .filter(%w% -> %w%.%acc%().equals(\"%word%\"))\n    .toList();",
    "Result %v% = %in_rows%.stream()\n    .filter(%w% -> !%w%.%acc%().equals(\"%word%\"))\n    .findFirst()\n"
    "    .get();",
    "Result %v% = %in_rows%.stream().max(Comparator.comparing(Result::%acc%)).get();",
    "String %v% = %in_fields%.get(\"%word%\");\nif (%v% == null) throw new IllegalStateException(\"%say%\");",
    "// %comment%\nfor (Result %w% : %in_rows%) {\n    if (%w%.%acc%().equals(\"%word%\") && %w%.value() > %n%) {\n"
    "        %in_sink%.accept(%w%);\n    }\n}",
    "Optional<Result> %v% = archive.latest(%in_id%);\nif (%v%.isPresent()) {\n    %in_sink%.accept(%v%.get());\n}",
    "Optional<Device> %v% = devices.find(%in_id%);\nlog.info(\"%say%: {}\", %v%.get().name());",
    "boolean %v% = %in_text%.equals(%in_id%); // %comment%",
    "long %v% = %in_rows%.stream().filter(%w% -> %w%.value() >= %n%).count();",
    "Device %v% = %in_supplier%.get();\n%v%.reset();",
    "String %v% = %in_text%.equalsIgnoreCase(\"%word%\") ? \"%word2%\" : %in_id%;",
    "Instant %v% = %in_rows%.stream().map(Result::takenAt).min(Comparator.naturalOrder()).get();",
    "String %v% = devices.all().stream().map(Device::name).findAny().get();",
    "Map<String, List<Result>> %v% = %in_rows%.stream().collect(Collectors.groupingBy(Result::%acc%));",
    "if (%in_rows%.isEmpty()) throw new IllegalArgumentException(\"%say%\");",
    "for (Result %w% : %in_rows%) {\n    if (%w%.%acc%() == null) continue;\n    %in_sink%.accept(%w%);\n}",
    "int %v% = 0;\nwhile (%v% < %n%) {\n    if (link.ready(%in_id%)) break;\n    %v%++;\n}",
    "for (Result %w% : %in_rows%) {\n    if (%w%.value() < 0) continue; // %comment%\n"
    "    log.debug(\"%say% {}\", %w%.%acc%());\n}",
    "if (!%in_fields%.containsKey(\"%word%\")) throw new NoSuchElementException(\"%say%\");",
    "// %comment%\nStringJoiner %v% = new StringJoiner(\"|\");\n%in_rows%.forEach(%w% -> %v%.add(%w%.%acc%()));",
    "switch (%in_text%) {\n    case \"%word%\" -> link.send(%in_id%);\n    case \"%word2%\" -> link.hold(%in_id%);\n"
    "    default -> log.warn(\"%say%\");\n}",
    "Duration %v% = Duration.ofMinutes(%n%);\n"
    "if (clock.elapsed().compareTo(%v%) > 0) throw new LateException(%in_id%);",
    "List<String> %v% = new ArrayList<>();\nfor (Result %w% : %in_rows%) {\n    %v%.add(%w%.%acc%().strip());\n}",
    "if (!%in_text%.equals(\"%word%\") && %in_rows%.size() > %n%) {\n    // %comment%\n    link.hold(%in_id%);\n}",
]
JAVA_BANKS = {
    "v": "pending flagged newest oldest repeated chosen report held counted known answer names total late".split(),
    "w": "result row entry item".split(), "in_rows": "results repeats deltas backlog".split(),
    "in_text": "status unit priority bench".split(), "in_id": "orderId deviceId wardCode".split(),
    "in_fields": ["segments", "header"], "in_sink": ["outbox", "validator"], "in_supplier": ["nextDevice", "spare"],
    "acc": "unit flag testCode ward operator material".split(),
    "word": "STAT FINAL mmol/L PLASMA LITER REPEAT URINE OBX-5 H L CITO PENDING".split(),
    "say": ["no answer from the track", "result held", "order unknown", "unit differs", "sent twice", "nothing to send",
            "late result", "segment missing", "device silent"],
    "comment": ["the track sends some twice", "wards want the flag too", "old orders have no code", "night shift only",
                "agreed with the validators", "repeats come last", "negative means not measured"],
    "n": [str(number) for number in range(2, 90)],
}
TYPES = {"in_rows": "List<Result>", "in_text": "String", "in_id": "String", "in_fields": "Map<String, String>",
         "in_sink": "Consumer<Result>", "in_supplier": "Supplier<Device>"}
VERBS = "forward hold release match archive resend flag compare".split()
THINGS = "Results Orders Repeats Batch Ward Track Messages Controls".split()
BASH = [
    "if [ ! -d %path% ]; then\n  mkdir -p %path%\nfi",
    "if grep -q \"%pattern%\" %log%; then\n  echo \"%say%\" >&2\nfi",
    "%var%=$(grep -c \"%pattern%\" %log%)\nif [ \"$%var%\" -gt %n% ]; then\n  notify \"%say%\"\nfi",
    "rm -f %path%/*.part",
    "# %comment%\nfor %w% in %path%/*.hl7; do\n  [ -s \"$%w%\" ] || rm -f \"$%w%\"\ndone",
    "cp -p %log% %path%/%stem%.txt",
    "if [ -z \"$%in_var%\" ]; then\n  echo \"%say%\" >&2\n  exit 2\nfi",
    "sort -u %path%/%stem%.csv >%path%/%stem2%.csv",
    "find %path% -name '%stem%*.pdf' -mtime +%n% -delete",
    "while read -r %w%; do\n  grep -i \"$%w%\" %log% || echo \"$%w%: %say%\"\ndone <%path%/%stem%.txt",
    "if [ \"$(date +%u)\" = %few% ]; then\n  # %comment%\n  cp -r %path% \"$%in_var%/\"\nfi",
    "gzip %path%/%stem%.csv && mv %path%/%stem%.csv.gz \"$%in_var%/\"",
    "until [ -e %path%/done ]; do\n  sleep %n%\ndone",
    "grep -v '^[0-9]' %log% | sort -r >%path%/%stem%.txt",
    "set -u\n%var%=${1:-%stem%}",
    "%var%=$(wc -l <%log%)\necho \"%say%: $%var%\"",
    "if [ -f %path%/lock ] && [ \"$%in_var%\" != force ]; then\n  exit 0\nfi",
    "sftp -b %path%/%stem%.batch \"lis@$%in_var%\"",
    "case \"$%in_var%\" in\n  [0-9]*) echo \"%say%\" ;;\n  *) rm -r \"%path%/$%in_var%\" ;;\nesac",
    "grep -q -i \"%pattern%\" %log% && mkdir -p %path%/%stem%",
    "lpstat -p | grep -v idle >%path%/%stem%.txt # %comment%",
    "if [ \"$%in_var%\" -lt %n% ]; then\n  sort -u %log% >%path%/%stem%.log\nfi",
]
BASH_BANKS = {
    "var": "lines waiting rows mode errors held".split(), "w": "file order name code".split(),
    "in_var": "TARGET HOST BENCH LEVEL".split(),
    "path": "/srv/lis/out;/srv/lis/in;/var/spool/labels;/data/reports;/data/qc;/srv/track/queue".split(";"),
    "log": "/var/log/lis.log /var/log/track.log /var/log/courier.log /srv/lis/orders.txt".split(),
    "stem": "orders labels wards repeats controls backlog critical pumps".split(),
    "pattern": "NAK;timeout;no barcode;queue full;ERROR 4;refused;duplicate".split(";"),
    "say": ["track is silent", "too many repeats", "no bench given", "nothing to send", "reports are late",
            "disk nearly full", "link is down", "labels missing"],
    "comment": ["the courier leaves at six", "empty files come from the track", "agreed with the night shift",
                "reports stay a year", "the printer loses some", "wards read these"],
    "n": [str(number) for number in range(3, 90)], "few": [str(number) for number in range(1, 8)],
}


def java(draft, low, high):
    """A method; it gives back the last variable if the type of that is known."""
    draft.banks = draft.banks | JAVA_BANKS
    texts, given, last = code.body(draft, JAVA, low, high)
    kind = re.findall(rf"^([\w<>, ]+) {last} = ", "\n".join(texts), re.M) if last else []
    types = {name: TYPES[bank] for bank in TYPES for name in JAVA_BANKS[bank]}
    head = f"{draft.pick(['public', 'private', 'static'])} {kind[0] if kind else 'void'} "
    head += f"{draft.pick(VERBS)}{draft.pick(THINGS)}({', '.join(f'{types[name]} {name}' for name in given)}) {{"
    end = [f"    return {last};"] if kind else []
    return "\n".join([head, "\n\n".join(code.indented(text, 1) for text in texts)] + end + ["}"])


def java_file(draft):
    name = draft.pick(THINGS) + draft.pick(["Link", "Sender", "Check", "Desk"])
    methods = [code.indented(java(draft, 2, 4), 1) for _ in range(draft.random.randint(1, 2))]
    return [f"package clinic.{draft.pick(['lis', 'track', 'courier', 'labels'])};", f"final class {name} {{\n"
            + "\n\n".join(methods) + "\n}"]


def bash(draft, low, high):
    draft.banks = draft.banks | BASH_BANKS
    return "\n".join(code.body(draft, BASH, low, high)[0])


def bash_file(draft):
    draft.banks = draft.banks | BASH_BANKS
    head = draft.pick(["#!/usr/bin/env bash", "#!/bin/bash"]) + draft.fill(draft.pick(["", "\n# %comment%"]))
    return [head] + code.body(draft, BASH, 3, 6)[0]
