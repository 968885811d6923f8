"""Makes plain rows of bookmarks, bookmarks of rows, and the text by which they are found."""

from __future__ import annotations

from functools import lru_cache

from wall.model.bookmark import MOST_NOTE, Bookmark
from wall.model.fold import fold
from wall.store.json_fields import parsed, written
from wall.store.plain import fraction, text
from wall.store.rows import Row

_LAST_MS = 2**43 - 1
"""In the year 2248."""
_MOST_WORDS = 20
_MOST_LETTERS = 60


def moment(at_s: float, bookmark_id: int) -> int:
    """A number for each bookmark, in the order of time to the millisecond, then of ids. ValueError for no time."""
    if fraction(at_s) is None:
        raise ValueError(f"a bookmark needs a time, not {at_s}")
    return int(min(max(at_s * 1000, 0), _LAST_MS)) << 20 | bookmark_id & 0xFFFFF


def bookmark_row(bookmark: Bookmark, bookmark_id: int, *, has_picture: bool) -> Row:
    return {
        "bookmark_id": bookmark_id,
        "moment": moment(bookmark.at_s, bookmark_id),
        "at_s": bookmark.at_s,
        "camera_id": bookmark.camera_id,
        "number": bookmark.number,
        "name": text(bookmark.name),
        "site": text(bookmark.site),
        "note": text(bookmark.note),
        "tags": tags_text(bookmark),
        "operator": text(bookmark.operator),
        "clock_offset_s": None if bookmark.clock_offset_s is None else fraction(bookmark.clock_offset_s),
        "has_picture": int(has_picture),
        "is_removed": 0,
    }


def read_bookmark(row: Row) -> Bookmark:
    same = ("at_s", "camera_id", "number", "name", "site", "clock_offset_s", "operator", "bookmark_id")
    return Bookmark(
        **{name: row[name] for name in same},
        note=row["note"][:MOST_NOTE],
        tags=_tags(row["tags"]),
        has_picture=bool(row["has_picture"]),
    )


def tags_text(bookmark: Bookmark) -> str:
    return written(list(bookmark.tags))


def search_text(row: Row) -> str:
    """Every word by which a bookmark is found, and its camera's mark."""
    told = (row["note"], *_tags(row["tags"]), row["name"], row["site"], str(row["number"]), row["operator"])
    return f"{fold(' '.join(told))} {_mark(row['camera_id'])}"


def search_query(asked: str, camera_id: int | None) -> str:
    """For FTS5: every word must begin a word, and the camera must be this one; "" where nothing is asked."""
    needed = search_words(asked)
    camera = [f'"{_mark(camera_id)}"'] if camera_id is not None and needed else []
    return " AND ".join((*camera, *(f'"{word}"*' for word in needed)))


def search_words(asked: str) -> list[str]:
    """What must begin a word each, folded. What begins another word that is asked for need not be looked for."""
    words = {word[:_MOST_LETTERS] for word in fold(asked).split()[:_MOST_WORDS]}
    return sorted(word for word in words if not any(other != word and other.startswith(word) for other in words))


def _mark(camera_id: int) -> str:
    """No word of a folded text holds this sign."""
    return f"#{camera_id}"


@lru_cache(maxsize=1024)  # Most bookmarks have those of others, and each letter that is typed reads a page of them.
def _tags(data: str) -> tuple[str, ...]:
    """Damaged ones are no reason to hide what was seen."""
    try:
        tags = parsed(data)
    except ValueError:
        return ()
    return tuple(each for each in tags if isinstance(each, str)) if isinstance(tags, list) else ()
