"""A camera whose alarms are muted says so on its tile, until when, why and by whom: real mutes, real tiles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import LINE, WAIT_S, AlarmBench, open_bench
from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, cell_image, view_of
from wall.model.alarms import kinds
from wall.model.alarms.mute import Mute
from wall.model.events import InventoryChanged
from wall.model.inventory import CameraRecord, Inventory, Site
from wall.ui.alarms.mute_marks import MuteMarks
from wall.ui.alarms.words import until_text
from wall.ui.corner import CornerMark
from wall.ui.wall_window import WallWindow

RED = (200, 40, 30)
CITY = Inventory(
    sites=(Site("Ngã Sáu", site_id=1), Site("Đáp Cầu", site_id=2)),
    cameras=tuple(CameraRecord(f"Camera {n}", n, site_id=1 + (n - 1) % 2, camera_id=n) for n in range(1, 5)),
)
"""As `fake_live.cameras` has it: the sites by turns."""
WHY = "cành cây trong gió"


@pytest.fixture
def bench(live: FakeLive, tmp_path: Path) -> Iterator[AlarmBench]:
    with open_bench(tmp_path / "alarms.db", live.bridge, CITY, LINE) as bench:
        yield bench


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, bench: AlarmBench) -> WallWindow:
    window = make_window(4, alarms=bench.facts, unix_time=bench.clock)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    return window


def mute(bench: AlarmBench, camera_id: int, site_id: int = 0, *some: str, for_s: float = 900.0) -> Mute:
    wanted = Mute(camera_id, site_id, bench.now_s + for_s, WHY, kinds=frozenset(some))
    return bench.desk.mute(wanted).result(WAIT_S)


def bells(window: WallWindow) -> list[int]:
    """The numbers of the cameras that have one."""
    return [tile.camera.number for tile in window.showing.visible_tiles() if CornerMark.MUTED in tile.corners]


def tooltip(window: WallWindow, cell: int) -> str:
    """With the pointer in the middle of a cell."""
    view = view_of(window)
    area = view.cells[cell]
    at = QPointF(area.x + area.width / 2, area.y + area.height / 2)
    nothing = Qt.MouseButton.NoButton
    move = QMouseEvent(QMouseEvent.Type.MouseMove, at, view.mapToGlobal(at), nothing, nothing, Qt.KeyboardModifier(0))
    QApplication.sendEvent(view, move)
    return view.toolTip()


def test_a_muted_camera_has_a_bell_until_that_is_lifted(window: WallWindow, bench: AlarmBench, qtbot: QtBot) -> None:
    before = cell_image(window, 1)
    kept = mute(bench, 2)
    qtbot.waitUntil(lambda: bells(window) == [2])
    qtbot.waitUntil(lambda: cell_image(window, 1) != before)
    *before_it, said = tooltip(window, 1).splitlines()
    assert said == f"All alarms muted until {until_text(kept.until_s, bench.now_s)} · {WHY} · Lan"
    assert len(tooltip(window, 0).splitlines()) == len(before_it)
    bench.desk.unmute(kept.mute_id).result(WAIT_S)
    qtbot.waitUntil(lambda: bells(window) == [])
    qtbot.waitUntil(lambda: cell_image(window, 1) == before)


def test_it_goes_by_itself_when_its_time_is_over(window: WallWindow, bench: AlarmBench, qtbot: QtBot) -> None:
    """Not with the next look at what is old, which is ten seconds off: an alarm of then is heard."""
    bench.later(1)
    mute(bench, 3, for_s=60)
    qtbot.waitUntil(lambda: bells(window) == [3])
    bench.later(59)
    bench.later(1)
    qtbot.waitUntil(lambda: bells(window) == [])


def test_all_cameras_of_a_muted_site_have_it(window: WallWindow, bench: AlarmBench, qtbot: QtBot) -> None:
    mute(bench, 0, 1, kinds.MOTION, kinds.LINE)
    qtbot.waitUntil(lambda: bells(window) == [1, 3])
    assert "\nMuted at the whole site: Line crossed, Motion until " in tooltip(window, 2)


def test_the_mutes_of_a_camera_are_told_one_by_one(window: WallWindow, bench: AlarmBench, qtbot: QtBot) -> None:
    mute(bench, 1, 0, kinds.LINE)
    mute(bench, 0, 1, for_s=300)
    qtbot.waitUntil(lambda: tooltip(window, 0).count(WHY) == 2)
    of_site, of_camera = tooltip(window, 0).splitlines()[-2:]
    assert of_site.startswith("All alarms of the site muted until ") and of_camera.startswith("Muted: Line crossed ")


def test_what_is_heard_all_the_same_makes_no_mark(window: WallWindow, bench: AlarmBench, qtbot: QtBot) -> None:
    mute(bench, 1, 0, kinds.PANIC)
    mute(bench, 2)
    qtbot.waitUntil(lambda: bells(window) == [2])


def test_what_was_muted_before_the_window_opened(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, tmp_path: Path
) -> None:
    with open_bench(tmp_path / "alarms.db", live.bridge, CITY, LINE) as former:
        mute(former, 4)
    with open_bench(tmp_path / "alarms.db", live.bridge, CITY, LINE) as bench:
        window = make_window(4, alarms=bench.facts, unix_time=bench.clock)
        qtbot.waitUntil(lambda: bells(window) == [4])
        window.close()


def test_a_camera_that_comes_on_the_wall_later_has_it_too(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, bench: AlarmBench
) -> None:
    window = make_window(8, alarms=bench.facts, unix_time=bench.clock)
    live.go_live(RED)
    mute(bench, 7)
    qtbot.waitUntil(lambda: bench.facts.mutes != ())
    assert bells(window) == []
    window.wishes.turn(1)
    qtbot.waitUntil(lambda: bells(window) == [7])


def test_a_camera_that_has_come_to_another_site(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, bench: AlarmBench
) -> None:
    """A mute stays with the site that it names."""
    window, at_site = make_window(4), [1, 3]
    marks = MuteMarks(bench.facts, window.showing, lambda site_id: at_site if site_id == 1 else (), bench.clock, window)
    mute(bench, 0, 1)
    qtbot.waitUntil(lambda: bells(window) == [1, 3])
    at_site[:] = [1, 2, 4]
    live.bridge.publish(InventoryChanged(CITY))
    qtbot.waitUntil(lambda: bells(window) == [1, 2, 4])
    marks.end()


def test_a_bell_leaves_the_words_of_an_alarm_their_room(window: WallWindow, bench: AlarmBench, qtbot: QtBot) -> None:
    """The alarm was there before: its band is all along the upper edge, and the bell at its end."""
    bench.say("line", 2)
    tile = window.showing.tile_at(1)
    assert tile is not None
    qtbot.waitUntil(lambda: tile.alarm != ())
    mute(bench, 2)
    qtbot.waitUntil(lambda: CornerMark.MUTED in tile.corners and tile.corner_overlay is not None)
    assert tile.corner_overlay is not None
    assert tile.corner_overlay.x > tile.area.x + tile.area.width * 0.75
