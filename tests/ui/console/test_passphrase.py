"""The passphrase of the kept logins, asked for by a thread that has no screen."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from wall.ui.console.passphrase import PassphraseDesk, PassphraseDialog
from wall.ui.theme import DARK

OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel


def dialog_of(qtbot: QtBot) -> PassphraseDialog:
    """The one that is open, once it is."""

    def is_open() -> bool:
        return isinstance(QApplication.activeModalWidget(), PassphraseDialog)

    qtbot.waitUntil(is_open, timeout=10_000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PassphraseDialog)
    return dialog


def answered(
    qtbot: QtBot, desk: PassphraseDesk, is_new: bool, *typed: str, button: QDialogButtonBox.StandardButton = OK
) -> str | None:
    """Ask from another thread, and answer as a person does."""
    with ThreadPoolExecutor(1) as other:
        answer: Future[str | None] = other.submit(desk.ask, is_new)

        # The dialog runs a loop of its own: what a person does has to be waiting for it.
        def act() -> None:
            dialog = dialog_of(qtbot)
            for line, text in zip((dialog.first, dialog.again), typed, strict=False):
                QTest.keyClicks(line, text)
            QTest.mouseClick(dialog.buttons.button(button), Qt.MouseButton.LeftButton)

        QTimer.singleShot(50, act)
        qtbot.waitUntil(answer.done, timeout=10_000)
        return answer.result()


@pytest.fixture
def desk(qtbot: QtBot) -> PassphraseDesk:
    return PassphraseDesk(DARK)


def test_a_known_one_is_typed_once(qtbot: QtBot, desk: PassphraseDesk) -> None:
    assert answered(qtbot, desk, False, "short") == "short"


def test_a_new_one_is_typed_twice(qtbot: QtBot, desk: PassphraseDesk) -> None:
    assert answered(qtbot, desk, True, "long enough", "long enough") == "long enough"


def test_a_person_may_rather_not(qtbot: QtBot, desk: PassphraseDesk) -> None:
    assert answered(qtbot, desk, True, button=CANCEL) is None


@pytest.mark.parametrize(("first", "again"), [("", ""), ("short", "short"), ("long enough", "long enaugh")])
def test_what_may_be_a_slip_is_not_taken(qtbot: QtBot, first: str, again: str) -> None:
    dialog = PassphraseDialog(DARK, is_new=True)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.first, first)
    QTest.keyClicks(dialog.again, again)
    assert not dialog.buttons.button(OK).isEnabled()
    assert dialog.first.echoMode() is dialog.again.echoMode() is dialog.first.EchoMode.Password
