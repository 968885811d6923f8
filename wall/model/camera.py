"""One camera "eye" of the city, as far as the wall needs it."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.stream import Codec, Source


@dataclass(frozen=True, slots=True)
class CameraStream:
    """One of a camera's streams, and what the camera says of it: what it really sends may differ."""

    source: Source
    size: tuple[int, int] | None = None
    """Width and height, pixels; None where the camera does not say."""
    codec: Codec | None = None


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that can be shown. `number` is what an operator types on the keypad."""

    number: int
    name: str
    streams: tuple[CameraStream, ...]
    """At least one, in the camera's own order, which usually is the largest first."""
    site: str = ""
    camera_id: int = 0
    """Of the inventory; 0 where there is none."""
    priority: int = 0
    """Higher is more important; 0 is ordinary."""

    @property
    def main(self) -> Source:
        """The stream that the camera names first."""
        return self.streams[0].source

    @property
    def sub(self) -> Source | None:
        """The one that it names last, which usually is the smallest; None where there is but one."""
        return self.streams[-1].source if len(self.streams) > 1 else None

    def source_for_grid(self) -> Source:
        """The stream that most likely is the cheapest, as long as nothing is known of any."""
        return self.streams[-1].source


def streams_of(*sources: Source | None) -> tuple[CameraStream, ...]:
    """Streams of which only the addresses are known; those that are None are left out."""
    return tuple(CameraStream(source) for source in sources if source is not None)
