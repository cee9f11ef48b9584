"""The code in the answers of the third user's agent: Go and YAML."""
from . import code

GO = [
    "%t% := time.Now()\nif err := weave(%in_rows%); err != nil {\n\treturn err\n}\n"
    "log.Printf(\"%word%: %s\", time.Now().Sub(%t%))",
    "%v% := map[string]interface{}{\n\t\"%word%\": len(%in_rows%),\n\t\"rollId\": %in_id%,\n}\nsend(%v%)",
    "for _, %w% := range %in_rows% {\n\tif time.Now().Sub(%w%.%stamp%) > %n%*time.Minute {\n\t\tcontinue\n\t}\n"
    "\tkeep(%w%.%idfield%)\n}",
    "var %v% interface{}\nif err := json.Unmarshal(%in_data%, &%v%); err != nil {\n"
    "\treturn fmt.Errorf(\"%word%: %w\", err)\n}",
    "%ids% := make([]interface{}, 0, len(%in_rows%))\nfor _, %w% := range %in_rows% {\n"
    "\t%ids% = append(%ids%, %w%.%idfield%)\n}\nlog.Println(\"%word%\", %ids%)",
    "%url% := base + \"/%word%/\" + %in_id%\nresponse, err := http.Get(%url%)\nif err != nil {\n\treturn err\n}\n"
    "defer response.Body.Close()",
    "%v% := %in_end%.Sub(%in_start%)\nif %v% > %n%*time.Second {\n\tlog.Println(\"slow %word%\", %v%)\n}",
    "%ids% := append([]string{\"%word%\"}, %in_names%...)\nsort.Strings(%ids%)",
    "%v% := time.Now().Add(%n% * time.Minute)\nqueue.Hold(%in_id%, %v%)",
    "closer, ok := %in_store%.(interface{ Close() error })\nif ok {\n\tdefer closer.Close()\n}",
    "elapsed := time.Now().Sub(%in_start%).Seconds()\nmetrics.Record(\"%word%\", elapsed)",
    "handler := func(args ...interface{}) {\n\tlog.Println(args...)\n}\nhandler(%in_id%, len(%in_rows%))",
    "%v% := struct {\n\t%idfield%   string `json:\"rollId\"`\n\tWidth int    `json:\"width\"`\n}{%in_id%, %n%}\n"
    "sheet.Write(%v%)",
    "if %in_valid% && len(%in_rows%) > %n% {\n\treturn errors.New(\"too many %word%\")\n}",
    "// %word% older than a day are not shown\n"
    "if age := time.Now().Sub(%in_start%); age.Hours() > %n% {\n\treturn nil\n}",
    "%json%, err := json.Marshal(%in_rows%)\nif err != nil {\n\treturn err\n}\ncache.Put(%in_id%, %json%)",
]
TYPES = {
    "in_rows": "[]Roll", "in_id": "string", "in_data": "[]byte", "in_end": "time.Time", "in_start": "time.Time",
    "in_names": "[]string", "in_store": "Store", "in_valid": "bool",
}
GO_BANKS = {
    "v": "result total payload report kept spare until sheet".split(), "t": ["started", "first", "before"],
    "url": "orderUrl labelUrl imageUrl holdUrl address".split(), "json": "sheetJson batchJson bodyJson text".split(),
    "ids": "rowIds coneIds seenIds all".split(),
    "w": "roll cone bale piece".split(), "word": "rolls cones orders bales dyes looms shifts".split(),
    "in_rows": "rolls cones bales pieces".split(), "in_id": "rollId orderId loomId dyeId clientId name".split(),
    "in_data": "raw payloadJson body".split(), "in_end": ["end", "stopped"],
    "in_start": "start opened loadedAt".split(), "in_names": ["names", "clientIds"], "in_store": ["store", "sink"],
    "in_valid": ["valid", "isIdle"], "stamp": "Washed Cut Loaded".split(),
    "idfield": "RollId BatchId ImageUrl Name".split(),
}
VERBS = "Weigh Ship Press Trim Stack Label Rinse Count Sort".split()
YAML = [
    "%unit%:\n  enabled: %flag%\n  hall: %hall%\n  limit: %n%",
    "%unit%:\n  night_run: %flag%  # ask the dye house\n  answer: \"%quoted%\"\n  note: %remark%",
    "alarms:\n  - name: %unit%\n    loud: %flag%\n    after: %n%\n  - name: %unit2%\n    loud: %flag2%",
    "%unit%:\n  speed: %n%\n  warp:\n    inspected: %flag%\n    width: %big%",
    "printing:\n  labels: %flag%\n  copies: %n%\n  # no labels for samples\n  samples: %flag2%",
    "export:\n  format: csv\n  header: %flag%\n  columns: [%unit%, width, weight]",
    "%unit%:\n  color: \"%quoted%\"\n  remark: \"off since spring\"\n  locked: %flag%",
    "%unit%:\n  kind: %hall%\n  retries: %n%\n  mode: \"%quoted%\"",
    "shift:\n  start: \"06:00\"\n  handover: %flag%\n  breaks: %n%",
]
YAML_BANKS = {
    "unit": "jigger steamer winder press warper stenter boiler pump scale lamp dryer mixer".split(),
    "flag": "yes yes no no on off on off true false".split(),
    "hall": "north south dye_house yarn_store".split(), "quoted": "yes no on off".split(),
    "remark": ["no dye left on Fridays", "on request only", "off the wall socket", "yes, but not at night"],
}


def go(draft, low, high):
    draft.banks = draft.banks | GO_BANKS
    texts, given, _ = code.body(draft, GO, low, high)
    kinds = {name: kind for bank, kind in TYPES.items() for name in GO_BANKS[bank]}
    parameters = ", ".join(f"{name} {kinds[name]}" for name in given)
    lines = [f"func {draft.pick(VERBS)}{draft.pick(['Rolls', 'Order', 'Shift', 'Batch'])}({parameters}) error {{"]
    lines += ["\n".join("\t" + line if line else line for line in text.split("\n")) for text in texts]
    return "```go\n" + "\n".join(lines + ["\treturn nil", "}"]) + "\n```"


def yaml(draft, low, high):
    draft.banks = draft.banks | YAML_BANKS
    fence = draft.pick(["yaml", "yaml", "yml"])
    made = {}
    for template in draft.some(YAML, high + 2, high + 2):
        text = draft.fill(template)
        made.setdefault(text.split(":")[0], text)
    return f"```{fence}\n" + "\n".join(list(made.values())[:draft.random.randint(low, high)]) + "\n```"
