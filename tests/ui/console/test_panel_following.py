"""Following a subject in the console's single picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import FakeRoom
from tests.ui.fake_live import FakeLive
from tests.ui.map.live.conftest import inventory_of
from wall.model.geo.neighbours import Direction


def test_the_panel_opens_the_camera_that_one_goes_on_to(make_console: MakeConsole, live: FakeLive) -> None:
    inventory = inventory_of()
    window = make_console(FakeFleet(live.bridge, inventory), rooms=FakeRoom(live.bridge, inventory))
    window.open_camera(6)
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    compass = window.following.compass
    assert compass.isVisible() and compass.names[Direction.NORTH].startswith("2 ")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    assert window.panel.camera_id == 2
    assert window.notice.text == "To the north: 2  Trường THPT Chuyên Bắc Ninh – cổng chính, 300 m"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not compass.isVisible()
