"""Two Go idioms, in the code of an orchard."""
import dataclasses
import re

from .draft import number
from .idiom_sets import Idiom, Language


@dataclasses.dataclass
class Tabbed(Language):
    """A language that is indented with tabs."""

    def around(self, draft, before, after):
        return tuple(re.sub(r"^ +", lambda match: "\t" * (len(match.group(0)) // self.step), text, flags=re.M)
                     for text in super().around(draft, before, after))


BANKS = {
    "verb": "pick prune sort store weigh graft water label press".split(),
    "noun": "Rows Crates Harvest Season Slope Cellar Batch".split(),
    "in_rows": "trees crates ladders pickers baskets hives".split(), "in_name": "variety slope buyer owner".split(),
    "in_limit": "limit frost target".split(), "in_item": "tree crate order parcel".split(),
    "in_reader": "reader source book".split(), "in_err": "err failure cause".split(),
    "v": "total heaviest summary rest half share first".split(), "w": "row one unit entry".split(),
    "field": "Weight Ripeness Height Age Price Rank".split(), "flag": "Ripe Sold Sick Grafted".split(),
    "sentinel": "sql.ErrNoRows io.EOF os.ErrNotExist context.Canceled ErrFrost ErrSoldOut http.ErrServerClosed".split(),
    "n": number(2, 60), "big": number(100, 4000),
    "why": "no crates left;frost tonight;wrong variety;press is full;bad scale".split(";"),
}
FILLERS = [
    "%v% := len(%in_rows%) * %n%\nlog.Println(\"%why%\", %v%)",
    "if len(%in_rows%) == 0 {\n    return nil\n}",
    "for _, %w% := range %in_rows% {\n    %w%.%field% += %n%\n}",
    "log.Printf(\"%why%: %d\", len(%in_rows%))",
    "%v% := %in_rows%[:%n%]\nstore(%v%)",
    "// at most %n% a day\nif %in_limit% > %n% {\n    %in_limit% = %n%\n}",
    "%v% := map[string]int{%in_name%: %n%}\nreport(%v%)",
    "defer cooler.Close()",
    "sort.Slice(%in_rows%, func(a, b int) bool { return %in_rows%[a].%field% < %in_rows%[b].%field% })",
    "cooler.Wait(%big% * time.Millisecond)",
]
WRAPPERS = [
    "if %in_limit% > %n% {\n    @\n}",
    "for _, %w% := range %in_rows% {\n    if %w%.%flag% {\n        continue\n    }\n    @\n}",
    "switch %in_name% {\ncase \"%why%\":\n    @\ndefault:\n    log.Println(%in_name%)\n}",
    "if %in_rows%[0].%flag% {\n    @\n}",
]
GO = Tabbed("go", BANKS, FILLERS, WRAPPERS, "func %verb%%noun%(%parameters%) error {", "    return nil\n}".replace(
    "    ", "\t"), parameter={"in_rows": "%p% []*Tree", "in_item": "%p% *Tree", "in_limit": "%p% int",
                              "in_name": "%p% string", "in_reader": "%p% io.Reader", "in_err": "%p% error"})

FAILED = Idiom("formatted error", GO, [
    ("if %in_name% == \"\" {\n    return errors.New(fmt.Sprintf(\"%why%: %s\", %in_name2%))\n}",
     "if %in_name% == \"\" {\n    return fmt.Errorf(\"%why%: %s\", %in_name2%)\n}"),
    ("%v% := errors.New(fmt.Sprintf(\"%why% after %d\", %in_limit%))\nnotify(%v%)",
     "%v% := fmt.Errorf(\"%why% after %d\", %in_limit%)\nnotify(%v%)"),
    ("if %in_item%.%field% > %n% {\n    fail(errors.New(fmt.Sprintf(\"%why% (%v)\", %in_item%)))\n}",
     "if %in_item%.%field% > %n% {\n    fail(fmt.Errorf(\"%why% (%v)\", %in_item%))\n}"),
    ("failures <- errors.New(fmt.Sprintf(\"%s of %d\", %in_name%, len(%in_rows%)))",
     "failures <- fmt.Errorf(\"%s of %d\", %in_name%, len(%in_rows%))"),
    ("%in_item%.Err = errors.New(fmt.Sprintf(\"%why%: %s, %d\", %in_name%, %in_item%.%field%))",
     "%in_item%.Err = fmt.Errorf(\"%why%: %s, %d\", %in_name%, %in_item%.%field%)"),
    ("panic(errors.New(fmt.Sprintf(\"%why% %q\", strings.TrimSpace(%in_name%))))",
     "panic(fmt.Errorf(\"%why% %q\", strings.TrimSpace(%in_name%)))"),
    ("%v% := []error{\n    errors.New(fmt.Sprintf(\"%why% %d\", %n%)),\n"
     "    errors.New(fmt.Sprintf(\"%why2% %s\", %in_name%)),\n"
     "}\nnotify(%v%...)",
     "%v% := []error{\n    fmt.Errorf(\"%why% %d\", %n%),\n    fmt.Errorf(\"%why2% %s\", %in_name%),\n"
     "}\nnotify(%v%...)"),
], [
    "notify(errors.New(\"%why%\" + %in_name%))",
    "log.Println(fmt.Sprintf(\"%why%: %s\", %in_name%))",
    "notify(errors.New(strings.ToLower(%in_name%)))",
])
IS = Idiom("errors.Is", GO, [
    ("if %in_err% == %sentinel% {\n    store(%in_rows%)\n}",
     "if errors.Is(%in_err%, %sentinel%) {\n    store(%in_rows%)\n}"),
    ("if %in_err% != %sentinel% {\n    log.Println(%in_err%)\n}",
     "if !errors.Is(%in_err%, %sentinel%) {\n    log.Println(%in_err%)\n}"),
    ("%v% := %in_err% == %sentinel%\nreport(%v%, %n%)", "%v% := errors.Is(%in_err%, %sentinel%)\nreport(%v%, %n%)"),
    ("if %in_err% != nil && %in_err% != %sentinel% {\n    notify(%in_err%)\n}",
     "if %in_err% != nil && !errors.Is(%in_err%, %sentinel%) {\n    notify(%in_err%)\n}"),
    ("if _, %in_err% = read(%in_reader%); %in_err% == %sentinel% {\n    log.Println(\"%why%\")\n}",
     "if _, %in_err% = read(%in_reader%); errors.Is(%in_err%, %sentinel%) {\n    log.Println(\"%why%\")\n}"),
    ("for %in_err% != %sentinel% {\n    %in_err% = weigh(%in_item%, %n%)\n}",
     "for !errors.Is(%in_err%, %sentinel%) {\n    %in_err% = weigh(%in_item%, %n%)\n}"),
    ("if %in_item%.Err == %sentinel% || %in_limit% > %n% {\n    notify(%in_item%.Err)\n}",
     "if errors.Is(%in_item%.Err, %sentinel%) || %in_limit% > %n% {\n    notify(%in_item%.Err)\n}"),
], [
    "if %in_err% == nil {\n    store(%in_rows%)\n}",
    "if %in_item%.Mode == os.ModeDir {\n    store(%in_rows%)\n}",
    "if %in_err% != nil {\n    log.Println(%in_err%)\n}",
])
IDIOMS = [FAILED, IS]
