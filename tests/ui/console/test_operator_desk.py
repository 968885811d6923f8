"""Who is at the desk is seen, and changed by name and rank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from wall.model.ptz.operator import Operator, Rank
from wall.ui.console.operator_desk import PEOPLE, OperatorButton, OperatorDialog, rank_word
from wall.ui.ptz.port import PtzPort
from wall.ui.theme import DARK

LAN, HA = Operator("Lan"), Operator("Hà", Rank.SUPERVISOR)


class Desk:
    """As much of a port as the form asks for."""

    def __init__(self) -> None:
        self.operator = LAN
        self.known: Future[Sequence[Operator]] = Future()

    def operators(self) -> Future[Sequence[Operator]]:
        return self.known

    def change_operator(self, operator: Operator) -> None:
        self.operator = operator


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> OperatorButton:
    button = OperatorButton(cast(PtzPort, desk), DARK)
    qtbot.addWidget(button)
    button.show()
    return button


@pytest.fixture
def open_form(shown: OperatorButton) -> Callable[[], OperatorDialog]:
    def opened() -> OperatorDialog:
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
        assert shown.dialog is not None
        return shown.dialog

    return opened


def test_the_button_says_who_is_at_the_desk(vietnamese: None, shown: OperatorButton) -> None:
    assert "Lan" in shown.text()


def test_a_known_name_brings_its_rank(
    qtbot: QtBot, desk: Desk, shown: OperatorButton, open_form: Callable[[], OperatorDialog]
) -> None:
    form = open_form()
    desk.known.set_result((HA, LAN))
    qtbot.waitUntil(lambda: form.name.count() == 2)
    assert form.operator() == LAN, "what stood there stays until somebody types"
    form.name.setCurrentText("Hà")
    assert form.operator() == HA
    form.accept()
    assert desk.operator == HA and rank_word(Rank.SUPERVISOR) in shown.text()


def test_somebody_new_chooses_a_rank(
    qtbot: QtBot, desk: Desk, shown: OperatorButton, open_form: Callable[[], OperatorDialog]
) -> None:
    form = open_form()
    form.name.setCurrentText("  Minh ")
    form.rank.setCurrentIndex(PEOPLE.index(Rank.DUTY_OFFICER))
    with qtbot.waitSignal(shown.taken):
        form.accept()
    assert desk.operator == Operator("Minh", Rank.DUTY_OFFICER)


def test_nobody_takes_the_desk_without_a_name(desk: Desk, open_form: Callable[[], OperatorDialog]) -> None:
    form = open_form()
    form.name.setCurrentText("  ")
    assert not form.ok.isEnabled()
    form.reject()
    assert desk.operator == LAN


def test_an_answer_of_the_disk_after_the_form_was_left_harms_nobody(
    qtbot: QtBot, desk: Desk, shown: OperatorButton, open_form: Callable[[], OperatorDialog]
) -> None:
    open_form().reject()
    desk.known.set_result((HA,))
    qtbot.wait(20)
    assert shown.dialog is None
