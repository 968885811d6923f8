"""Tells what a saved view would take before it is opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from wall.model.view import View
from wall.ui.console.budget_gauge import BudgetGauge
from wall.ui.console.views_page import ViewsPage
from wall.ui.forecast import forecast_of, told
from wall.ui.ports import LiveViewPort
from wall.ui.room_port import CamerasPort

_AT_REST_MS = 120
"""Not for each view that the hand passes."""


class ViewForecast(QObject):
    """For the one view that is chosen on a page, below its list and on the gauge. UI thread."""

    def __init__(
        self, page: ViewsPage, cameras: CamerasPort, live: LiveViewPort, gauge: BudgetGauge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page, self._cameras, self._live, self._gauge = page, cameras, live, gauge
        self._at_rest = QTimer(self, singleShot=True, interval=_AT_REST_MS)
        self._at_rest.timeout.connect(self._tell)
        page.tree.selectionModel().selectionChanged.connect(lambda *_: self._at_rest.start())

    def end(self) -> None:
        """The window closes."""
        self._at_rest.stop()

    def _tell(self) -> None:
        tree = self._page.tree
        chosen = tree.selected() if tree.isVisible() else []
        view = chosen[0] if len(chosen) == 1 else None
        forecast = forecast_of(view, self._cameras, self._live) if isinstance(view, View) else None
        self._gauge.show_forecast(forecast)
        self._page.show_forecast(told(forecast) if forecast is not None else "")
