"""All that can be done by key, on the wall and in the console, whether a wall window is open or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from PySide6.QtGui import QAction

from wall.model.layout import Layout
from wall.ui.keys import Key, group_of, id_of, usual_keys
from wall.ui.wall_keys import WallDeeds, layout_keys, wall_keys


class _Nobody:
    """Does nothing: the wall's table is only read."""

    def __getattr__(self, _name: str) -> Any:
        return self

    def __call__(self, *_args: object) -> None:
        """Nobody does it."""


def keys_of_wall(presets: Sequence[Layout]) -> tuple[Key, ...]:
    """The table of every wall window."""
    nobody = cast(WallDeeds, _Nobody())
    return (*wall_keys(nobody), *layout_keys(nobody.wishes, presets))


def keys_of_actions(actions: Iterable[QAction]) -> tuple[Key, ...]:
    """The table that actions were made from."""
    return tuple(
        Key(usual_keys(each), each.text(), each.trigger, action_id=id_of(each), group=group_of(each))
        for each in actions
    )


def known_keys(actions: Iterable[QAction], presets: Sequence[Layout]) -> tuple[Key, ...]:
    """Those of this window's actions, then those of the wall."""
    return (*keys_of_actions(actions), *keys_of_wall(presets))
