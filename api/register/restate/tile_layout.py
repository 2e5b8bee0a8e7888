"""Areas as tiles of one size: whole columns and rows that keep who lies beside whom, and where."""

import collections
import math

Point = tuple[float, float]
Shapes = dict[str, list[list[Point]]]
Tile = tuple[int, int]
Tiles = dict[str, Tile]

# Rounds in which every area takes the place that its neighbours wish for it.
SETTLING = 400
# Rounds in which areas of the same tile are moved apart, and the last pull between neighbours.
SPREADING = 120
# How far, in tiles, a better tile is looked for, and how often at most.
REACH, ROUNDS = 3, 40


def layout(shapes: Shapes) -> Tiles:
    """A tile for each area, no two alike, from column and row 0."""
    centres = {code: centre(rings) for code, rings in sorted(shapes.items())}
    wishes = offsets(centres, neighbours(shapes, centres))
    places = spread(settle(centres, wishes), wishes)
    return from_zero(improve(snap(places), wishes, places))


def heirs(tiles: Tiles, shapes: Shapes, predecessors: dict[str, list[str]]) -> Tiles:
    """The tile of each area that is new: one that an area before it had and gives up, the nearest."""
    free = {old: tiles[old] for codes in predecessors.values() for old in codes if old not in shapes}
    middle = centre([ring for rings in shapes.values() for ring in rings])
    found: Tiles = {}
    # Those with the fewest to choose from choose first, and of them those furthest out.
    order = sorted(
        predecessors,
        key=lambda new: (len(predecessors[new]), -math.dist(centre(shapes[new]), middle), new),
    )
    for new in order:
        own = [tiles[old] for old in predecessors[new] if old in free]
        if not own:
            # It took over from one that goes on, or whose tile is taken: then from itself.
            own = [tiles[old] for old in predecessors[new]]
        wanted = [sum(values) / len(own) for values in zip(*own)]
        best = min(sorted(own), key=lambda tile: math.dist(tile, wanted))
        found[new] = best
        free = {old: tile for old, tile in free.items() if tile != best}
    return found


def centre(rings: list[list[Point]]) -> Point:
    """The middle of an area by its surface."""
    total = east = north = 0.0
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
            cross = ax * by - bx * ay
            total += cross / 2
            east += (ax + bx) * cross / 6
            north += (ay + by) * cross / 6
    return east / total, north / total


def neighbours(shapes: Shapes, centres: dict[str, Point]) -> dict[str, set[str]]:
    """Which areas share a piece of their boundary; an island, the nearest two areas."""
    owners: dict[Point, set[str]] = collections.defaultdict(set)
    for code, rings in shapes.items():
        for ring in rings:
            for point in ring:
                owners[point].add(code)
    shared: dict[tuple[str, str], int] = collections.Counter()
    for codes in owners.values():
        for one in codes:
            for other in codes:
                if one != other:
                    shared[one, other] += 1
    found: dict[str, set[str]] = {code: set() for code in centres}
    for (one, other), points in shared.items():
        if points > 1:
            found[one].add(other)
    for code, near in sorted(found.items()):
        if len(near) < 2:
            nearest = sorted(centres, key=lambda other: (math.dist(centres[code], centres[other]), other))
            for other in nearest[1:3]:
                found[code].add(other)
                found[other].add(code)
    return found


def offsets(centres: dict[str, Point], near: dict[str, set[str]]) -> dict[str, dict[str, Point]]:
    """One tile in the direction of each neighbour; rows are counted from the north."""
    found: dict[str, dict[str, Point]] = {}
    for code, others in near.items():
        found[code] = {}
        for other in sorted(others):
            east = centres[other][0] - centres[code][0]
            south = centres[code][1] - centres[other][1]
            length = math.hypot(east, south) or 1.0
            found[code][other] = east / length, south / length
    return found


def settle(centres: dict[str, Point], wishes: dict[str, dict[str, Point]]) -> dict[str, Point]:
    """Where all wishes together put each area, by least squares."""
    scale = math.sqrt(len(centres)) / 6
    places = {code: (east * scale, -north * scale) for code, (east, north) in centres.items()}
    for _ in range(SETTLING):
        for code, others in wishes.items():
            places[code] = wished(places, others)
    return places


def wished(places: dict[str, Point], others: dict[str, Point]) -> Point:
    """The place that the neighbours of an area wish for it, on the whole."""
    east = south = 0.0
    for other, (dx, dy) in others.items():
        x, y = places[other]
        east += x - dx
        south += y - dy
    return east / len(others), south / len(others)


def spread(places: dict[str, Point], wishes: dict[str, dict[str, Point]]) -> dict[str, Point]:
    """The same with areas that lie within one tile of each other pushed apart."""
    places = dict(places)
    for _ in range(SPREADING):
        push = {code: [0.0, 0.0] for code in places}
        buckets: dict[Tile, list[str]] = collections.defaultdict(list)
        for code, (x, y) in places.items():
            buckets[math.floor(x), math.floor(y)].append(code)
        for (column, row), codes in buckets.items():
            around = [
                other
                for c in (column - 1, column, column + 1)
                for r in (row - 1, row, row + 1)
                for other in buckets.get((c, r), ())
            ]
            for code in codes:
                for other in around:
                    if code == other:
                        continue
                    dx, dy = places[code][0] - places[other][0], places[code][1] - places[other][1]
                    apart = max(abs(dx), abs(dy))
                    if apart >= 1:
                        continue
                    length = math.hypot(dx, dy)
                    if length == 0:
                        dx, dy, length = (1.0 if code > other else -1.0), 0.0, 1.0
                    push[code][0] += (1 - apart) * dx / length * 0.35
                    push[code][1] += (1 - apart) * dy / length * 0.35
        for code, others in wishes.items():
            x, y = places[code]
            east, south = wished(places, others)
            push[code][0] += (east - x) * 0.08
            push[code][1] += (south - y) * 0.08
        for code, (dx, dy) in push.items():
            places[code] = places[code][0] + dx, places[code][1] + dy
    return places


def snap(places: dict[str, Point]) -> Tiles:
    """Each to the nearest free tile, from the middle outwards."""
    middle = (
        sum(x for x, _ in places.values()) / len(places),
        sum(y for _, y in places.values()) / len(places),
    )
    found: Tiles = {}
    taken: set[Tile] = set()
    for code in sorted(places, key=lambda one: (math.dist(places[one], middle), one)):
        x, y = places[code]
        near = (
            (column, row)
            for column in range(round(x) - 8, round(x) + 9)
            for row in range(round(y) - 8, round(y) + 9)
        )
        best = min((tile for tile in near if tile not in taken), key=lambda tile: (math.dist(tile, (x, y)), tile))
        found[code] = best
        taken.add(best)
    return found


def improve(tiles: Tiles, wishes: dict[str, dict[str, Point]], places: dict[str, Point]) -> Tiles:
    """Moves areas to free tiles and swaps them as long as that meets the wishes better."""
    tiles = dict(tiles)
    owner = {tile: code for code, tile in tiles.items()}

    def unmet(code: str, x: int, y: int) -> float:
        total = 0.15 * ((places[code][0] - x) ** 2 + (places[code][1] - y) ** 2)
        for other, (east, south) in wishes[code].items():
            to_x, to_y = tiles[other]
            total += (to_x - x - east) ** 2 + (to_y - y - south) ** 2
        return total

    def both(code: str, other: str | None) -> float:
        total = unmet(code, *tiles[code])
        if other is not None:
            total += unmet(other, *tiles[other])
            if other in wishes[code]:
                east, south = wishes[code][other]
                (x, y), (to_x, to_y) = tiles[code], tiles[other]
                # It is in both sums, once too often.
                total -= (to_x - x - east) ** 2 + (to_y - y - south) ** 2
        return total

    def exchange(code: str, tile: Tile) -> None:
        here, other = tiles[code], owner.get(tile)
        tiles[code], owner[tile] = tile, code
        if other is None:
            del owner[here]
        else:
            tiles[other], owner[here] = here, other

    steps = range(-REACH, REACH + 1)
    for _ in range(ROUNDS):
        moved = False
        for code in sorted(tiles):
            here = tiles[code]
            for east in steps:
                for south in steps:
                    tile = here[0] + east, here[1] + south
                    if tile == tiles[code]:
                        continue
                    other, back = owner.get(tile), tiles[code]
                    before = both(code, other)
                    exchange(code, tile)
                    if both(code, other) < before - 1e-9:
                        moved = True
                    else:
                        exchange(code, back)
        if not moved:
            break
    return tiles


def from_zero(tiles: Tiles) -> Tiles:
    """The same with the first column and row 0."""
    left = min(column for column, _ in tiles.values())
    top = min(row for _, row in tiles.values())
    return {code: (column - left, row - top) for code, (column, row) in tiles.items()}
