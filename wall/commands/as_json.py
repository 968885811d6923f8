"""A device as one JSON object: the same shape from every command."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from wall.model.device import Channel, Device, Problem, StreamProfile
from wall.model.errors import StartError
from wall.services.keeping import camera_name

Json = Mapping[str, Any]


def device_as_json(device: Device) -> dict[str, Any]:
    """What is known of a device. Nothing in it proves a login."""
    clock = device.clock
    return {
        "address": device.address,
        "endpoint": device.endpoint,
        "name": device.name,
        "location": device.location,
        "manufacturer": device.manufacturer,
        "model": device.model,
        "firmware": device.firmware,
        "serial": device.serial,
        "hardware": device.hardware,
        "clock_offset_s": None if clock is None else round(clock.offset_s, 3),
        "auth": None if device.auth is None else device.auth.value,
        "login": device.login.value,
        "cameras": [_camera(channel, device, place) for place, channel in enumerate(device.channels, start=1)],
        "relays": [relay.token for relay in device.relays],
        "problems": [problem_as_json(problem) for problem in device.problems],
    }


def problem_as_json(problem: Problem) -> dict[str, str]:
    return {"step": problem.step.value, "trouble": problem.trouble.value, "detail": problem.detail}


def _camera(channel: Channel, device: Device, place: int) -> dict[str, Any]:
    """The name is the one that it gets when it is kept: many makes call every channel `VideoSourceConfig_1`."""
    return {
        "name": camera_name(device, channel, place),
        "source": channel.source_token,
        "streams": [_stream(stream) for stream in channel.streams],
        "snapshot": channel.snapshot_url or None,
        "ptz": channel.ptz is not None,
        "presets": [preset.name or preset.token for preset in channel.presets],
        "topics": list(device.topics),
    }


def _stream(stream: StreamProfile) -> dict[str, Any]:
    return {
        "token": stream.token,
        "codec": stream.codec.name if stream.codec else stream.encoding or None,
        "width": stream.width,
        "height": stream.height,
        "fps": stream.fps,
        "uri": stream.url or None,
    }


def make_sure(file: str | None) -> None:
    """StartError now rather than after minutes of work, where `write_lines` could not write there."""
    if file is not None and file != "-":
        try:
            Path(file).open("a").close()
        except OSError as error:
            raise StartError(f"{file} cannot be written: {error.strerror}") from error


def write_lines(objects: Iterable[Json], file: str) -> None:
    """One object a line, to a file or, for "-", to standard output. StartError where the file cannot be written."""
    text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)
    if file == "-":
        _speak_utf8()
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        Path(file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise StartError(f"{file} cannot be written: {error.strerror}") from error


def _speak_utf8() -> None:
    """JSON is UTF-8, whatever the terminal's language is."""
    with suppress(AttributeError, ValueError):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
