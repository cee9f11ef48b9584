"""Two more shell idioms, in the scripts of an orchard."""
from .draft import number
from .idioms_shell import Shell
from .idiom_sets import Idiom

BANKS = {
    "verb": "pick prune count store weigh rotate water label press publish".split(),
    "noun": "rows crates harvest season slope cellar batch".split(),
    "in_file": "list book ledger harvest_file names".split(), "in_dir": "folder cellar_dir archive".split(),
    "in_word": "variety slope buyer".split(), "in_host": "press_host scale station".split(),
    "v": "total rest first state kinds today".split(), "w": "one crate entry row".split(),
    "part": "apples pears trees crates bees frost orders".split(), "n": number(2, 60),
    "tool": "weigh sort_crates read_scale pack_van check_frost".split(),
    "pattern": "ripe;^north;sold out;[0-9]+ kg;bruised".split(";"),
    "why": "no crates left;frost tonight;wrong variety;the press is full".split(";"),
}
FILLERS = [
    "printf '%s\\n' \"%why%\" >&2",
    "mkdir -p \"/srv/%part%/new\"",
    "for %w% in /srv/%part%/*.csv; do\n  gzip -k \"$%w%\"\ndone",
    "%v%=$(date +%H)\nprintf '%s\\n' \"$%v%\" >>/srv/%part%/hours.txt",
    "# keep %n% days\nfind \"/srv/%part%\" -mtime +%n% -delete",
    "if [ ! -s \"/srv/%part%/book\" ]; then\n  printf 'day;crates\\n' >\"/srv/%part%/book\"\nfi",
    "while read -r %w%; do\n  label \"$%w%\"\ndone </srv/%part%/queue",
    "%v%=$(wc -l </srv/%part%/book)\nprintf '%s rows\\n' \"$%v%\"",
    "rsync -a \"/srv/%part%/\" \"spare:/srv/%part%/\"",
    "tail -n %n% /srv/%part%/book",
]
WRAPPERS = [
    "if [ -n \"${NIGHT:-}\" ]; then\n  @\nfi",
    "for %w% in %part% %part2%; do\n  printf '%s\\n' \"$%w%\"\n  @\ndone",
    "until [ -e /tmp/%part%.ready ]; do\n  sleep %n%\n  @\ndone",
    "case \"$1\" in\n  %part%)\n    @\n    ;;\n  *)\n    printf '%s\\n' \"%why%\"\n    ;;\nesac",
]
BASH = Shell("bash", BANKS, FILLERS, WRAPPERS, "%verb%_%noun%() {%parameters%", "}", step=2)

READ = Idiom("file without cat", BASH, [
    ("cat \"$%in_file%\" | sort -u", "sort -u <\"$%in_file%\""),
    ("%v%=$(cat \"$%in_file%\" | head -n 1)", "%v%=$(head -n 1 <\"$%in_file%\")"),
    ("cat /srv/%part%/book | tr ';' ' '", "tr ';' ' ' </srv/%part%/book"),
    ("cat \"$%in_dir%/%part%.csv\" | cut -d ';' -f %n% | sort", "cut -d ';' -f %n% <\"$%in_dir%/%part%.csv\" | sort"),
    ("if cat \"$%in_file%\" | grep -q \"%pattern%\"; then\n  alarm \"%why%\"\nfi",
     "if grep -q \"%pattern%\" <\"$%in_file%\"; then\n  alarm \"%why%\"\nfi"),
    ("cat /srv/%part%/names | %tool% --limit %n% >/srv/%part%/out",
     "%tool% --limit %n% </srv/%part%/names >/srv/%part%/out"),
    ("printf '%s\\n' \"$(cat \"$%in_file%\" | awk '{ sum += $2 } END { print sum }')\"",
     "printf '%s\\n' \"$(awk '{ sum += $2 } END { print sum }' <\"$%in_file%\")\""),
], [
    "cat \"$%in_file%\" /srv/%part%/book | sort -u",
    "cat -n \"$%in_file%\" | head -n %n%",
    "zcat \"$%in_file%\" | sort -u",
])
STATUS = Idiom("if on the command", BASH, [
    ("%tool% \"$%in_word%\"\nif [ $? -ne 0 ]; then\n  alarm \"%why%\"\nfi",
     "if ! %tool% \"$%in_word%\"; then\n  alarm \"%why%\"\nfi"),
    ("cp \"$%in_file%\" /srv/%part%/\nif [ $? -ne 0 ]; then\n  printf '%s\\n' \"%why%\" >&2\n  return 1\nfi",
     "if ! cp \"$%in_file%\" /srv/%part%/; then\n  printf '%s\\n' \"%why%\" >&2\n  return 1\nfi"),
    ("ssh \"$%in_host%\" %tool% --all\nif [ $? -ne 0 ]; then\n  sleep %n%\nfi",
     "if ! ssh \"$%in_host%\" %tool% --all; then\n  sleep %n%\nfi"),
    ("grep -q \"%pattern%\" \"$%in_file%\"\nif [ $? -ne 0 ]; then\n  exit %n%\nfi",
     "if ! grep -q \"%pattern%\" \"$%in_file%\"; then\n  exit %n%\nfi"),
    ("tar -xzf \"$%in_dir%/%part%.tgz\" -C /srv/%part%\nif [ $? -ne 0 ]; then\n  rm -rf \"/srv/%part%/new\"\n"
     "  alarm \"%why%\"\nfi",
     "if ! tar -xzf \"$%in_dir%/%part%.tgz\" -C /srv/%part%; then\n  rm -rf \"/srv/%part%/new\"\n"
     "  alarm \"%why%\"\nfi"),
    ("%tool% --day \"$(date +%F)\" >/srv/%part%/log\nif [ $? -ne 0 ]; then\n  mail_crew \"$%in_word%\"\nelse\n"
     "  label \"$%in_word%\"\nfi",
     "if ! %tool% --day \"$(date +%F)\" >/srv/%part%/log; then\n  mail_crew \"$%in_word%\"\nelse\n"
     "  label \"$%in_word%\"\nfi"),
    ("mount \"/mnt/%part%\"\nif [ $? -ne 0 ]; then\n  return %n%\nfi",
     "if ! mount \"/mnt/%part%\"; then\n  return %n%\nfi"),
], [
    "%tool% \"$%in_word%\"\nif [ $? -eq %n% ]; then\n  alarm \"%why%\"\nfi",
    "%tool% \"$%in_word%\"\nif [ $# -ne 0 ]; then\n  alarm \"%why%\"\nfi",
    "%tool% \"$%in_word%\"\n%v%=$?\nif [ \"$%v%\" -ne 0 ]; then\n  exit \"$%v%\"\nfi",
])
IDIOMS = [READ, STATUS]
