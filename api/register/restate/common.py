"""What every module here shares: reading, writing, slugs, sorting and exact splitting.

Only the standard library is used, and nothing here knows where the source folder is.
"""

import csv
import io
import pathlib
import re

Row = list[str]
Table = tuple[list[str], list[Row]]
Tables = dict[str, Table]

# What joins the members of a list inside one cell.
LIST_MARK = ";"

# A file whose first column has one of these names holds one row per value of it.
KEY_COLUMNS = ("id", "row", "code", "number")

# Files in which two modules may each know something about the same thing.
UNITED_FILES = ("bodies.csv", "sources.csv")

# Columns of those files whose values are put together, and how they are joined.
UNITED_COLUMNS = {"aliases": LIST_MARK, "note": "; "}

# A value that gives way to any other value of the same cell.
WEAK_VALUES = ("", "unknown")


class Conflict(ValueError):
    """Two rows that cannot both be right."""


def read_csv(path: pathlib.Path) -> list[dict[str, str]]:
    """The rows of a CSV file with the spaces around each cell removed."""
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return [
            {key: (value or "").strip() for key, value in row.items() if key is not None}
            for row in csv.DictReader(handle)
        ]


def render(header: list[str], rows: list[Row]) -> str:
    """The text of a CSV file: LF, quotes only where they are needed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def table(header: list[str], rows: list[Row]) -> Table:
    """A table sorted by its first column, without repeated rows, each row of the right width."""
    for row in rows:
        if len(row) != len(header):
            raise Conflict(f"{len(row)} cells for the {len(header)} columns {header}: {row}")
    return header, sort_rows(unique(rows))


def sort_rows(rows: list[Row]) -> list[Row]:
    """By the first column; rows that share it keep their order."""
    return sorted(rows, key=lambda row: row[0])


def unique(rows: list[Row]) -> list[Row]:
    """The rows in their order, each once."""
    return [list(row) for row in dict.fromkeys(tuple(row) for row in rows)]


def slug(name: str) -> str:
    """Lower case, `&` as `and`, apostrophes and full stops dropped, other runs one hyphen."""
    text = name.lower().replace("&", " and ")
    text = re.sub(r"['’‘`.]", "", text)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def area_id(kind: str, key: str) -> str:
    """The id of the area of this kind with this key."""
    return f"{kind}:{key}"


def body_id(name: str) -> str:
    """The id of the body with this standard name."""
    return f"body:{slug(name)}"


def join(values) -> str:
    """A list as one cell: each value once, in the order given, empty ones left out."""
    return LIST_MARK.join(dict.fromkeys(value for value in values if value))


def boolean(value: bool) -> str:
    """A truth value as a cell."""
    return "true" if value else "false"


def largest_remainder(total: int, weights: list[int]) -> list[int]:
    """Split a whole number in proportion to whole weights so that the pieces add up to it.

    The units left over go to the largest remainders; equal remainders go to the earlier piece.
    """
    weight = sum(weights)
    if weight == 0:
        raise ValueError("nothing to split by: the weights add up to 0")
    pieces = [total * each // weight for each in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % weight), i))
    for i in order[: total - sum(pieces)]:
        pieces[i] += 1
    return pieces


def unite(name: str, tables: list[Table]) -> Table:
    """One table out of those that several modules give for the same file.

    Identical rows count once. In a file keyed by its first column (KEY_COLUMNS) two different
    rows for one key are an error, except in UNITED_FILES, whose rows are merged cell by cell.
    """
    header = tables[0][0]
    for other, _ in tables[1:]:
        if other != header:
            raise Conflict(f"{name}: two modules disagree on the columns: {header} and {other}")
    rows = unique([row for _, rows in tables for row in rows])
    if header[0] in KEY_COLUMNS:
        rows = one_row_per_key(name, header, rows)
    return table(header, rows)


def one_row_per_key(name: str, header: list[str], rows: list[Row]) -> list[Row]:
    """The rows with each first cell once, or an error that names the first that is not."""
    merge = name.rsplit("/", 1)[-1] in UNITED_FILES
    kept: dict[str, Row] = {}
    for row in rows:
        earlier = kept.get(row[0])
        if earlier is None:
            kept[row[0]] = row
        elif merge:
            kept[row[0]] = merge_rows(name, header, earlier, row)
        else:
            raise Conflict(f"{name}: two rows for {row[0]}: {earlier} and {row}")
    return list(kept.values())


def merge_rows(name: str, header: list[str], first: Row, second: Row) -> Row:
    """Two rows about one thing as one: lists united, a filled cell before an empty one."""
    merged = []
    for column, left, right in zip(header, first, second):
        if column in UNITED_COLUMNS:
            mark = UNITED_COLUMNS[column]
            values = [*left.split(mark), *right.split(mark)]
            merged.append(mark.join(dict.fromkeys(value for value in values if value)))
        elif left == right or right in WEAK_VALUES and left:
            merged.append(left)
        elif left in WEAK_VALUES:
            merged.append(right)
        else:
            raise Conflict(f"{name}: {first[0]} has two values for {column}: {left!r} and {right!r}")
    return merged
