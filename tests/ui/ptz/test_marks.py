"""What the tiles say of their domes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import cell_image, rgb
from tests.ui.ptz.fake_ptz import ME, FakePtz
from tests.ui.ptz.hand import band, mark, move, tap
from tests.ui.test_recording_hand import said
from wall.model.ptz.operator import SYSTEM, Hold, Operator, Rank
from wall.model.ptz.standing import Duty, PtzStanding
from wall.model.tile import Cause
from wall.ui.corner import Corner, CornerMark
from wall.ui.ptz.tile_marks import corner_of
from wall.ui.wall_window import WallWindow

HUNG = Operator("Hùng", Rank.SUPERVISOR, "2")
NOW_S = 1000.0


def corner(**what: object) -> Corner:
    return corner_of(replace(PtzStanding(1), **what), ME, NOW_S)  # type: ignore[arg-type]


def test_a_dome_has_a_sign_and_another_camera_has_none(window: WallWindow) -> None:
    assert [mark(window, cell) for cell in range(4)] == [Corner(CornerMark.PTZ), Corner(CornerMark.PTZ), None, None]
    dome, other = cell_image(window, 0), cell_image(window, 2)
    right = dome.width() - 4

    def colours(image: QImage) -> int:
        return len({rgb(image.pixelColor(x, y)) for x in range(right - 14, right) for y in range(2, 18)})

    assert colours(dome) > 3 >= colours(other)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ({}, ""),
        ({"hold": Hold(ME)}, ""),
        ({"hold": Hold(SYSTEM, NOW_S + 5)}, ""),
        ({"hold": Hold(HUNG, NOW_S + 5)}, "held by Hùng"),
        ({"hold": Hold(Operator("", desk="7"), NOW_S + 5)}, "held by 7"),
        ({"hold": Hold(HUNG, NOW_S + 271.2, is_reserved=True)}, "reserved: Hùng, 4:32"),
        ({"hold": Hold(ME, NOW_S + 60, is_reserved=True)}, "reserved: Lan, 1:00"),
        ({"hold": Hold(ME, asked_by=HUNG)}, "Hùng asks for it"),
        ({"answers_after_s": 4}, ""),
        ({"answers_after_s": 4, "is_moving": True}, "answers after 4 s, moves in steps: click into the picture"),
        ({"answers_after_s": 4, "hold": Hold(HUNG, NOW_S + 5)}, "held by Hùng"),
        ({"duty": Duty.THERE}, ""),
        ({"duty": Duty.AWAY}, "turned away"),
        ({"duty": Duty.AWAY, "moved_by": "Hùng"}, "turned away: Hùng"),
        ({"duty": Duty.AWAY, "moved_by": "system", "returns_at_s": NOW_S + 9}, "turned away: system, back in 0:09"),
        ({"duty": Duty.AWAY, "returns_at_s": NOW_S - 9}, "turned away, back in 0:00"),
        ({"duty": Duty.RETURNING}, "goes back"),
        ({"patrol": "Chợ đêm"}, "patrol: Chợ đêm"),
    ],
)
def test_a_word_where_somebody_must_know_something(what: dict[str, object], text: str) -> None:
    assert corner(**what) == Corner(CornerMark.PTZ, text)


def test_what_is_dangerous_comes_first_and_what_failed_next() -> None:
    held = Hold(HUNG, NOW_S + 60, is_reserved=True)
    wrong = corner(is_stop_unconfirmed=True, cause=Cause.HELD, hold=held, patrol="A")
    assert wrong == Corner(CornerMark.PTZ, "stop not confirmed", is_wrong=True)
    assert corner(cause=Cause.PTZ_REFUSED, hold=held) == Corner(
        CornerMark.PTZ, "the camera did not do what it was told", is_wrong=True
    )
    assert corner(cause=Cause.HELD, hold=held, duty=Duty.AWAY).text == "held by Hùng"
    assert corner(hold=held, duty=Duty.AWAY).text == "reserved: Hùng, 1:00"
    assert corner(patrol="A", is_patrol_paused=True) == Corner(CornerMark.PTZ, "patrol halted: A", is_off=True)


def test_it_is_told_at_once_and_counts_down(qtbot: QtBot, live: FakeLive, window: WallWindow, ptz: FakePtz) -> None:
    ptz.stand(PtzStanding(1, hold=Hold(HUNG, live.clock() + 90, is_reserved=True)))
    qtbot.waitUntil(lambda: mark(window, 0) == Corner(CornerMark.PTZ, "reserved: Hùng, 1:30"))
    live.clock.now_s += 31
    qtbot.waitUntil(lambda: mark(window, 0) == Corner(CornerMark.PTZ, "reserved: Hùng, 0:59"), timeout=3000)
    move(window, (0.5, 0.5))
    assert "reserved: Hùng, 0:59" in window._view.toolTip(), "whole, where the tile may be too small"


def test_who_asks_is_told_once_to_who_holds_it(qtbot: QtBot, window: WallWindow, ptz: FakePtz) -> None:
    ptz.stand(PtzStanding(1, hold=Hold(ME, asked_by=HUNG)))
    qtbot.waitUntil(lambda: said(window).startswith("Hùng asks for 1  "))
    window._box.say("")
    ptz.stand(PtzStanding(1, is_moving=True, hold=Hold(ME, asked_by=HUNG)))
    qtbot.wait(50)
    assert not said(window).startswith("Hùng asks")
    ptz.stand(PtzStanding(2, hold=Hold(HUNG, asked_by=ME)))
    qtbot.wait(50)
    assert not said(window).startswith("Lan asks"), "whoever asks knows that"


def test_the_band_is_on_the_driven_tile_only_and_goes_along_to_its_larger_stream(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    before = cell_image(window, 0)
    tap(window, Qt.Key.Key_P)
    after = cell_image(window, 0)
    assert rgb(after.pixelColor(after.width() // 2, 3)) != rgb(before.pixelColor(after.width() // 2, 3))
    assert rgb(after.pixelColor(20, after.height() // 2)) == rgb(before.pixelColor(20, after.height() // 2))
    tap(window, Qt.Key.Key_Return)
    main = live.tile_of("rtsp://127.0.0.1/0/main")
    live.go_live((20, 60, 220), main)
    qtbot.waitUntil(lambda: window._view.tiles[0] is not None and window._view.tiles[0].number == main)
    qtbot.waitUntil(lambda: band(window, 0) != ())
