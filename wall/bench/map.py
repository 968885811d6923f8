"""`citywall bench map`: the map of a city under a hand that does not rest. Does it stay at sixty frames a second?

The real window with live tiles pinned, moved by real events of mouse and wheel as fast as it can be: a frame is all
that the painting thread does from the end of one painting to the end of the next. `frame_ms_*` is over all of it,
`frame_ms` by what was done: `pan_city` with the whole city in groups, `pan_wedges` with all cameras in view by
themselves, `pan_street` between few of them, `zoom` from the one to the other and back, in which a frame is from the
moment when the map has moved to the end of its painting. `cpu_ms` is what of a frame the painting thread itself took:
where others have the processors, it alone says how long the map would have let one wait. `open_s` is from the wish to
the map with all its labels; `state_ms_*` from the fact that a camera is lost to its mark on the screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from wall.behind import ConsoleLook, Opened, opened
from wall.bench.crowd import Crowd
from wall.bench.map_city import add_live, fill
from wall.bench.percentile import percentile
from wall.bench.report import tell
from wall.console import console_on
from wall.demo import running_city
from wall.model.events import HealthChanged
from wall.model.geo.mercator import to_world
from wall.model.health import Health, Verdict
from wall.model.inventory import Position
from wall.services.check_plan import Pace
from wall.ui.console.pages import MAP, SCREENS
from wall.ui.console.window import ConsoleWindow
from wall.ui.map.arrangement import step_of
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.live.desk import LiveDesk
from wall.ui.map.page import MapPage
from wall.ui.map.states import OF_VERDICT, MapState
from wall.ui.spin import spin

_NO_CHECKS = Pace(every_s=1e6, apart_s=1e6)
"""Cameras that are not there would be so many losses to be told: another thing than the map."""
_SIZE = (1920, 1080)
_PATIENCE_S = 60.0
_MOST_S = 2.0
"""No frame takes so long."""
_MIDDLE = to_world(Position(21.1861, 106.0763))
_CITY_ZOOM, _WEDGES_ZOOM, _STREET_ZOOM = 13.2, 15.0, 17.3
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Hand:
    """How much is done."""

    frames: int = 240
    """Of each way of panning."""
    rounds: int = 3
    """In and out with the wheel."""
    turns: int = 9
    """Notches each time."""
    changes: int = 20
    """Of states."""
    settle_s: float = 1.5
    """Before each of them."""


def run(cameras: int, pinned: int, json_file: str | None, hand: Hand | None = None) -> int:
    """Measure and tell; 0 when all tiles were live."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    os.environ["CITYWALL_PASSPHRASE"] = token_hex()
    with (
        running_city(max(1, pinned), 1, "--clip", "bench") as city,
        tempfile.TemporaryDirectory(prefix="citywall-") as folder,
    ):
        database = Path(folder) / "citywall.db"
        fill(database, max(0, cameras - pinned))
        with opened(app, database, ConsoleLook(), _NO_CHECKS) as behind, console_on(behind, ConsoleLook()) as console:
            console.resize(*_SIZE)
            console.show()
            live = add_live(behind.fleet, city) if pinned else ()
            figures = _Sitting(behind, console, live, hand or Hand()).measure()
    tell(figures, json_file)
    return 0 if figures["tiles_live"] == pinned else 1


class _Sitting:
    """One supervisor at one map. UI thread."""

    def __init__(self, behind: Opened, console: ConsoleWindow, live: Sequence[int], hand: Hand) -> None:
        assert console.maps is not None
        self._behind, self._console, self._live, self._hand = behind, console, live, hand
        self._maps = console.maps

    def measure(self) -> dict[str, object]:
        """All figures."""
        crowd = Crowd()
        page_s = self._open_page()
        began_s = time.monotonic()
        window = self._maps.open_window()
        window.resize(*_SIZE)
        page, frames = window.page, _Frames(window.page.canvas)
        spin(_PATIENCE_S, lambda: frames.count > 0 and _is_painted(page))
        page.canvas.viewport().repaint()
        window_s = time.monotonic() - began_s
        tiles_live = self._pin(page)
        spin(self._hand.settle_s)
        frame_ms = self._move(page, frames)
        states = self._change_states(page)
        window.close()
        every = [each.wall_ms for taken in frame_ms.values() for each in taken]
        return {
            "cameras": len(page.cameras.places),
            "open_s": round(max(page_s, window_s), 2),
            "open_page_s": round(page_s, 2),
            "open_window_s": round(window_s, 2),
            "tiles_live": tiles_live,
            "frames": len(every),
            **_told("frame_ms", every),
            "frame_ms_max": round(max(every), 1),
            "cpu_ms_max": round(max(each.cpu_ms for taken in frame_ms.values() for each in taken), 1),
            "frame_ms": {name: _with_most([each.wall_ms for each in taken]) for name, taken in frame_ms.items()},
            "cpu_ms": {name: _with_most([each.cpu_ms for each in taken]) for name, taken in frame_ms.items()},
            "state_ms_p50": round(percentile(states, 50), 1),
            "state_ms_max": round(max(states), 1),
            "crowd_share": round(crowd.share(), 3),
        }

    def _open_page(self) -> float:
        """In the console, for the first time."""
        page = self._console.map
        assert page is not None
        self._console.go_to(SCREENS)
        spin(self._hand.settle_s)
        frames, began_s = _Frames(page.canvas), time.monotonic()
        self._console.go_to(MAP)
        spin(_PATIENCE_S, lambda: frames.count > 0 and _is_painted(page))
        page.canvas.viewport().repaint()
        opened_s = time.monotonic() - began_s
        self._console.go_to(SCREENS)
        return opened_s

    def _pin(self, page: MapPage) -> int:
        """How many live tiles stand on the map then."""
        desk = next(part for part in page.parts if isinstance(part, LiveDesk))
        page.canvas.centre_on(_MIDDLE, _WEDGES_ZOOM, at_once=True)
        for camera in self._live:
            desk.pin(camera)
        spin(_PATIENCE_S, lambda: desk.tiles_live == len(self._live))
        return desk.tiles_live

    def _move(self, page: MapPage, frames: _Frames) -> dict[str, list[_Frame]]:
        taken = {}
        for name, zoom in (("pan_city", _CITY_ZOOM), ("pan_wedges", _WEDGES_ZOOM), ("pan_street", _STREET_ZOOM)):
            page.canvas.centre_on(_MIDDLE, zoom, at_once=True)
            spin(_PATIENCE_S, lambda: _is_painted(page))
            spin(self._hand.settle_s)
            taken[name] = frames.pan(self._hand.frames)
        taken["zoom"] = frames.zoom(self._hand.rounds, self._hand.turns)
        return taken

    def _change_states(self, page: MapPage) -> list[float]:
        """Milliseconds from each change to its mark."""
        page.canvas.centre_on(_MIDDLE, _WEDGES_ZOOM, at_once=True)
        spin(self._hand.settle_s)
        painted = _Painted(page.canvas)
        return [
            self._change(page, painted, camera, verdict)
            for camera in page.cameras.places.ids[: self._hand.changes]
            for verdict in (Verdict.LOST, Verdict.WELL)
            if page.cameras.state_of(camera) not in (OF_VERDICT[verdict], MapState.ALARM)
        ]

    def _change(self, page: MapPage, painted: _Painted, camera: int, verdict: Verdict) -> float:
        spin(0.15)
        began_s = time.perf_counter()
        self._behind.events.publish(HealthChanged({camera: Health(verdict)}))
        # One that has been lost for a while is an alarm: it stays one until somebody has seen to it.
        shown = OF_VERDICT[verdict], MapState.ALARM
        painted.wait(_PATIENCE_S, lambda: page.cameras.state_of(camera) in shown)
        return (time.perf_counter() - began_s) * 1000


class _Painted:
    """Waits for paintings of one map."""

    def __init__(self, canvas: MapCanvas) -> None:
        self._is_painted = False
        canvas.painted.connect(self._note)

    def wait(self, seconds: float, is_true: Callable[[], bool]) -> None:
        """Until it is painted while something is true."""
        deadline_s = time.monotonic() + seconds
        self._is_painted = False
        while time.monotonic() < deadline_s:
            QApplication.processEvents()
            if not is_true():
                self._is_painted = False
            elif self._is_painted:
                return
            time.sleep(0.0005)

    def _note(self) -> None:
        self._is_painted = True


class _Frame(NamedTuple):
    """What one took, and what of it was the painting thread's own work."""

    wall_ms: float
    cpu_ms: float


class _Clock:
    """Of frames: one ends where the next begins."""

    def __init__(self) -> None:
        self.began_s, self._cpu_s = time.perf_counter(), time.thread_time()

    def turn(self) -> _Frame:
        """What has passed since it was made, or turned last."""
        wall_s, cpu_s = self.began_s, self._cpu_s
        self.began_s, self._cpu_s = time.perf_counter(), time.thread_time()
        return _Frame((self.began_s - wall_s) * 1000, (self._cpu_s - cpu_s) * 1000)


class _Frames:
    """Moves a map, and takes the time of each frame."""

    def __init__(self, canvas: MapCanvas) -> None:
        self._canvas = canvas
        self._moving: _Clock | None = None
        self.count = 0
        """Of paintings."""
        self._taken: list[_Frame] = []
        canvas.frame_changed.connect(self._note_moved)
        canvas.painted.connect(self._note_painted)

    def pan(self, frames: int) -> list[_Frame]:
        """By hand, to and fro."""
        begin = self._free_spot()
        self._send(QEvent.Type.MouseButtonPress, begin, _LEFT)
        taken, clock = [], _Clock()
        for number in range(1, frames + 1):
            before = self.count
            self._send(QEvent.Type.MouseMove, begin + _way(number), Qt.MouseButton.NoButton)
            while self.count == before and time.perf_counter() - clock.began_s < _MOST_S:
                QApplication.processEvents()
            taken.append(clock.turn())
        self._send(QEvent.Type.MouseButtonRelease, begin + _way(frames), _LEFT)
        return taken[1:]

    def _free_spot(self) -> QPointF:
        """Where a hand takes the map, and not a camera."""
        spots = (QPointF(_SIZE[0] / 2 + right, _SIZE[1] / 2) for right in range(0, 400, 4))
        return next(spot for spot in spots if self._canvas.object_at(spot) is None)

    def zoom(self, rounds: int, turns: int) -> list[_Frame]:
        """With the wheel, from the whole city to a street and back."""
        self._canvas.centre_on(_MIDDLE, _CITY_ZOOM, at_once=True)
        spin(0.5)
        self._taken = []
        for _ in range(rounds):
            for turn in (*[120] * turns, *[-120] * turns):
                self._wheel(turn)
                spin(0.13)
        spin(0.3)
        return self._taken

    def _send(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
        view = self._canvas.viewport()
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else _LEFT
        QApplication.sendEvent(view, QMouseEvent(kind, at, view.mapToGlobal(at), button, held, _NONE))

    def _wheel(self, turn: int) -> None:
        view, at = self._canvas.viewport(), QPointF(_SIZE[0] / 2 + 80, _SIZE[1] / 2 - 40)
        phase, button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
        event = QWheelEvent(at, view.mapToGlobal(at), QPoint(), QPoint(0, turn), button, _NONE, phase, False)
        QApplication.sendEvent(view, event)

    def _note_moved(self, _frame: object) -> None:
        self._moving = self._moving or _Clock()

    def _note_painted(self) -> None:
        self.count += 1
        if self._moving is not None:
            self._taken.append(self._moving.turn())
            self._moving = None


def _is_painted(page: MapPage) -> bool:
    """The ground, the marks and their labels?"""
    is_ground = page.base is None or page.base.is_whole
    return is_ground and page.cameras.is_whole and page.cameras.labels.at(step_of(page.canvas.frame.zoom)) is not None


def _way(number: int) -> QPointF:
    """A quarter of the screen to and fro, and a little up and down."""
    turn = number % 120
    return QPointF(8.0 * (turn if turn < 60 else 120 - turn), 3.0 * (number % 40))


def _with_most(taken_ms: Sequence[float]) -> dict[str, float]:
    return _told("", taken_ms) | {"max": round(max(taken_ms), 1)}


def _told(name: str, taken_ms: Sequence[float]) -> dict[str, float]:
    prefix = f"{name}_" if name else ""
    return {f"{prefix}p{each}": round(percentile(taken_ms, each), 1) for each in (50, 95)}
