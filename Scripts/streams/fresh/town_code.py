"""The code in the answers of the second user's agent: shell and JavaScript."""
from . import code

SHELL = [
    "if ! which %command% >/dev/null; then\n  echo \"%command% is missing\" >&2\n  exit 1\nfi",
    "%var%=$(which %command%)\n\"$%var%\" --version",
    "which %command% || exit 1",
    "for tool in %command% %command2%; do\n  which \"$tool\" >/dev/null || echo \"no $tool\"\ndone",
    "# decide which file is the newest\n%var%=$(ls -t /srv/%folder%/*.csv | head -n 1)",
    "echo \"which %folder% do you mean?\" >&2",
    "if which %command% >/dev/null && [ -d /srv/%folder% ]; then\n  %command% --check /srv/%folder%\nfi",
    "type -P %command% >/dev/null || echo \"install %command%\"",
    "curl -o /tmp/%folder%.json \"$%var%/%folder%\"",
    "curl \"https://%site%.town.example/%folder%\" | jq '.items | length'",
    "%var%=$(curl -s \"https://%site%.town.example/health\")\necho \"$%var%\"",
    "if curl -sf \"https://%site%.town.example/%folder%\" >/dev/null; then\n  echo up\nfi",
    "curl --max-time %n% -s \"https://%site%.town.example/ping\"",
    "# curl follows no redirects here\n"
    "curl -X POST -d @/srv/%folder%/new.json \"https://%site%.town.example/%folder%\"",
    "apt-get install -y curl %command%",
    "for day in mon tue wed; do\n  curl -s \"https://%site%.town.example/%folder%/$day\" >>/srv/%folder%/week.txt\n"
    "done",
    "%var%=/srv/%folder%\nif [ ! -d \"$%var%\" ]; then\n  mkdir -p \"$%var%\"\nfi",
    "while read -r line; do\n  printf '%s\\n' \"$line\"\ndone </srv/%folder%/list.txt",
    "find /srv/%folder% -name '*.tmp' -mtime +%n% -delete",
]
SHELL_BANKS = {
    "command": "jq gs pdftk ffmpeg rclone xmllint pandoc exiftool qpdf tidy".split(),
    "var": "BASE SOURCE TARGET LATEST REPLY STORE".split(),
    "folder": "permits pools badges tariffs notices rooms meters stalls letters maps".split(),
    "site": "api forms mail map files desk pay".split(),
}
JAVASCRIPT = [
    "console.log(\"%word%\", %in_rows%.length);",
    "const %v% = %in_rows%.filter((row) => row.%field% > %n%);\nconsole.log(`%word% ${%v%.length}`);",
    "const %v% = await fetch(`/api/%word%/${%in_key%}`);\nif (!%v%.ok) {\n"
    "  console.error(\"%word% failed\", %v%.status);\n  return null;\n}",
    "for (const %w% of %in_rows%) {\n  if (%w%.%field% === undefined) {\n    console.log(\"no %field%\", %w%);\n"
    "    continue;\n  }\n"
    "  %in_list%.push(%w%.%field%);\n}",
    "let %v% = 0;\n%in_rows%.forEach((%w%) => {\n  %v% += %w%.%field%;\n});",
    "const %v% = new Map(%in_rows%.map((%w%) => [%w%.%field%, %w%]));",
    "try {\n  await save(%in_rows%);\n} catch (error) {\n  console.log(error.message);\n  throw error;\n}",
    "const %v% = { \"%field%\": %in_key%, %field2%: %in_rows%.length };\nsend(%v%);",
    "if (%in_rows%.length > MAX_ROWS) {\n  console.warn(\"too many %word%\");\n}",
    "const %v% = %in_key%.trim().toLowerCase();\nconst %v2% = %in_rows%.find((row) => row.%field% === %v%);",
    "const log_line = \"%word% \" + %in_key%;\nconsole.log(log_line);",
    "const %v% = document.querySelector(\"#%field%\");\n%v%.textContent = String(%in_rows%.length);",
    "logger.log(\"%word%\", %in_key%);",
    "const %v% = Math.max(...%in_rows%.map((row) => row.%field%));\nconsole.log(\"largest\", %v%);",
]
NAMES = """street_name permit_count openHours free_slots pageTotal next_day user_badge rateTable found_rows oldValue
price_list queueSize mail_text first_match daySum sorted_stalls map_tile endDate due_letters""".split()
JAVASCRIPT_BANKS = {
    "v": NAMES, "w": "one_row entry one_day card stall_item letter".split(),
    "in_rows": "pool_rows permits badge_list stalls open_cases tariffs room_plan".split(),
    "in_key": "zone_id badge postal_code street lookup_key desk".split(),
    "in_list": "found_values output seen_fields kept".split(),
    "field": "unit_price zip street_no area opened_at rank desk_code size valid_from".split(),
    "word": "permits pools badges letters stalls rooms tariffs notices".split(),
}


def shell(draft, low, high):
    draft.banks = draft.banks | SHELL_BANKS
    texts = [draft.fill(text) for text in draft.some(SHELL, low, high)]
    head = "#!/usr/bin/env bash\nset -eu\n\n" if draft.chance(0.3) else ""
    return f"```{draft.pick(['bash', 'bash', 'sh'])}\n{head}" + "\n".join(texts) + "\n```"


def javascript(draft, low, high):
    draft.banks = draft.banks | JAVASCRIPT_BANKS
    texts, given, last = code.body(draft, JAVASCRIPT, low, high)
    name = draft.pick("load_stalls checkBadges list_permits sumTariffs send_letters mapRooms open_desk".split())
    lines = [f"async function {name}({', '.join(given)}) {{"] + [code.indented(text, 1, step=2) for text in texts]
    lines += [f"  return {last};"] if last and "forEach" not in "".join(texts[-1:]) else []
    return f"```{draft.pick(['javascript', 'js'])}\n" + "\n".join(lines + ["}"]) + "\n```"
