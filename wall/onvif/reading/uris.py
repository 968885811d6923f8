"""GetStreamUri and GetSnapshotUri of Media (ONVIF Media, section 5.15) and of Media2 (Media2, section 5.8).

The address is given as told: `wall.onvif.addresses` brings it home.
"""

from __future__ import annotations

from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.values import problem
from wall.onvif.xml import Element, first_below, text

_MOST = 4096


def read_stream_uri(body: Element) -> tuple[str, tuple[Problem, ...]]:
    """Where the stream is; "" where the reply holds no address."""
    return _read(body, Step.STREAMS)


def read_snapshot_uri(body: Element) -> tuple[str, tuple[Problem, ...]]:
    """Where single pictures are; "" where the reply holds no address."""
    return _read(body, Step.SNAPSHOT)


def _read(body: Element, step: Step) -> tuple[str, tuple[Problem, ...]]:
    uri = text(body, "MediaUri", "Uri") or text(body, "Uri") or text(first_below(body, "Uri"))
    if not uri:
        return "", (problem(step, Trouble.INCOMPLETE, "no address"),)
    if len(uri) > _MOST:
        return "", (problem(step, Trouble.TOO_LARGE, f"an address of {len(uri)} characters"),)
    return uri, ()
