"""Measures the offline learner as a user would, and says which of the promised figures hold.

usage: Scripts/bench learning [--streams FOLDER] [--seed N] [--quick] [--details] [--no-fresh]

The streams of the development users (OWN below) are made here from a seed, and so are those of all others in
Scripts/streams/users: these are fresh, written before the learner first ran on them. Streams from elsewhere, every
FOLDER/*.jsonl in the format of 'measure stream', are measured too where --streams or $WHET_STREAMS names their folder.
--quick leaves out the 10,000 corrections. The exit status is 1 when a figure is worse than its bound.
"""
import argparse
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
OWN = ["operator", "planerin", "analyst"]


class Learner:
    """The built program's `measure` commands, in a home of its own."""

    def __init__(self, binary, home):
        self.binary, self.home = binary, home

    def measure(self, *arguments):
        """The numbers, and the most memory the process had, in bytes."""
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(
                [self.binary, "measure", *map(str, arguments), "--output", "json"], stdout=output, cwd=self.home,
                stderr=subprocess.DEVNULL, env={"HOME": str(self.home), "PATH": os.environ["PATH"]})
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            if process.returncode != 0:
                sys.exit(f"measure {' '.join(map(str, arguments))} exited {process.returncode}")
            return json.load(output), usage.ru_maxrss * 1024

    def stream(self, path, *flags):
        return self.measure("stream", path, *flags)[0]

    def rules(self, train, test, untouched=None):
        extra = ["--untouched", untouched] if untouched else []
        return self.measure("rules", "--train", train, "--test", test, *extra, "--per-item")[0]


class Table:
    """The figures with their bounds and aims."""

    def __init__(self):
        self.failed = False
        print(f"{'measure':<66}{'value':>10}{'bound':>9}{'aim':>9}", flush=True)

    def row(self, name, value, bound=None, aim=None, most=True, unit=""):
        """A figure; `most` for one that should be small. Without a bound it is shown only."""
        def text(number):
            if number is None:
                return "-"
            return f"{number:.3g} {unit}" if unit else f"{number:.3f}".rstrip("0").rstrip(".")

        def holds(limit):
            return value <= limit if most else value >= limit

        verdict = ""
        if bound is not None and value is None:
            verdict = "not measured"
        elif bound is not None:
            verdict = "aim reached" if holds(aim) else "holds" if holds(bound) else "DOES NOT HOLD"
            self.failed = self.failed or not holds(bound)
        print(f"{name:<66}{text(value):>10}{text(bound):>9}{text(aim):>9}  {verdict}".rstrip(), flush=True)


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(path, lines):
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def median(values):
    return statistics.median(values) if values else None


def everyday(learner, table, paths):
    """Streams from elsewhere; the row is that of the worst."""
    results = [learner.stream(path) for path in paths]
    for path, result in zip(paths, results):
        table.row(f"  {path.stem}: all", result["reduction"])
        table.row(f"  {path.stem}: last 100", result["reduction_last_100"])
    table.row("given streams: cost reduction, the worst of them",
              min((result["reduction"] for result in results), default=None), 0.90, 0.95, most=False)
    table.row("given streams: cost reduction of the last 100, the worst of them",
              min((result["reduction_last_100"] for result in results), default=None), 0.95, 0.99, most=False)
    return results


def fresh_users(learner, table, paths):
    """Streams that were written before the learner first ran on them; only their sums are shown."""
    results = [learner.stream(path) for path in paths]
    for path, result in zip(paths, results):
        table.row(f"fresh user {path.stem}: cost reduction", result["reduction"], 0.80, 0.90, most=False)
        table.row(f"  {path.stem}: last 100", result["reduction_last_100"])
        table.row(f"  {path.stem}: median corrections until right", result["corrections_until_right"])
        table.row(f"  {path.stem}: right after 3", result["right_after_3"])
    return results


def labelled(learner, table, paths, details):
    """How soon preferences are right, over the preferences of all users together."""
    results = [learner.stream(path) for path in paths]
    needed = []
    for path, result in zip(paths, results):
        table.row(f"  {path.stem}: all", result["reduction"])
        table.row(f"  {path.stem}: last 100", result["reduction_last_100"])
        table.row(f"  {path.stem}: median corrections until right", result["corrections_until_right"])
        table.row(f"  {path.stem}: right after 3", result["right_after_3"])
        needed += [float("inf") if each["corrections_until_right"] is None else each["corrections_until_right"]
                   for each in result["preferences"] if each["responses"] >= 4]
        for each in result["preferences"] if details else []:
            table.row(f"    {each['preference']} ({each['responses']} responses, {each['right']:.2f} right)",
                      each["corrections_until_right"])
    table.row("own labelled streams: median corrections until a preference is right", median(needed), 2, 1)
    table.row("own labelled streams: share of preferences right after 3",
              sum(count <= 3 for count in needed) / len(needed), 0.75, 0.90, most=False)
    return results


def off_path(table, results):
    count = sum(result["items"] for result in results)
    share = sum(result["off_path_share"] * result["items"] for result in results) / count
    table.row("responses with an off-path edit, all streams", share, 0.03, 0.01)
    table.row("  the worst stream", max(result["off_path_share"] for result in results))


def correct(learner, table, paths, folder):
    """Texts as people left them, given to a learner that has not seen them, and to one that has."""
    new, seen = [], []
    for path in paths:
        lines = read(path)
        last = [{"original": line["corrected"], **language(line)} for line in lines[-50:]]
        untouched = write(folder / "untouched.jsonl", last)
        none = write(folder / "none.jsonl", [])
        new.append(learner.rules(write(folder / "train.jsonl", lines[:-50]), none, untouched))
        seen.append(learner.rules(path, none, untouched))
    for name, results in (("learned without them", new), ("learned with them", seen)):
        count = sum(result["items"] for result in results)
        changed = sum(result["false_changes"] * result["items"] for result in results) / count
        table.row(f"already correct responses changed, {name}", changed, 0.01, 0)


def language(line):
    return {name: line[name] for name in ("language", "format") if name in line}


def is_code(line):
    """Whether a response is code, as its kind tells: `code`, or a language's name before `answer`."""
    return "code" in (line.get("kind"), line.get("format")) or line.get("kind", "").endswith(" answer")


def foreign(learner, table, paths, folder):
    """Learned from a user's code and tried on the same user's prose, and the other way round."""
    totals = [0, 0]
    for path in paths:
        lines = read(path)
        code = write(folder / "code.jsonl", [line for line in lines if is_code(line)])
        prose = write(folder / "prose.jsonl", [line for line in lines if not is_code(line)])
        if 0 in (code.stat().st_size, prose.stat().st_size):
            continue
        for name, train, test in (("code on prose", code, prose), ("prose on code", prose, code)):
            items = learner.rules(train, test)["per_item"]
            wrong = sum(item["off_path_tokens"] > 0 for item in items)
            totals = [totals[0] + wrong, totals[1] + len(items)]
            table.row(f"  {path.stem}: {name}", wrong / len(items))
    table.row("trained on one kind, run on another: off-path responses", totals[0] / totals[1] if totals[1] else None,
              0.03, 0.01)


def idioms(learner, table, folder, name):
    """Rewritings of code, some examples of each learned; no promise is made of these."""
    result = learner.rules(*(folder / f"{name}.{part}.jsonl" for part in ("train", "test", "untouched")))
    for key in ("exact", "distance_reduction", "false_changes", "precision"):
        table.row(f"  code rewritten, {name}: {key.replace('_', ' ')}", result[key])


class Words:
    """A person who has another word for many words: as many rules as one likes."""

    def __init__(self, rules, rng):
        syllables = ["ba", "do", "ki", "lu", "me", "no", "pa", "ri", "so", "tu", "ve", "za"]
        names = set()
        while len(names) < 2 * rules + 400:
            names.add("".join(rng.choice(syllables) for _ in range(4)))
        names = sorted(names)
        rng.shuffle(names)
        self.pairs = list(zip(names[:rules], names[rules:2 * rules]))
        self.other = names[2 * rules:]
        self.rng = rng

    def line(self, mistakes, size):
        """A response of about that many bytes with some of the words in it."""
        chosen = self.rng.sample(self.pairs, mistakes)
        words = [(word, word) for word in self.rng.choices(self.other, k=size // 9)]
        for pair in chosen:
            words.insert(self.rng.randrange(len(words)), pair)
        def text(side):
            starts = range(0, len(words), 9)
            sentences = [" ".join(word[side] for word in words[start:start + 9]) for start in starts]
            return "\n".join(f"{sentence.capitalize()}." for sentence in sentences) + "\n"
        return {"original": text(0), "corrected": text(1), "format": "conversation"}


def speed(learner, table, folder, results, quick):
    """Times inside the process, medians; memory of the whole process."""
    times = [learner.stream(path, "--timing") for path in results]
    table.row("learn from one correction, streams, median",
              median([time["learn_milliseconds"]["median"] for time in times]), 50, 10, unit="ms")
    table.row("  the slowest of all", max(time["learn_milliseconds"]["worst"] for time in times), unit="ms")
    rng = random.Random(5)
    words = Words(50, rng)
    known = write(folder / "known50.jsonl", [words.line(2, 300) for _ in range(250)])
    test = write(folder / "large.jsonl", [words.line(8, 4096) for _ in range(40)])
    items = learner.stream(test, "--known", known, "--timing", "--per-item")["per_item"]
    table.row("  lessons known at that", median([item["known_lessons"] for item in items]))
    table.row("apply with 50 rules on 4 KB, median", median([item["apply_milliseconds"] for item in items]), 5, 1,
              unit="ms")
    if quick:
        return
    words = Words(500, rng)
    known = write(folder / "known500.jsonl", [words.line(rng.choice((1, 2)), 300) for _ in range(10_000)])
    more = write(folder / "more.jsonl", [words.line(2, 300) for _ in range(15)])
    result, memory = learner.measure("stream", more, "--known", known, "--timing", "--per-item")
    table.row("  lessons known after 10,000 corrections",
              median([item["known_lessons"] for item in result["per_item"]]))
    table.row("10,000 corrections, 500 rules: learn one more, median", result["learn_milliseconds"]["median"], 200, 50,
              unit="ms")
    table.row("10,000 corrections, 500 rules: memory of the process", memory / 1e6, 300, 100, unit="MB")


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench learning", description=__doc__.splitlines()[0])
    parser.add_argument("--streams", type=pathlib.Path, default=os.environ.get("WHET_STREAMS"),
                        help="a folder of streams from elsewhere")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="without the 10,000 corrections")
    parser.add_argument("--details", action="store_true", help="every preference of the own streams")
    parser.add_argument("--no-fresh", action="store_true", help="leave the fresh users' streams alone")
    parser.add_argument("--binary", type=pathlib.Path, help="a built program; the release build of here unless told")
    chosen = parser.parse_args()
    if chosen.binary is None:
        subprocess.run([str(ROOT / "Scripts" / "run"), "--version"], check=True, stdout=subprocess.DEVNULL)
    table = Table()
    with tempfile.TemporaryDirectory(prefix="whet-learning-") as name:
        folder = pathlib.Path(name)
        learner = Learner(chosen.binary.resolve() if chosen.binary else ROOT / ".build" / "release" / "whet", folder)
        users = ["--users", ",".join(OWN)] if chosen.no_fresh else []
        subprocess.run([sys.executable, str(HERE), name, "--seed", str(chosen.seed), *users], check=True)
        own = [folder / f"{user}.jsonl" for user in OWN]
        fresh = sorted(path for path in folder.glob("*.jsonl") if "." not in path.stem and path.stem not in OWN)
        given = sorted(pathlib.Path(chosen.streams).resolve().glob("*.jsonl")) if chosen.streams else []
        results = everyday(learner, table, given) + labelled(learner, table, own, chosen.details)
        results += fresh_users(learner, table, fresh)
        off_path(table, results)
        work = folder / "work"
        work.mkdir()
        correct(learner, table, given + own + fresh, work)
        foreign(learner, table, given + own + fresh, work)
        for path in sorted(folder.glob("*.train.jsonl")):
            idioms(learner, table, folder, path.name.removesuffix(".train.jsonl"))
        speed(learner, table, work, given + own, chosen.quick)
    sys.exit(1 if table.failed else 0)


if __name__ == "__main__":
    main()
