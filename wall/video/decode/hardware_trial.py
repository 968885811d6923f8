"""Whether one stream is decoded in a graphics device, and whether that gives pictures.

A driver that dies says nothing of it: its player takes units, or hangs, and gives no picture any more; libVLC shows the
last one again and again. So a second of silence while units come, or two units of five in vain, are enough to decode
the stream by the processor, at once and from the last keyframe on. Only if that does give pictures it was the device's
fault, and the stream keeps away from it; else the stream gives none, and may try again after a while.
"""

from __future__ import annotations

from wall.video.decode.hardware_use import HardwareUse

_SILENT_S = 1.0
_SILENT_UNITS = 3
"""A camera may send less than a picture a second."""
_BROKEN_SHARE = 0.4
_PROOF_S = 2.0
_AGAIN_S = 30.0
_PROOF_PICTURES = 3
"""The first may be one from before the silence."""


class HardwareTrial:
    """Of one stream, on the loop. Times are monotonic seconds."""

    def __init__(self, use: HardwareUse) -> None:
        self._use = use
        self.has_failed = False
        """Was it the device's fault that there were no pictures?"""
        self._units = 0
        self._shown = 0
        self._shown_s = 0.0
        self._fallen: tuple[float, int] | None = None
        """When it was left for the processor, and how many pictures there were: whose fault it was is not known yet."""

    @property
    def may(self) -> bool:
        """May the next player decode there?"""
        return bool(self._use.way) and not self.has_failed and self._fallen is None

    def started(self, now_s: float) -> None:
        """A new player begins."""
        self._units, self._shown, self._shown_s = 0, 0, now_s

    def fed(self) -> None:
        """One more unit went into the player."""
        self._units += 1

    def is_silent(self, shown: int, now_s: float) -> bool:
        """The player has shown so many pictures: does nothing come of what it is fed?"""
        if shown != self._shown:
            self._units, self._shown, self._shown_s = 0, shown, now_s
        return self._units >= _SILENT_UNITS and now_s - self._shown_s >= _SILENT_S

    def is_broken(self, share: float | None) -> bool:
        """Did this share of the units, 0 to 1, give no whole picture, though the network lost none?"""
        return share is not None and share >= _BROKEN_SHARE

    def fall_back(self, pictures: int, now_s: float) -> None:
        """Decoded by the processor from here on, with so many pictures published so far."""
        self._fallen = now_s, pictures

    def look(self, pictures: int, now_s: float) -> None:
        """So many pictures are published now: does the processor get any out of the stream?"""
        if self._fallen is None:
            return
        since_s, before = self._fallen
        if pictures < before:  # In another memory.
            self._fallen = since_s, pictures
        elif pictures - before >= _PROOF_PICTURES and now_s - since_s <= _PROOF_S:
            self._fallen, self.has_failed = None, True
            self._use.failed(now_s)
        elif now_s - since_s > _AGAIN_S:
            self._fallen = None
