"""The decode budget in the console's top line, and what a chosen view would take."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wall.model.decode_cost import Cost, Forecast
from wall.model.events import BudgetChanged
from wall.ui.console.budget_gauge import BudgetGauge
from wall.ui.theme import DARK


@pytest.fixture
def gauge(qtbot: QtBot) -> Iterator[BudgetGauge]:
    around = QWidget()
    qtbot.addWidget(around)
    gauge = BudgetGauge(DARK, around)
    around.resize(400, 40)
    gauge.resize(400, 40)
    around.show()
    yield gauge
    around.close()


def colours(gauge: BudgetGauge) -> set[str]:
    image = gauge.grab().toImage()
    return {image.pixelColor(x, image.height() // 2).name() for x in range(0, 64, 4)}


def test_it_is_not_there_before_anything_is_known(gauge: BudgetGauge) -> None:
    assert not gauge.isVisible() and gauge.text == ""


def test_it_is_quiet_while_there_is_enough(gauge: BudgetGauge) -> None:
    gauge.show_budget(BudgetChanged(0.8, 0.9, 1.8, 640.0, 18_000.0, 0))
    assert gauge.isVisible() and gauge.text == "decoding 50 %"
    assert DARK.late.name() not in colours(gauge) and DARK.muted.name() in colours(gauge)
    assert "640 MB" in gauge.toolTip() and "18.0 Mbit/s" in gauge.toolTip()


def test_it_says_how_many_are_reduced_and_what_to_do(gauge: BudgetGauge) -> None:
    gauge.show_budget(BudgetChanged(1.5, 1.6, 1.7, 900.0, 40_000.0, 12))
    assert gauge.text == "decoding 94 %  ·  12 reduced"
    assert DARK.late.name() in colours(gauge)
    assert "Show fewer at once." in gauge.toolTip()


def test_small_pictures_are_told_and_do_not_count_as_decoding(gauge: BudgetGauge) -> None:
    gauge.show_budget(BudgetChanged(1.1, 0.9, 1.8, 640.0, 18_000.0, 0, 0.2))
    assert gauge.text == "decoding 50 %"
    assert "1.10 of 1.80" in gauge.toolTip() and "0.20 for small pictures" in gauge.toolTip()


def test_what_there_is_no_room_for_makes_no_window_wider(gauge: BudgetGauge) -> None:
    gauge.show_budget(BudgetChanged(0.8, 0.9, 1.8, 640.0, 18_000.0, 0))
    least = gauge.minimumSizeHint().width()
    gauge.show_forecast(Forecast(Cost(1.4, 0.2), 1.8, 9))
    assert gauge.minimumSizeHint().width() == least < gauge.sizeHint().width()


def test_it_tells_beforehand_what_a_view_would_take(gauge: BudgetGauge) -> None:
    gauge.show_budget(BudgetChanged(0.8, 0.9, 1.8, 640.0, 18_000.0, 0))
    before = gauge.sizeHint().width()
    gauge.show_forecast(Forecast(Cost(1.2, 0.15), 1.8, 0))
    assert gauge.text.endswith("chosen view: 75 %") and gauge.sizeHint().width() > before
    gauge.show_forecast(Forecast(Cost(1.4, 0.2), 1.8, 9))
    assert gauge.text.endswith("chosen view: 89 %, 9 reduced")
    gauge.show_forecast(None)
    assert gauge.text == "decoding 50 %"
