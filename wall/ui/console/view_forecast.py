"""Tells what a saved view would take before it is opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from wall.model.decode_cost import Forecast
from wall.model.grid import picture_area
from wall.model.picture import PictureBox
from wall.model.view import View
from wall.ui.console.budget_gauge import BudgetGauge
from wall.ui.console.views_tree import ViewsTree
from wall.ui.ports import LiveViewPort
from wall.ui.room_port import CamerasPort
from wall.ui.stream_switch import stream_for

_AT_REST_MS = 120
"""Not for each view that the hand passes."""
_SCREEN = (1920, 1080)
"""What a view is thought to be shown on: its cells are the same share of any screen."""


class ViewForecast(QObject):
    """For the one view that is chosen in a tree, on the gauge. UI thread."""

    def __init__(
        self, tree: ViewsTree, cameras: CamerasPort, live: LiveViewPort, gauge: BudgetGauge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tree, self._cameras, self._live, self._gauge = tree, cameras, live, gauge
        self._at_rest = QTimer(self, singleShot=True, interval=_AT_REST_MS)
        self._at_rest.timeout.connect(self._tell)
        tree.selectionModel().selectionChanged.connect(lambda *_: self._at_rest.start())

    def end(self) -> None:
        """The window closes."""
        self._at_rest.stop()

    def _tell(self) -> None:
        chosen = self._tree.selected() if self._tree.isVisible() else []
        view = chosen[0] if len(chosen) == 1 else None
        self._gauge.show_forecast(self._forecast(view) if isinstance(view, View) else None)

    def _forecast(self, view: View) -> Forecast:
        areas = (picture_area(cell) for cell in view.layout.rects(*_SCREEN))
        boxes = [PictureBox(area.width, area.height) for area in areas]
        cameras = [self._cameras.camera(each) for each in view.cameras]
        return self._live.forecast(
            [
                (stream_for(camera, box, self._live.seen), (box.width, box.height))
                for camera, box in zip(cameras, boxes, strict=False)
                if camera is not None
            ]
        )
