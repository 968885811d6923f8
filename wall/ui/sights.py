"""How the pictures of one screen are looked at: what was wished for a camera in its slot ends when either changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wall.model.board import Board
from wall.model.zoom import WHOLE, Zoom
from wall.ui.cast import Part
from wall.ui.sight import HeldPicture, Sight

HOLD_LIMIT_S = 300.0
"""Longer no picture is held: whoever comes to the wall later must find it live."""


@dataclass(frozen=True, slots=True)
class _Wish:
    camera_id: int
    zoom: Zoom = WHOLE
    held: HeldPicture | None = None


class Sights:
    """Of one screen, by the place of a slot on its board: another layout changes nothing. UI thread."""

    def __init__(self) -> None:
        self.has_facts = False
        """Are the figures of each stream written over its picture?"""
        self._wishes: dict[int, _Wish] = {}

    def of_page(self, board: Board, parts: Sequence[Part]) -> tuple[Sight, ...]:
        """Those of the page's cells, also while one of them stands alone."""
        first = board.page * board.layout.size
        return tuple(
            Sight(wish.zoom, framing, wish.held, self.has_facts)
            for place, (part, framing) in enumerate(zip(parts, board.page_framings(), strict=True), first)
            for wish in [self._wish(place, part.camera_id)]
        )

    @property
    def places(self) -> frozenset[int]:
        """The slots at which somebody looks closely, or holds a picture."""
        return frozenset(self._wishes)

    def keep(self, board: Board, parts: Sequence[Part]) -> None:
        """Forget what was wished for cameras that are no longer where they were."""
        there = dict(enumerate((part.camera_id for part in parts), board.page * board.layout.size))
        self._wishes = {place: wish for place, wish in self._wishes.items() if there.get(place) == wish.camera_id}

    def zoom(self, place: int, camera_id: int, zoom: Zoom) -> None:
        """Look at a camera so closely."""
        self._change(place, replace(self._wish(place, camera_id), zoom=zoom))

    def hold(self, place: int, camera_id: int, held: HeldPicture | None) -> None:
        """Hold a picture of a camera, or let it go."""
        self._change(place, replace(self._wish(place, camera_id), held=held))

    def expire(self, now_s: float) -> bool:
        """Let go what was held for too long; was there any?"""
        late = [
            (place, wish)
            for place, wish in self._wishes.items()
            if wish.held is not None and now_s - wish.held.since_s >= HOLD_LIMIT_S
        ]
        for place, wish in late:
            self._change(place, replace(wish, held=None))
        return bool(late)

    def _wish(self, place: int, camera_id: int | None) -> _Wish:
        wish = self._wishes.get(place)
        return wish if wish is not None and wish.camera_id == camera_id else _Wish(camera_id or 0)

    def _change(self, place: int, wish: _Wish) -> None:
        self._wishes.pop(place, None)
        if wish != _Wish(wish.camera_id):
            self._wishes[place] = wish
