"""What can be done with live pictures and drawn lines: as buttons above the map, and as keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from wall.ui.console.parts import button
from wall.ui.keys import Key
from wall.ui.map.live.line_tool import LineTool
from wall.ui.theme import SPACE


class LiveDeeds(Protocol):
    """`LiveDesk` fulfils it."""

    @property
    def lasso(self) -> LineTool: ...

    @property
    def route(self) -> LineTool: ...

    def toggle_pin(self) -> object: ...

    def unpin_all(self) -> object: ...

    def open_grid(self) -> object: ...

    def draw(self, tool: LineTool) -> object: ...


class LiveBar(QWidget):
    """A row of buttons; `grid` is what the question for a screen opens under."""

    def __init__(self, deeds: LiveDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE)
        self._add(self.tr("Pin"), self.tr("Pin the live pictures of what is chosen (P)"), deeds.toggle_pin)
        self.grid = self._add(self.tr("Grid here"), self.tr("All cameras in view on a screen (G)"), deeds.open_grid)
        lasso = self.tr("Open the cameras inside a line (L)")
        route = self.tr("Open the cameras along a way, in order (W)")
        self._tools = {
            deeds.lasso: self._add(self.tr("Draw around"), lasso, partial(deeds.draw, deeds.lasso)),
            deeds.route: self._add(self.tr("Along a way"), route, partial(deeds.draw, deeds.route)),
        }
        self._unpin = self._add(
            self.tr("Unpin all"), self.tr("Take all pinned pictures away (Shift+P)"), deeds.unpin_all
        )
        for each in self._tools.values():
            each.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_pins(0)

    def show_tool(self, tool: object) -> None:
        """This one has the hand, or none of them."""
        for each, its_button in self._tools.items():
            its_button.setChecked(each is tool)

    def show_pins(self, count: int) -> None:
        """So many pictures are pinned."""
        self._unpin.setVisible(count > 1)

    def _add(self, text: str, tip: str, does: Callable[[], object]) -> QPushButton:
        made = button(text, does, tip=tip)
        self._row.addWidget(made)
        return made


def live_keys(deeds: LiveDeeds) -> tuple[Key, ...]:
    """Without those for following."""
    translate = QCoreApplication.translate
    group = translate("Map", "Live pictures on the map")
    pin = translate("Map", "Pin the picture under the pointer, or what is chosen; again: take it away")
    lasso, route = partial(deeds.draw, deeds.lasso), partial(deeds.draw, deeds.route)
    rows: tuple[tuple[str, str, Callable[[], object], str], ...] = (
        ("P", pin, deeds.toggle_pin, "pin"),
        ("Shift+P", translate("Map", "Take all pinned pictures away"), deeds.unpin_all, "unpin_all"),
        ("G", translate("Map", "All cameras in view as a grid on a screen"), deeds.open_grid, "grid_here"),
        ("L", translate("Map", "Draw around cameras, to open them"), lasso, "lasso"),
        ("W", translate("Map", "Draw a way, to open the cameras along it"), route, "route"),
    )
    return tuple(Key((keys,), text, does, action_id=f"map.{name}", group=group) for keys, text, does, name in rows)
