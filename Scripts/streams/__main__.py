"""Writes the streams and idiom files of the simulated users, the same for the same seed.

usage: python3 Scripts/streams FOLDER [--users NAME,NAME] [--count 200] [--seed 1]

A user with preferences gives FOLDER/NAME.jsonl, a stream for `whet measure stream`; a set of idioms gives
FOLDER/NAME.train.jsonl, NAME.test.jsonl and NAME.untouched.jsonl for `whet measure rules`. Every file in
Scripts/streams/users defines `USER` (streams.User) or `IDIOMS` (streams.Idioms); nothing else needs to know of it.
"""
import argparse
import importlib
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import streams  # noqa: E402  (found through the line above)


def main():
    known = sorted(path.stem for path in (HERE / "users").glob("*.py") if path.stem != "__init__")
    parser = argparse.ArgumentParser(prog="streams", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--users", type=lambda text: text.split(","), default=known, help="default: all of them")
    parser.add_argument("--count", type=int, default=200, help="responses of a stream")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if unknown := set(chosen.users) - set(known):
        parser.error(f"there is no user {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for name in chosen.users:
        module = importlib.import_module(f"users.{name}")
        for made in (getattr(module, "USER", None), getattr(module, "IDIOMS", None)):
            if made is not None:
                made.write(chosen.folder, name, chosen.count, chosen.seed)


if __name__ == "__main__":
    main()
