"""Alarms in figures, as they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from wall.model.alarms import kinds
from wall.model.alarms.figures import FigurePart, Figures, Noisy
from wall.model.alarms.mute import Mute
from wall.model.errors import StoreError
from wall.ui.alarms.figures import AlarmFigures
from wall.ui.theme import DARK

NOW_S = 1_800_000_000.0


class Port:
    def __init__(self) -> None:
        self.asked: list[tuple[float, float]] = []
        self.futures: list[Future[Figures]] = []
        self.mutes: list[Mute] = []
        self.changed: list[Noisy] = []

    def figures(self, from_s: float, until_s: float) -> Future[Figures]:
        self.asked.append((from_s, until_s))
        self.futures.append(Future())
        return self.futures[-1]

    def mute(self, mute: Mute) -> Future[Mute]:
        self.mutes.append(mute)
        done: Future[Mute] = Future()
        done.set_result(mute)
        return done


def figures() -> Figures:
    made = Figures(NOW_S - 86400)
    noisy = (Noisy(4, 2, "motion", 12, "Cổng", "Chợ", 40, 90, 30, 35), Noisy(0, 2, "outage", 0, "", "Chợ", 2, 2, 0))
    made.add(FigurePart((12,) + (1,) * 143, (20, 5, 3, 2, 1, 0, 4), 40, 30, (*noisy, Noisy(0, 0, "panic", alarms=1))))
    return made


@pytest.fixture
def port() -> Port:
    return Port()


@pytest.fixture
def window(qtbot: QtBot, port: Port) -> Iterator[AlarmFigures]:
    window = AlarmFigures(port, DARK, unix=lambda: NOW_S, change_rule=port.changed.append)
    qtbot.addWidget(window)
    window.show()
    window.ask()
    yield window


def test_they_are_said_and_drawn(window: AlarmFigures, port: Port, qtbot: QtBot) -> None:
    port.futures[0].set_result(figures())
    qtbot.waitUntil(lambda: window.noisy.rowCount() == 3)
    assert window.summary.text() == (
        "155 alarms. 75 % of those judged were false. Floods: 1 times more than 10 in 10 minutes."
    )
    assert _cells(window, 0) == ["12  Cổng · Chợ", "Motion", "40", "90", "86 %"]
    assert _cells(window, 1)[-1] == "–", "nobody has judged it yet"


def test_one_click_mutes_what_is_noisy_and_not_the_panic_key(window: AlarmFigures, port: Port, qtbot: QtBot) -> None:
    port.futures[0].set_result(figures())
    qtbot.waitUntil(lambda: window.noisy.rowCount() == 3)
    button = window.noisy.cellWidget(0, 5)
    assert isinstance(button, QPushButton)
    button.click()
    (mute,) = port.mutes
    assert (mute.camera_id, mute.site_id, mute.until_s) == (4, 0, NOW_S + 8 * 3600)
    assert mute.kinds == frozenset({"motion"})
    assert "40" in mute.reason
    qtbot.waitUntil(lambda: "muted for eight hours" in window.summary.text())
    assert window.noisy.cellWidget(2, 5) is None


def test_one_click_mutes_all_of_a_flood_of_several_kinds(window: AlarmFigures, port: Port, qtbot: QtBot) -> None:
    made = Figures(NOW_S - 86400)
    made.add(FigurePart((1,), (0,), 0, 0, (Noisy(0, 2, kinds.SEVERAL, site="Chợ", alarms=1, signals=300),)))
    port.futures[0].set_result(made)
    qtbot.waitUntil(lambda: window.noisy.rowCount() == 1)
    button = window.noisy.cellWidget(0, 5)
    assert isinstance(button, QPushButton)
    button.click()
    assert [(mute.site_id, mute.kinds) for mute in port.mutes] == [(2, frozenset())]


def test_one_click_leads_to_the_rule_of_what_is_noisy(window: AlarmFigures, port: Port, qtbot: QtBot) -> None:
    port.futures[0].set_result(figures())
    qtbot.waitUntil(lambda: window.noisy.rowCount() == 3)
    button = window.noisy.cellWidget(0, 6)
    assert isinstance(button, QPushButton)
    button.click()
    assert [(each.camera_id, each.kind) for each in port.changed] == [(4, "motion")]
    assert not window.isVisible(), "it would lie over the rules"


def test_another_period_overtakes_the_first_and_a_fault_is_said(window: AlarmFigures, port: Port, qtbot: QtBot) -> None:
    window.period.setCurrentIndex(2)
    assert port.futures[0].cancelled() and port.asked[1][0] == NOW_S - 30 * 86400
    port.futures[1].set_exception(StoreError("full"))
    qtbot.waitUntil(lambda: window.summary.text() not in ("", "Counting…"))


def test_nothing_is_said_in_words(window: AlarmFigures) -> None:
    window.show_figures(Figures(NOW_S))
    assert window.summary.text() == "There was no alarm in this time."


def _cells(window: AlarmFigures, row: int) -> list[str]:
    return [item.text() for column in range(5) if (item := window.noisy.item(row, column)) is not None]
