#!/usr/bin/env python3
"""Restate public source data in the register's own tables.

    python3 api/register/restate/restate.py --source DIR            writes reference/ and starter/
    python3 api/register/restate/restate.py --source DIR --check    writes nothing; exit 1 on a difference

Every module beside this file named reference_*.py or starter_*.py that has a function
`tables(source)` takes part; it returns {'reference/areas.csv': (header, rows), ...}.
`--only PREFIX` calls only the modules whose name begins with PREFIX.
"""

import argparse
import csv
import importlib
import io
import pathlib
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import common  # noqa: E402  (the folder has to be on the path first)

# Where the tables go: the folder above this one.
REGISTER = HERE.parent

# Which files beside this one take part.
MODULE_PATTERNS = ("reference_*.py", "starter_*.py")

# The folders that hold restated tables and nothing else.
RESTATED_FOLDERS = ("reference", "starter")


def module_names(folder: pathlib.Path, only: str = "") -> list[str]:
    """The modules that take part, by name."""
    paths = [path for pattern in MODULE_PATTERNS for path in folder.glob(pattern)]
    return sorted(path.stem for path in paths if path.stem.startswith(only))


def gather(source: pathlib.Path, names: list[str]) -> common.Tables:
    """Every table of every module, those of the same file united."""
    found: dict[str, list[common.Table]] = {}
    for name in names:
        module = importlib.import_module(name)
        if not hasattr(module, "tables"):
            continue
        for file, made in module.tables(source).items():
            found.setdefault(file, []).append(made)
    return {file: common.unite(file, made) for file, made in sorted(found.items())}


def write(register: pathlib.Path, made: common.Tables) -> None:
    """Write every table under the register's folder."""
    for file, (header, rows) in made.items():
        path = register / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(common.render(header, rows), encoding="utf-8", newline="\n")
        print(f"{file}: {len(rows)} rows")


def first_difference(file: str, committed: str, wanted: str) -> str:
    """Which row of a file is the first that differs, in words; empty if none does."""
    if committed == wanted:
        return ""
    have = list(csv.reader(io.StringIO(committed)))
    want = list(csv.reader(io.StringIO(wanted)))
    for number, (left, right) in enumerate(zip(have, want), start=1):
        if left != right:
            return f"{file}: row {number} is {left}, the sources give {right}"
    if len(have) > len(want):
        return f"{file}: row {len(want) + 1} is {have[len(want)]}, the sources give none"
    if len(want) > len(have):
        return f"{file}: row {len(have) + 1} is missing, the sources give {want[len(have)]}"
    return f"{file}: the rows agree, the line ends or the quotes do not"


def check(register: pathlib.Path, made: common.Tables, complete: bool) -> list[str]:
    """What differs between the committed tables and these; a file nobody makes differs too."""
    problems = []
    for file, (header, rows) in made.items():
        path = register / file
        if not path.is_file():
            problems.append(f"{file}: is missing")
            continue
        committed = path.read_bytes().decode("utf-8")
        problems.append(first_difference(file, committed, common.render(header, rows)))
    if complete:
        problems += [f"{file}: no module makes it" for file in unmade(register, made)]
    return [problem for problem in problems if problem]


def unmade(register: pathlib.Path, made: common.Tables) -> list[str]:
    """Tables in the restated folders that no module makes."""
    files = [
        f"{folder}/{path.name}"
        for folder in RESTATED_FOLDERS
        for path in sorted((register / folder).glob("*.csv"))
    ]
    return [file for file in files if file not in made]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--source", required=True, type=pathlib.Path, help="the folder of sources")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    parser.add_argument("--only", default="", help="only modules whose name begins so")
    options = parser.parse_args(arguments)
    if not options.source.is_dir():
        print(f"no such folder: {options.source}", file=sys.stderr)
        return 2
    try:
        made = gather(options.source, module_names(HERE, options.only))
    except common.Conflict as problem:
        print(problem, file=sys.stderr)
        return 1
    if not options.check:
        write(REGISTER, made)
        return 0
    problems = check(REGISTER, made, complete=not options.only)
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{len(made)} tables agree with their sources")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
