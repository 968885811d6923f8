"""A real map on the offscreen platform."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.support.garbage import clear_garbage
from wall.model.inventory import Inventory
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.label_texts import texts_of
from wall.ui.map.places import places_of
from wall.ui.theme import DARK, Theme

MakeCanvas = Callable[..., MapCanvas]
MakeMap = Callable[..., tuple[MapCanvas, CameraLayer]]


@pytest.fixture
def make_canvas(qtbot: QtBot) -> Iterator[MakeCanvas]:
    """Opens maps with nothing on them, and afterwards closes them."""
    made: list[MapCanvas] = []

    def make(theme: Theme = DARK, width: int = 800, height: int = 600) -> MapCanvas:
        canvas = MapCanvas(theme)
        canvas.resize(width, height)
        made.append(canvas)
        with qtbot.waitExposed(canvas):
            canvas.show()
        canvas.activateWindow()
        canvas.setFocus()
        return canvas

    yield make
    for canvas in made:
        canvas.hide()
        assert [timer for timer in canvas.findChildren(QTimer) if timer.isActive()] == []
        canvas.deleteLater()
    made.clear()
    clear_garbage()


@pytest.fixture
def make_map(make_canvas: MakeCanvas) -> Iterator[MakeMap]:
    """The same with the cameras of an inventory, all of them in view."""
    layers: list[CameraLayer] = []

    def make(inventory: Inventory, theme: Theme = DARK, width: int = 800, height: int = 600) -> object:
        canvas = make_canvas(theme, width, height)
        layer = CameraLayer(theme, canvas)
        layers.append(layer)
        layer.show_places(places_of(inventory), texts_of(inventory))
        canvas.add_layer(layer)
        canvas.home = layer.places.around
        canvas.go_home(at_once=True)
        return canvas, layer

    yield make  # type: ignore[misc]
    for layer in layers:
        layer.end()
    layers.clear()
