"""Pictures in another place than on the wall, painted by the same machinery."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.layout import Layout
from wall.ui.showing import SETTLE_MS
from wall.ui.theme import Theme
from wall.ui.timers import single_shot
from wall.ui.wall_view import WallView


class SmallWall(QWidget):
    """A row of cells. `_present` is asked for what they show when their sizes have come to rest."""

    def __init__(self, theme: Theme, monotonic: Callable[[], float], parent: QWidget, cells: int = 1) -> None:
        super().__init__(parent)
        self.view = WallView(theme, monotonic, self)
        self.view.set_layout(Layout.plain(cells, 1))
        self._settle_timer = single_shot(self, SETTLE_MS, self._present)
        self.view.resized.connect(self._settle_timer.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def _present(self) -> None:
        """Want the pictures at the sizes that they have now."""
        raise NotImplementedError
