"""The page of domes in a real window, over a real duty room: real database, real files, domes on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.services.ptz.duty_rooms import Duties, duties
from tests.services.ptz.paper_domes import PRESETS, TestClock
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.ptz.presets.paper_port import PaperPort
from tests.ui.ptz.presets.scenes import bgrx, street
from wall.model.inventory import CameraRecord, Inventory, Site
from wall.model.ptz.duty import DutyView
from wall.model.ptz.standing import Duty
from wall.ui.console.facts import Facts
from wall.ui.console.style import dress
from wall.ui.ptz.presets.page import DomesPage
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK, Theme

CITY = Inventory(
    (Site("Ngã Sáu", "Võ Cường", site_id=1),),
    (),
    (
        CameraRecord("Ngã Sáu – cột 3", 12, site_id=1, has_ptz=True, camera_id=7),
        CameraRecord("Cổng chợ Nhớn", 14, site_id=1, has_ptz=True, camera_id=8),
        CameraRecord("Bãi xe", 15, site_id=1, camera_id=9),
    ),
)


class DomeHand:
    """What a test has in hand. Time goes on only by `wait`; answers come home while a test waits for something."""

    def __init__(self, qtbot: QtBot, duty: Duties, port: PaperPort, bridge: EventBridge, theme: Theme) -> None:
        self.qtbot = qtbot
        self.duty = duty
        self.port = port
        self.bridge = bridge
        self.window = QWidget()
        self.facts = Facts(FakeFleet(bridge, CITY), bridge, (), self.window)
        self.page = DomesPage(
            theme, self.facts, port, duty.room, duty.book, bridge, duty.clock.monotonic, duty.clock.unix, self.window
        )
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        dress(self.window, theme)
        self.window.resize(1280, 800)
        self._ticks = QTimer(self.window, interval=10)
        self._ticks.timeout.connect(duty.room.tick)
        self._ticks.start()

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def wait(self, seconds: float) -> None:
        """Let so much time go by, and let it be seen."""
        self.duty.wait(seconds)
        self.page.tick()
        self.qtbot.wait(1)

    def belongs(self, token: str = "5") -> None:
        """The first dome has a duty view, and stands there."""
        self.duty.ended(self.duty.room.set_duty(DutyView(7, token, "Điểm 5", 60.0, None)))
        self.duty.wait(8)
        assert self.port.standing(7).duty is Duty.THERE
        self.until(lambda: self.page.duty.view_of(7) is not None)

    def end(self) -> None:
        self._ticks.stop()
        self.page.end()
        self.facts.end()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def theme() -> Theme:
    return DARK


@pytest.fixture
def hand(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[DomeHand]:
    clock, bridge, former = TestClock(), EventBridge(), dict(PRESETS)
    port = PaperPort(clock)
    with duties(tmp_path / "city.db", clock, port, publish=bridge.publish) as duty:
        duty.painter.scene = lambda: bgrx(street())
        hand = DomeHand(qtbot, duty, port, bridge, theme)
        with qtbot.waitExposed(hand.window):
            hand.window.show()
        try:
            hand.until(lambda: hand.page.sheet.presets.presets)
            yield hand
        finally:
            hand.end()
            PRESETS.clear()
            PRESETS.update(former)
