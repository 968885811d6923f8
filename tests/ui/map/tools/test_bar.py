"""The buttons that have no room are in a menu, and what is on stays to be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wall.ui.map.tools.bar import Deed, ToolBar

NAMES = ("find", "measure", "layers", "place", "paper")


def seen(bar: ToolBar) -> list[str]:
    return [name for name in NAMES if not bar.button_of(name).isHidden()]


def test_what_has_no_room_is_in_the_menu(qtbot: QtBot) -> None:
    done: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    bar = ToolBar([Deed(name, name * 2, "F4", lambda name=name: done.append(name)) for name in NAMES], window)  # type: ignore[misc]
    window.resize(900, 60)
    window.show()
    bar.resize(bar.sizeHint().width() + 20, 40)
    assert seen(bar) == list(NAMES) and bar._more.isHidden()
    bar.resize(220, 40)
    assert seen(bar) == ["find"] or seen(bar) == ["find", "measure"]
    assert bar._more.isVisible()
    bar.show_on(frozenset({"paper"}))
    assert "paper" in seen(bar), "one can see that it is on, and turn it off"
    bar.button_of("paper").click()
    assert done == ["paper"]
