"""Makes plain rows of base maps, and base maps of rows."""

from __future__ import annotations

from wall.model.inventory import Position
from wall.model.map_kinds import DEEPEST_ZOOM, BaseMap, Bounds, Corners, KeptMap, MapKind
from wall.store.json_fields import items, number, parsed, whole, written
from wall.store.plain import text
from wall.store.rows import Row


def map_row(kept: KeptMap, map_id: int, file: str) -> Row:
    base, bounds = kept.base, kept.base.bounds
    return {
        "map_id": map_id,
        "kind": base.kind.name,
        "name": text(base.name),
        "attribution": text(base.attribution),
        "min_zoom": base.min_zoom,
        "max_zoom": base.max_zoom,
        "file": file,
        "template": text(kept.template),
        "corners": written([[each.longitude, each.latitude] for each in base.corners]) if base.corners else "",
        "west": bounds.west,
        "south": bounds.south,
        "east": bounds.east,
        "north": bounds.north,
        "is_shown": 0,
    }


def read_map(row: Row) -> KeptMap:
    """ValueError for a row that cannot be understood: a kind of a newer program, an area that is none."""
    kind = MapKind.__members__.get(row["kind"])
    if kind is None:
        raise ValueError(f"a map of a kind that is not known here: {row['kind']!r}")
    base = BaseMap(
        row["map_id"],
        row["name"],
        kind,
        row["attribution"],
        whole(row["min_zoom"], "its least zoom", 0, DEEPEST_ZOOM),
        whole(row["max_zoom"], "its largest zoom", 0, DEEPEST_ZOOM),
        Bounds(row["west"], row["south"], row["east"], row["north"]),
        _corners(row["corners"]),
    )
    return KeptMap(base, row["file"], row["template"])


def _corners(data: str) -> Corners | None:
    if not data:
        return None
    one, two, three, four = (_position(items(each, "a corner", 2)) for each in items(parsed(data), "the corners", 4))
    return one, two, three, four


def _position(pair: list[object]) -> Position:
    longitude, latitude = (number(each, "a degree") for each in pair)
    return Position(latitude, longitude)
