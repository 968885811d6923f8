"""Each display says which one it is, while somebody has to choose one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screens.fake_displays import FakeDisplays, panel
from wall.ui.screens.display_labels import DisplayLabels
from wall.ui.screens.displays import area_of
from wall.ui.theme import DARK

DESK, ONE = panel(0, model="", connector="DP-1", is_primary=True), panel(1, model="", connector="DP-2")


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_every_display_is_labelled_as_long_as_one_chooses(qtbot: QtBot) -> None:
    asking, displays = QWidget(), FakeDisplays(DESK, ONE)
    qtbot.addWidget(asking)
    labels = DisplayLabels(displays, lambda: {ONE: 2}, asking, DARK)
    assert labels.labels == []
    asking.show()
    assert [label.text() for label in labels.labels] == ["DP-1", "DP-2  ·  Screen 2"]
    for label, display in zip(labels.labels, (DESK, ONE), strict=True):
        assert label.isVisible()
        assert display.area.contains(area_of(label.geometry()).x, area_of(label.geometry()).bottom)
    displays.become(ONE)
    assert [label.text() for label in labels.labels] == ["DP-2  ·  Screen 2"]
    asking.hide()
    assert labels.labels == []
    displays.become(DESK, ONE)
    assert labels.labels == [], "nobody asks"
