"""The code of the growers' data team: R with dplyr, Python with pandas."""
from . import code

R = [
    "%v% = read.csv(%in_path%, stringsAsFactors = F)",
    "%v% = read.csv(%in_path%, header = T, sep = \";\")\nnames(%v%) = tolower(names(%v%))",
    "%v% = %in_data% %>%\n  filter(%col% > %n%) %>%\n  group_by(%group%) %>%\n  summarise(\n"
    "    total = sum(%col%, na.rm = T),\n    bins = n()\n  )",
    "# %comment%\n%v% = mean(%in_data%$%col%, na.rm = T)",
    "%v% = %in_data% %>% count(%group%, sort = T)",
    "%in_data%$%col% = round(%in_data%$%col% / %n%, digits = 1)",
    "%v% = %in_data% %>%\n  left_join(%in_other%, by = \"%group%\") %>%\n  arrange(desc(%col%))",
    "if (nrow(%in_data%) == 0) {\n  return(NULL)\n}",
    "%v% = merge(%in_data%, %in_other%, by = \"%group%\", all.x = T)",
    "for (name in unique(%in_data%$%group%)) {\n  %v% = %in_data%[%in_data%$%group% == name, ]\n  # %comment%\n"
    "  message(name, \": \", nrow(%v%))\n}",
    "%v% <- quantile(%in_data%$%col%, probs = c(0.1, 0.5, 0.9), na.rm = TRUE)",
    "%v% = subset(%in_data%, grade != \"F\")",
    "write.csv(%in_data%, %in_path%, row.names = F)",
    "%v% = lm(%col% ~ %group% + %col2%, data = %in_data%)",
    "%v% = %in_data% %>%\n  mutate(\n    share = %col% / sum(%col%),\n    late = picked_on > as.Date(\"%iso%\")\n  )",
    "# %comment%\nggplot(%in_data%, aes(x = %group%, y = %col%)) +\n  geom_col(show.legend = F)",
    "%in_data%$late[is.na(%in_data%$late)] = F",
]
R_BANKS = {
    "v": "picked totals kept ranked model best by_block joined spread early late_bins".split(),
    "in_path": "path csv_path target".split(), "in_data": "bins picks traps grades sprays".split(),
    "in_other": "blocks growers stores".split(),
    "col": "weight firmness sugar count_per_trap rain price size_mm".split(),
    "group": "block variety store week grower_id grade".split(),
    "n": [str(value) for value in range(2, 90)],
    "iso": lambda rng: f"{rng.randint(2022, 2026)}-{rng.randint(8, 10):02}-{rng.randint(1, 28):02}",
    "comment": ["bins without a label are dropped", "juice fruit has its own price", "block 7 was grubbed up",
                "weights are in kilograms", "pears are picked hard", "the old scale rounded to five",
                "windfalls count as juice", "one row for each bin", "traps are emptied on Mondays"],
}
PYTHON = [
    "%in_frame%.dropna(subset=[\"%col%\"], inplace=True)",
    "%in_frame%.sort_values(\"%col%\", ascending=False, inplace=True)",
    "%in_frame%.reset_index(drop=True, inplace=True)",
    "# %comment%\n%in_frame%.rename(columns={\"%col%\": \"%col2%\"}, inplace=True)",
    "%in_frame%[\"%col%\"].fillna(0, inplace=True)",
    "%in_frame%.drop_duplicates(inplace=True)",
    "%v% = %in_frame%[\"%col%\"].values\n%v2% = np.median(%v%)",
    "# %comment%\n%v% = %in_frame%.groupby(\"%group%\")[\"%col%\"].sum().values",
    "%v% = %in_frame%.set_index(\"%group%\").values.max()",
    "for week, value in zip(%in_frame%[\"%group%\"].values, %in_frame%[\"%col%\"].values):\n"
    "    if value > %n%:\n        report(week, value)",
    "%v% = dict(zip(%in_frame%[\"%group%\"], %in_frame%[\"%col%\"]))\n%v2% = sum(%v%.values())",
    "%v% = %in_frame%[%in_frame%[\"%col%\"] > %n%].copy()",
    "%v% = %in_frame%.merge(%in_other%, on=\"%group%\", how=\"left\")",
    "%v% = %in_frame%.assign(late=%in_frame%[\"picked_on\"] > pd.Timestamp(\"%iso%\"))",
    "if %in_frame%.empty:\n    return None",
    "%v% = pd.read_csv(%in_path%, parse_dates=[\"picked_on\"])\n%v%.set_index(\"%group%\", inplace=True)",
    "%v% = %in_frame%.pivot_table(index=\"%group%\", values=\"%col%\", aggfunc=\"sum\")",
]
PYTHON_BANKS = R_BANKS | {
    "v": "weights totals kept heaviest table joined counts limit wide first".split(),
    "in_frame": "bins picks traps grades df".split(), "in_other": "blocks growers stores".split(),
    "in_path": "path source csv_path".split(),
}
VERBS = "load rank count clean join check plot sum".split()
THINGS = "bins blocks traps weeks grades stores".split()


def r(draft, low, high):
    """A function in R."""
    draft.banks = draft.banks | R_BANKS
    texts, given, last = code.body(draft, R, low, high)
    mark = "=" if draft.chance(0.75) else "<-"
    lines = [f"{draft.pick(VERBS)}_{draft.pick(THINGS)} {mark} function({', '.join(given)}) {{"]
    lines += [code.indented(text, 1, step=2) for text in texts]
    return "\n".join(lines + ([f"  {last}"] if last else []) + ["}"])


def python(draft, low, high):
    """A function in Python."""
    draft.banks = draft.banks | PYTHON_BANKS
    texts, given, last = code.body(draft, PYTHON, low, high)
    lines = [f"def {draft.pick(VERBS)}_{draft.pick(THINGS)}({', '.join(given)}):"]
    lines += [code.indented(text, 1) for text in texts]
    return "\n".join(lines + [f"    return {last or given[0]}"])
