"""What a saved view would take before it is opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from wall.model.decode_cost import Forecast
from wall.model.grid import picture_area
from wall.model.palette import Entry, Kind
from wall.model.picture import PictureBox
from wall.model.view import View
from wall.ui.figures import number
from wall.ui.ports import LiveViewPort
from wall.ui.room_port import CamerasPort, RoomPort
from wall.ui.stream_switch import stream_for

_SCREEN = (1920, 1080)
"""What a view is thought to be shown on: its cells are the same share of any screen."""


def forecast_of(view: View, cameras: CamerasPort, live: LiveViewPort) -> Forecast:
    """Of all its pictures together, as far as it can be known."""
    areas = (picture_area(cell) for cell in view.layout.rects(*_SCREEN))
    boxes = [PictureBox(area.width, area.height) for area in areas]
    shown = [cameras.camera(each) for each in view.cameras]
    return live.forecast(
        [
            (stream_for(camera, box, live.seen), (box.width, box.height))
            for camera, box in zip(shown, boxes, strict=False)
            if camera is not None
        ]
    )


def told(forecast: Forecast) -> str:
    """The same for whoever is about to open it: processor, memory, network, and what will be left out."""
    translate, cost = QCoreApplication.translate, forecast.cost
    takes = translate("Forecast", "It would take {0} of {1} processor cores, {2} MB of memory, {3} Mbit/s of network.")
    figures = (number(cost.cores, 2), number(forecast.there, 2), number(round(cost.memory_mb)))
    sentence = takes.format(*figures, number(cost.kbit_s / 1000, 1))
    if not forecast.eased:
        return sentence
    eased = translate("Forecast", "Too much: {0} of its pictures would be shown with less.")
    return f"{sentence} {eased.format(number(forecast.eased))}"


def foretelling(room: RoomPort, live: LiveViewPort) -> Callable[[Entry], str]:
    """For a palette: the sentence for an entry that is a view, "" for all else."""

    def foretell(entry: Entry) -> str:
        views = room.views if entry.kind is Kind.VIEW else ()
        view = next((view for view in views if view.view_id == entry.ref), None)
        return told(forecast_of(view, room.cameras, live)) if view is not None else ""

    return foretell
