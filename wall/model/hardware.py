"""What a machine has to decode video with beside its processor, and why it has nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class NoHardware(Enum):
    """The value is the English sentence; the UI translates it."""

    NOT_LOOKED = "nobody has looked yet"
    OFF = "switched off"
    NO_DEVICE = "this computer has no graphics device"
    NO_ACCESS = "this user may not use the graphics device"
    NO_LIBRARY = "the library VA-API is not installed"
    NO_DRIVER = "the graphics device has no driver that works"
    NO_CODEC = "the graphics device decodes neither H.264 nor H.265"
    NO_PLUGIN = "libVLC lacks the plugin for it"
    NO_ANSWER = "the program that looked for it broke down"
    FAILED = "the graphics device gave no pictures"
    LOST = "a decoder broke down that used the graphics device"
    FAILED_HERE = "the graphics device gave no pictures of this camera"
    NOT_WANTED = "for a small picture the processor is cheaper"
    NOT_TAKEN = "the graphics device does not take this stream"


@dataclass(frozen=True, slots=True)
class Hardware:
    """`way` is what libVLC calls it ("" for none), `driver` what it says of itself."""

    way: str = ""
    driver: str = ""
    why_not: NoHardware | None = NoHardware.NOT_LOOKED
