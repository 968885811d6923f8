"""The figures of a stream over its picture: only what was measured, short in a small tile, all of it in a large one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive, SharedFeed, with_streams
from tests.ui.pixels import Colour, MakeWindow, cell_image, middle, rgb, view_of
from wall.model.camera import Camera, streams_of
from wall.model.events import HardwareKnown, StreamMeasured, StreamOpened, StreamSized
from wall.model.hardware import Hardware, NoHardware
from wall.model.stream import Codec, Source, Transport
from wall.model.tile import Cause, Thresholds, TileState
from wall.model.video import Decoder, StreamSize
from wall.ui.corner import Corner, CornerMark
from wall.ui.picture_facts import facts_of, fitted
from wall.ui.tile import Tile
from wall.ui.wall_window import WallWindow

RED = (200, 40, 30)
UNKNOWN = [
    "sub-stream –",
    "– fps",
    "–",
    "damaged – %",
    "delay –",
    "clock –",
    "format –",
    "transport –",
    "decoder –",
    "asked for 320×180",
    "decoding: software — this computer has no graphics device",
]


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> WallWindow:
    window = make_window(4)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    return window


def tile_in(window: WallWindow, cell: int) -> Tile:
    tile = view_of(window).tiles[cell]
    assert tile is not None
    return tile


def tell_all(live: FakeLive, tile: int, size: StreamSize, *, fps: float = 14.94) -> None:
    live.bridge.publish(StreamOpened(tile, Codec.H265, Transport.UDP))
    live.bridge.publish(StreamSized(tile, size))
    live.bridge.publish(StreamMeasured(tile, fps, 2345.0, 41.6, -3.21, 0.0123, Decoder.FFMPEG))


def test_what_nobody_has_measured_is_not_guessed(window: WallWindow) -> None:
    assert facts_of(tile_in(window, 0)) == UNKNOWN


def test_all_of_them_are_told_under_the_pointer(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    """A small tile has no room for all."""
    view, tile = view_of(window), tile_in(window, 1)
    place = tile.update_rect.center()
    QTest.mouseMove(view, place)
    qtbot.waitUntil(lambda: tile.camera.name in view.toolTip())
    assert "fps" not in view.toolTip()
    QTest.keyClick(view, Qt.Key.Key_I)
    QTest.mouseMove(view, place + QPoint(3, 3))
    qtbot.waitUntil(lambda: all(fact in view.toolTip() for fact in UNKNOWN))


def test_each_figure_is_the_one_that_was_told(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    tell_all(live, 0, StreamSize(704, 576, (768, 576)))
    tile = tile_in(window, 0)
    qtbot.waitUntil(lambda: tile.facts.measured is not None)
    assert facts_of(tile) == [
        "sub-stream 704×576",
        "14.9 fps",
        "2.3 Mbit/s",
        "damaged 1.2 %",
        "delay 42 ms",
        "clock −3.2 s",
        "H.265",
        "UDP",
        "FFmpeg",
        "asked for 320×180",
        UNKNOWN[-1],
    ]
    live.fail(TileState.DECODER_FAILED, Cause.DAMAGED, 0)
    qtbot.waitUntil(lambda: tile.status.state is TileState.DECODER_FAILED)
    assert facts_of(tile)[1] == "14.9 fps", "it comes, whatever it is"
    live.fail(TileState.NO_SIGNAL, Cause.RESET, 0)
    qtbot.waitUntil(lambda: tile.facts.measured is None)
    assert facts_of(tile)[1:] == UNKNOWN[1:], "what was is not what is"


def test_the_main_stream_is_named_so(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    QTest.keyClick(view_of(window), Qt.Key.Key_Return)
    tell_all(live, 4, StreamSize(1920, 1080, (1920, 1080)))
    live.go_live(RED, 4)
    qtbot.waitUntil(lambda: tile_in(window, 0).number == 4 and tile_in(window, 0).facts.size is not None)
    assert facts_of(tile_in(window, 0))[0] == "main stream 1920×1080"
    assert facts_of(tile_in(window, 0))[-2] == "asked for 640×360"


def test_of_three_streams_each_is_named(live: FakeLive) -> None:
    streams = streams_of(*(Source(f"rtsp://127.0.0.1/{name}") for name in ("main", "sub", "third")))
    camera = Camera(1, "Ngã Sáu", streams)
    tile = Tile(1, camera, SharedFeed(2, 2), Thresholds(), live.clock())
    names = []
    for stream in streams:
        tile.source = stream.source
        names.append(facts_of(tile)[0])
    assert names == ["main stream –", "stream 2 of 3: –", "stream 3 of 3: –"]


def test_what_the_camera_says_wrongly_is_named(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    listed = [with_streams(1, main=(1920, 1080), sub=(1280, 720), third=(640, 360))]
    window = make_window(columns=2, rows=2, listed=listed)
    live.bridge.publish(StreamOpened(0, Codec.H265, Transport.TCP))
    live.send_size(0, StreamSize(640, 360, (640, 360)))
    tile = tile_in(window, 0)
    qtbot.waitUntil(lambda: tile.facts.size is not None)
    assert facts_of(tile)[:2] == ["stream 3 of 3: 640×360", "– fps"]
    live.send_size(0, StreamSize(704, 576, (768, 576)))
    qtbot.waitUntil(lambda: facts_of(tile)[:2] == ["stream 3 of 3: 704×576", "said to be 640×360"])


def test_where_it_is_decoded_and_why_by_the_processor(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    tile = tile_in(window, 0)

    def is_said(said: str) -> None:
        qtbot.waitUntil(lambda: facts_of(tile)[-1] == f"decoding: {said}")

    def measured(decoder: Decoder | None, *, in_hardware: bool = False, fails: bool = False) -> None:
        live.bridge.publish(StreamMeasured(0, 15.0, 500.0, 40.0, None, 0.0, decoder, in_hardware, fails))

    live.bridge.publish(HardwareKnown(Hardware("vaapi_drm", "Intel iHD", None)))
    is_said("–")
    measured(Decoder.VLC, in_hardware=True)
    is_said("hardware — Intel iHD")
    measured(Decoder.VLC, fails=True)
    is_said("software — the graphics device gave no pictures of this camera")
    measured(Decoder.FFMPEG)
    is_said("software — for a small picture the processor is cheaper")
    measured(Decoder.VLC)
    is_said("software — the graphics device does not take this stream")
    live.fail(TileState.NO_SIGNAL, Cause.RESET, 0)
    is_said("–")
    live.bridge.publish(HardwareKnown(Hardware("", "Intel iHD", NoHardware.FAILED)))
    is_said("software — the graphics device gave no pictures")


def top_left(window: WallWindow, cell: int) -> Colour:
    return rgb(cell_image(window, cell).pixelColor(3, 3))


def test_a_key_writes_them_along_the_upper_edge_and_takes_them_away(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    tell_all(live, 1, StreamSize(640, 360, (640, 360)))
    before = cell_image(window, 1)
    QTest.keyClick(view_of(window), Qt.Key.Key_I)
    image = cell_image(window, 1)
    assert top_left(window, 1) != RED and top_left(window, 2) != RED, "on every tile"
    assert middle(window, 1) == RED
    height = image.height()
    covered = [y for y in range(height - 30) if rgb(image.pixelColor(3, y)) != RED]
    assert max(covered) < height * 0.25, "never over the middle"
    tell_all(live, 1, StreamSize(640, 360, (640, 360)), fps=7.5)
    qtbot.waitUntil(lambda: cell_image(window, 1) != image)
    QTest.keyClick(view_of(window), Qt.Key.Key_I)
    assert cell_image(window, 1) == before


def test_a_tile_without_a_picture_has_them_too(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    live.fail(TileState.NO_SIGNAL, Cause.RESET, 0, for_s=30)
    live.clock.now_s += 30
    live.go_live(RED, 1, 2, 3)
    qtbot.waitUntil(lambda: tile_in(window, 0).status.state is TileState.NO_SIGNAL)
    before = top_left(window, 0)
    QTest.keyClick(view_of(window), Qt.Key.Key_I)
    assert top_left(window, 0) != before


def test_they_leave_room_for_what_else_is_said_at_the_top(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    """That it is recorded stands at the right of the same row."""
    tell_all(live, 2, StreamSize(640, 360, (640, 360)))
    QTest.keyClick(view_of(window), Qt.Key.Key_I)
    tile = tile_in(window, 2)
    qtbot.waitUntil(lambda: tile.facts.measured is not None and not tile.dirty)

    def reach() -> int:
        assert tile.overlays is not None
        return max(each.x + each.image.width() for each in tile.overlays if each.y == tile.area.y)

    before = reach()
    corner = Corner(CornerMark.RECORDING, "00:12:34")
    tile.mark(CornerMark.RECORDING, corner)
    cell_image(window, 2)
    assert tile.corner_overlay is not None and reach() <= tile.corner_overlay.x < before
    tile.mark(CornerMark.RECORDING, None)
    cell_image(window, 2)
    assert reach() == before


def test_as_many_as_there_is_room_for() -> None:
    texts = ["aaaa", "bb", "cccc", "dd"]

    def fits(line: str) -> bool:
        return len(line) <= 12

    assert fitted(texts, 1, fits) == ["aaaa  ·  bb"]
    assert fitted(texts, 2, fits) == ["aaaa  ·  bb", "cccc  ·  dd"]
    assert fitted(texts, 0, fits) == []
    assert fitted(["a" * 13, "b"], 3, fits) == [], "what does not fit is not cut"
    assert fitted([], 3, fits) == []
