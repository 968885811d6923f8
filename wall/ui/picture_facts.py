"""The figures of a tile's stream, as they are written over its picture: what was measured, and «–» for what was not."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from wall.model.events import StreamMeasured, StreamOpened
from wall.model.hardware import Hardware, NoHardware
from wall.model.seen_stream import SeenStream
from wall.model.video import Decoder
from wall.ui import words
from wall.ui.figures import UNKNOWN, bitrate, clock_offset, codec_name, milliseconds, number, pixels
from wall.ui.tile import Tile
from wall.ui.untruths import said_of

_BETWEEN = "  ·  "
_MAIN_AND_SUB = 2
_DECODERS = {Decoder.VLC: "libVLC", Decoder.FFMPEG: "FFmpeg"}


def facts_of(tile: Tile) -> list[str]:
    """All of them. Where there is no room the last ones are left out."""
    return [
        *_stream(tile),
        *_flow(tile.facts.measured),
        *_way(tile.facts.opened, tile.facts.measured),
        QCoreApplication.translate("Facts", "asked for {0}").format(pixels(tile.size.width, tile.size.height)),
        _place(tile.facts.hardware, tile.facts.measured),
    ]


def fitted(texts: Iterable[str], most_lines: int, fits: Callable[[str], bool]) -> list[str]:
    """As many of the texts, in their order, as so many lines hold. `fits`: is a line not too wide?"""
    lines: list[str] = []
    for text in texts:
        longer = f"{lines[-1]}{_BETWEEN}{text}" if lines else text
        if lines and fits(longer):
            lines[-1] = longer
        elif len(lines) < most_lines and fits(text):
            lines.append(text)
        else:
            break
    return lines


def _stream(tile: Tile) -> list[str]:
    """Which of the camera's streams it is, how large, and what the camera says wrongly of it."""
    translate, facts, streams = QCoreApplication.translate, tile.facts, tile.camera.streams
    place = next((place for place, each in enumerate(streams) if each.source == tile.source), 0)
    size = pixels(facts.size.width, facts.size.height) if facts.size else UNKNOWN
    if place == 0:
        stream = translate("Facts", "main stream {0}").format(size)
    elif len(streams) == _MAIN_AND_SUB:
        stream = translate("Facts", "sub-stream {0}").format(size)
    else:
        stream = translate("Facts", "stream {0} of {1}: {2}").format(place + 1, len(streams), size)
    seen = SeenStream(facts.opened.codec if facts.opened else None, facts.size)
    said = said_of(seen, streams[place].size, streams[place].codec)
    return [stream, *([translate("Facts", "said to be {0}").format(said)] if said else [])]


def _flow(measured: StreamMeasured | None) -> list[str]:
    """What comes, how much of it is whole, and how late."""
    translate = QCoreApplication.translate
    fps = number(measured.fps, 1) if measured else UNKNOWN
    damaged = number(measured.damaged_share * 100, 1) if measured else UNKNOWN
    delay = milliseconds(measured.latency_ms if measured else None)
    offset = clock_offset(measured.clock_offset_s if measured else None)
    return [
        translate("Figures", "{0} fps").format(fps),
        bitrate(measured.kbit_s if measured else None),
        translate("Facts", "damaged {0} %").format(damaged),
        translate("Facts", "delay {0}").format(delay),
        translate("Facts", "clock {0}").format(offset),
    ]


def _way(opened: StreamOpened | None, measured: StreamMeasured | None) -> list[str]:
    """In which form it comes, how, and who decodes it."""
    translate, decoder = QCoreApplication.translate, measured.decoder if measured else None
    return [
        codec_name(opened.codec) if opened else translate("Facts", "format {0}").format(UNKNOWN),
        opened.transport.name if opened else translate("Facts", "transport {0}").format(UNKNOWN),
        _DECODERS[decoder] if decoder else translate("Facts", "decoder {0}").format(UNKNOWN),
    ]


def _place(hardware: Hardware, measured: StreamMeasured | None) -> str:
    """Where it is decoded, and why by the processor."""
    translate = QCoreApplication.translate
    why_not = hardware.why_not or _why_not_this(measured)
    if why_not is not None:
        return translate("Facts", "decoding: software — {0}").format(words.no_hardware(why_not))
    if measured is None or measured.decoder is None:
        return translate("Facts", "decoding: {0}").format(UNKNOWN)
    return translate("Facts", "decoding: hardware — {0}").format(hardware.driver)


def _why_not_this(measured: StreamMeasured | None) -> NoHardware | None:
    """Why a stream is not decoded in the graphics device that there is; None where it is, or nobody decodes it."""
    if measured is None or measured.decoder is None or measured.in_hardware:
        return None
    if measured.hardware_fails:
        return NoHardware.FAILED_HERE
    return NoHardware.NOT_WANTED if measured.decoder is Decoder.FFMPEG else NoHardware.NOT_TAKEN
