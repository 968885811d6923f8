"""A moment that an operator wanted to keep: which camera, when, what was seen, and what was thought of it."""

from __future__ import annotations

from dataclasses import dataclass

MOST_NOTE = 10_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """`at_s` is our clock (Unix seconds), `clock_offset_s` how far the camera's was from it, None if unknown.

    Number, name and site are as they were then: the camera may be gone or have another name by now.
    """

    at_s: float
    camera_id: int
    number: int
    name: str
    site: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    clock_offset_s: float | None = None
    operator: str = ""
    has_picture: bool = False
    bookmark_id: int = 0
    """0 until it is kept."""

    def __post_init__(self) -> None:
        if len(self.note) > MOST_NOTE:
            raise ValueError(f"a note has at most {MOST_NOTE} characters")


@dataclass(frozen=True, slots=True)
class BookmarkPage:
    """Bookmarks that a search found, the newest first. `has_more`: there are older ones behind the last."""

    bookmarks: tuple[Bookmark, ...]
    has_more: bool = False
