"""From anywhere in the console to the figures, and from what is noisy to its rule, by real keys and clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import AlarmBench
from tests.ui.console.conftest import MakeConsole
from wall.ui.alarms.top_buttons import FiguresButton
from wall.ui.console.pages import RULES
from wall.ui.theme import DARK


def test_a_key_opens_the_figures_and_a_click_leads_to_the_rule(
    bench: AlarmBench, make_console: MakeConsole, qtbot: QtBot
) -> None:
    bench.say("line", 5, 6)
    window = make_console(alarms=bench.facts)
    button = FiguresButton(bench.desk, DARK, window)
    window.top.add(button)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    figures = button.figures
    assert figures is not None and figures.isVisible()
    figures._unix = lambda: bench.now_s + 1
    figures.ask()
    qtbot.waitUntil(lambda: figures.noisy.rowCount() == 2)
    lead = figures.noisy.cellWidget(0, 6)
    assert isinstance(lead, QPushButton) and window.alarms is not None
    QTest.mouseClick(lead, Qt.MouseButton.LeftButton)
    assert window.page == RULES and not figures.isVisible()
    form = window.alarms.rules.form
    assert form.about.but.text() in ("5", "6") and form.rule.concern.kinds == {"line"}
    figures.close()
