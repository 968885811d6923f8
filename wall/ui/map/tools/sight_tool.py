"""Who sees this: one clicks a spot, and lines go to it from the cameras that see it, the best the strongest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from wall.model.geo.mercator import to_position, to_world
from wall.model.geo.sight import Look
from wall.model.inventory import Position
from wall.ui.map.frame import MapFrame
from wall.ui.map.tools.click_tool import ClickTool
from wall.ui.theme import Theme

_CROSS_PX, _GAP_PX = 12, 3


class SightTool(ClickTool):
    """`asked` is told the spot, or that there is none any more. What is found is seen while it is in hand."""

    def __init__(
        self,
        theme: Theme,
        drag_by: Callable[[float, float], None],
        left: Callable[[], None],
        asked: Callable[[Position | None], None],
    ) -> None:
        super().__init__(drag_by, left)
        self._theme = theme
        self._asked = asked
        self.spot: Position | None = None
        self.looks: Sequence[Look] = ()
        self.chosen: int | None = None
        """The camera in hand, whose line stands out."""

    def show(self, looks: Sequence[Look], chosen: int | None) -> None:
        """These see the spot."""
        self.looks, self.chosen = looks, chosen
        self.changed()

    def put_back(self) -> bool:
        """Esc: no spot any more. False where there is none."""
        had, self.spot, self.looks = self.spot is not None, None, ()
        if had:
            self._asked(None)
            self.changed()
        return had

    # -- MapTool

    def click(self, frame: MapFrame, at: QPointF) -> None:
        """This spot."""
        self.spot = to_position(*frame.world(at.x(), at.y()))
        self._asked(self.spot)
        self.changed()

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        """The lines, and a cross where they meet."""
        if self.spot is None:
            return
        at = QPointF(*frame.pixel(*to_world(self.spot)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, look in reversed(list(enumerate(self.looks))):
            is_chosen = look.eye.camera_id == self.chosen
            colour = self._theme.accent if is_chosen else self._theme.muted
            style = Qt.PenStyle.DashLine if look.must_turn else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, 2.5 if is_chosen else 1.5 if place == 0 else 1.0, style))
            painter.drawLine(QPointF(*frame.pixel(*to_world(look.eye.place))), at)
        for width, colour in ((4.0, self._theme.ground), (2.0, self._theme.accent)):
            painter.setPen(QPen(colour, width))
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                arm = QPointF(dx, dy)
                painter.drawLine(at + arm * _GAP_PX, at + arm * _CROSS_PX)
