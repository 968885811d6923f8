"""Several views are kept as one change: moved together, and taken back together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.wall_room import wall_room
from wall.model.inventory import Inventory
from wall.model.layout import Layout
from wall.model.view import CameraCell, Stop, Tour, View
from wall.services.control_room import ControlRoom

LAYOUT = Layout.plain(2, 2)


def folders(room: ControlRoom) -> set[str]:
    return {view.folder for view in room.views} | {tour.folder for tour in room.tours}


def test_what_is_moved_together_is_taken_back_together() -> None:
    with wall_room(Inventory()) as on:
        (first, _), (tour,) = on.save(
            View("A", LAYOUT, (CameraCell(1),)), View("B", LAYOUT), tours=[Tour("T", (Stop(camera_id=1),))]
        )
        tours = [replace(each, folder="Night") for each in on.room.tours]
        on.room.save_all([replace(each, folder="Night") for each in on.room.views], tours)
        on.settle()
        assert folders(on.room) == {"Night"}
        assert [on.room.views[0].view_id, on.room.tours[0].tour_id] == [first, tour], "they keep their ids"
        on.room.undo_views()
        on.settle()
        assert folders(on.room) == {""}


def test_new_ones_come_with_ids() -> None:
    with wall_room(Inventory()) as on:
        on.room.save_all([View("A", LAYOUT), View("B", LAYOUT)])
        on.settle()
        assert [each.name for each in on.room.views] == ["A", "B"]
        assert len({each.view_id for each in on.room.views} - {0}) == 2


def test_namesakes_are_refused_and_nothing_is_changed() -> None:
    with wall_room(Inventory()) as on:
        on.save(View("A", LAYOUT), View("A", LAYOUT, folder="Night"))
        with pytest.raises(ValueError, match="«A» in the folder «Night» already"):
            on.room.save_all([replace(each, folder="Night") for each in on.room.views])
        with pytest.raises(ValueError, match="«B» already"):
            on.room.save_all([View("B", LAYOUT), View("B", LAYOUT)])
        on.settle()
        assert len(on.room.views) == 2 and {each.folder for each in on.room.views} == {"", "Night"}
