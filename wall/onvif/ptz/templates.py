"""Requests with gaps: built once by the contract, filled in by cutting text. No zeep is on the way of a move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from wall.onvif.contract import Message

_GAPS = (1234567.125, 2345678.25, 3456789.5)
"""Numbers that stand where a number will; each is in a request once."""
TIMEOUT_GAP = "PT43S"


class Template:
    """A request of which only some numbers, and perhaps the timeout, change."""

    def __init__(self, message: Message, gaps: Sequence[str]) -> None:
        self._message = message
        self._parts: list[str] = []
        rest = message.body
        for gap in gaps:
            before, found, rest = rest.partition(gap)
            assert found, f"{message.operation} has no {gap}"
            self._parts.append(before)
        self._end = rest

    def filled(self, *words: str) -> Message:
        """The request with these words in its gaps, in their order."""
        body = "".join(part + word for part, word in zip(self._parts, words, strict=True)) + self._end
        message = self._message
        return Message(message.operation, message.action, body, message.wants_addressing)


def moving_template(
    build: Callable[..., Message], pan_tilt: str | None, zoom: str | None, *, has_timeout: bool
) -> Template:
    """ContinuousMove (ONVIF PTZ, section 5.3.3). `pan_tilt` and `zoom`: the space to name, "" for none; None: leave
    that part out.
    """
    velocity: dict[str, Any] = {}
    gaps: list[str] = []
    if pan_tilt is not None:
        velocity["PanTilt"] = vector(pan_tilt, _GAPS[0], _GAPS[1])
        gaps += map(str, _GAPS[:2])
    if zoom is not None:
        velocity["Zoom"] = vector(zoom, _GAPS[2])
        gaps.append(str(_GAPS[2]))
    timeout = {"Timeout": TIMEOUT_GAP} if has_timeout else {}
    gaps += timeout.values()
    return Template(build("ContinuousMove", Velocity=velocity, **timeout), gaps)


def vector(space: str, x: float, y: float | None = None) -> dict[str, Any]:
    """A tt:Vector2D or tt:Vector1D, as zeep takes it."""
    numbers = {"x": x} if y is None else {"x": x, "y": y}
    return {**numbers, "space": space} if space else numbers


def number(value: float) -> str:
    """As every device reads it: no exponent, no negative nothing."""
    return f"{round(value, 4) + 0.0:g}"


def duration(seconds: float) -> str:
    """An xs:duration; whole where it can be, because there are devices that read no fractions."""
    return f"PT{round(seconds, 3):g}S"
