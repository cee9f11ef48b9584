"""Shell idioms, in the scripts of an observatory."""
from .draft import number
from .idiom_sets import Idiom, Language


class Shell(Language):
    """Parameters are taken from $1 on."""

    def parameters(self, bound):
        names = [word for slot, word in bound.items() if slot.startswith("%in_")]
        return "".join(f"\n  local {name}=${at}" for at, name in enumerate(names, 1))


BANKS = {
    "verb": "reduce align stack calibrate merge plot measure rotate collect publish".split(),
    "noun": "night sky frame field catalog drift signal focus".split(),
    "in_dir": "folder archive spool target work".split(), "in_file": "log list plates report index_file".split(),
    "in_word": "station band code night".split(), "in_count": "count limit total shift".split(),
    "in_step": "step width size factor".split(), "in_host": "host mirror dome".split(),
    "v": "found lines sum rest next age rows".split(), "w": "one name item entry".split(),
    "part": "raw flats darks spectra plates logs tiles".split(), "n": number(2, 60),
    "pattern": "^ERROR;seeing=;dome open;bad pixel;[0-9]+ stars;lost track;FITS".split(";"),
    "why": "no such plate;bad header;the dome is closed;nothing new".split(";"),
}
FILLERS = [
    "printf '%s\\n' \"%why%\" >&2",
    "if [ ! -e \"/data/%part%\" ]; then\n  mkdir -p \"/data/%part%\"\nfi",
    "for %w% in /data/%part%/*.fits; do\n  touch \"$%w%\"\ndone",
    "%v%=$(date +%F)\nprintf '%s\\n' \"$%v%\" >>/data/%part%/days.txt",
    "rsync -a \"/data/%part%/\" \"backup:/data/%part%/\"",
    "# older than %n% days\nfind \"/data/%part%\" -mtime +%n% -delete",
    "while read -r %w%; do\n  process \"$%w%\"\ndone </data/%part%/todo.txt",
    "%v%=$(wc -c </data/%part%/index)\nif [ \"$%v%\" -gt %n% ]; then\n  : >/data/%part%/index\nfi",
    "sort -u /data/%part%/names -o /data/%part%/names",
    "trap 'rm -f /tmp/%part%.lock' EXIT",
]
WRAPPERS = [
    "if [ -n \"${FORCE:-}\" ]; then\n  @\nfi",
    "for %w% in %part% %part2%; do\n  printf '%s\\n' \"$%w%\"\n  @\ndone",
    "while [ -e /tmp/%part%.lock ]; do\n  sleep %n%\n  @\ndone",
    "case \"$1\" in\n  %part%)\n    @\n    ;;\n  *)\n    printf '%s\\n' \"%why%\"\n    ;;\nesac",
]
BASH = Shell("bash", BANKS, FILLERS, WRAPPERS, "%verb%_%noun%() {%parameters%", "}", step=2)

FOLDER = Idiom("cd or stop", BASH, [
    ("cd \"$%in_dir%\"", "cd \"$%in_dir%\" || exit 1"),
    ("cd /data/%part%\ntar -czf %part%.tgz .", "cd /data/%part% || exit 1\ntar -czf %part%.tgz ."),
    ("cd \"$(dirname \"$0\")/%part%\"", "cd \"$(dirname \"$0\")/%part%\" || exit 1"),
    ("if [ -d \"$%in_dir%\" ]; then\n  cd \"$%in_dir%/%part%\"\n  ls\nfi",
     "if [ -d \"$%in_dir%\" ]; then\n  cd \"$%in_dir%/%part%\" || exit 1\n  ls\nfi"),
    ("cd \"${%in_dir%%}/$%in_word%\"\nrm -f ./*.tmp".replace("%%}", "%}"),
     "cd \"${%in_dir%%}/$%in_word%\" || exit 1\nrm -f ./*.tmp".replace("%%}", "%}")),
    ("cd ../%part%\nmake %part2%", "cd ../%part% || exit 1\nmake %part2%"),
    ("git -C \"$%in_dir%\" pull\ncd \"$%in_dir%\"\n./%part%.sh", "git -C \"$%in_dir%\" pull\n"
                                                                 "cd \"$%in_dir%\" || exit 1\n./%part%.sh"),
], [
    "cd \"$%in_dir%\" || return",
    "cd /data/%part% && make %part2%",
    "printf '%s\\n' \"cd $%in_dir%\"",
])
COUNT = Idiom("count with grep", BASH, [
    ("%v%=$(grep \"%pattern%\" \"$%in_file%\" | wc -l)", "%v%=$(grep -c \"%pattern%\" \"$%in_file%\")"),
    ("grep \"$%in_word%\" /data/%part%/names | wc -l", "grep -c \"$%in_word%\" /data/%part%/names"),
    ("%v%=$(grep -i \"%pattern%\" /var/log/%part%.log | wc -l)", "%v%=$(grep -c -i \"%pattern%\" /var/log/%part%.log)"),
    ("if [ \"$(grep \"%pattern%\" \"$%in_file%\" | wc -l)\" -gt %n% ]; then\n  alarm \"%why%\"\nfi",
     "if [ \"$(grep -c \"%pattern%\" \"$%in_file%\")\" -gt %n% ]; then\n  alarm \"%why%\"\nfi"),
    ("%v%=$(journalctl -u %part% | grep \"%pattern%\" | wc -l)", "%v%=$(journalctl -u %part% | grep -c \"%pattern%\")"),
    ("printf '%s %s\\n' \"$%in_word%\" \"$(grep -v '^#' \"$%in_file%\" | wc -l)\"",
     "printf '%s %s\\n' \"$%in_word%\" \"$(grep -c -v '^#' \"$%in_file%\")\""),
    ("ssh \"$%in_host%\" cat /data/%part%.txt | grep -E \"%pattern%|%pattern2%\" | wc -l >%part%.count",
     "ssh \"$%in_host%\" cat /data/%part%.txt | grep -c -E \"%pattern%|%pattern2%\" >%part%.count"),
], [
    "%v%=$(grep -o \"%pattern%\" \"$%in_file%\" | wc -l)",
    "%v%=$(grep \"%pattern%\" \"$%in_file%\" | sort -u | wc -l)",
    "%v%=$(ls /data/%part% | wc -l)",
])
ARITHMETIC = Idiom("arithmetic without expr", BASH, [
    ("%in_count%=$(expr $%in_count% + 1)", "%in_count%=$((%in_count% + 1))"),
    ("%v%=$(expr $%in_count% \\* $%in_step%)", "%v%=$((%in_count% * %in_step%))"),
    ("%v%=$(expr \"$%in_count%\" - \"$%in_step%\")\nprintf '%s\\n' \"$%v%\"",
     "%v%=$((%in_count% - %in_step%))\nprintf '%s\\n' \"$%v%\""),
    ("if [ $(expr $%in_count% / %n%) -gt %n2% ]; then\n  alarm \"%why%\"\nfi",
     "if [ $((%in_count% / %n%)) -gt %n2% ]; then\n  alarm \"%why%\"\nfi"),
    ("sleep $(expr %n% + $%in_step%)", "sleep $((%n% + %in_step%))"),
    ("head -n \"$(expr $%in_count% + %n%)\" \"$%in_file%\" >/data/%part%/head.txt",
     "head -n \"$((%in_count% + %n%))\" \"$%in_file%\" >/data/%part%/head.txt"),
    ("for %w% in $(seq 1 $(expr $%in_count% - %n%)); do\n  process \"$%w%\"\ndone",
     "for %w% in $(seq 1 $((%in_count% - %n%))); do\n  process \"$%w%\"\ndone"),
], [
    "%v%=$(expr \"$%in_word%\" : '\\([a-z]*\\)')",
    "%v%=$(expr length \"$%in_word%\")",
    "%v%=$(expression $%in_count% + %n%)",
])
IDIOMS = [FOLDER, COUNT, ARITHMETIC]
