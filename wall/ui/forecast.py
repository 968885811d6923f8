"""What a saved view would take before it is opened."""

from __future__ import annotations

from wall.model.decode_cost import Forecast
from wall.model.grid import picture_area
from wall.model.picture import PictureBox
from wall.model.view import View
from wall.ui.ports import LiveViewPort
from wall.ui.room_port import CamerasPort
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
