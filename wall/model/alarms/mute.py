"""What nobody wants to hear of for a while. A mute always ends, and always says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from wall.model.alarms import kinds
from wall.model.alarms.signal import Signal

UNMUTABLE = frozenset({kinds.PANIC})
"""What is heard whatever is muted."""


@dataclass(frozen=True, slots=True)
class Mute:
    """Of a camera, or else of a whole site; `kinds` empty: of all. Times are Unix seconds."""

    camera_id: int
    site_id: int
    until_s: float
    reason: str
    from_s: float = 0.0
    who: str = ""
    kinds: frozenset[str] = frozenset()
    mute_id: int = 0
    """0 until it is kept."""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError("a mute needs a reason")
        if bool(self.camera_id) == bool(self.site_id):
            raise ValueError("a mute is of a camera or of a site")

    def covers(self, signal: Signal, site_id: int, now_s: float) -> bool:
        """Is this not to be heard now? `site_id` is where its camera stands."""
        if signal.kind in UNMUTABLE or not self.from_s <= now_s < self.until_s:
            return False
        here = signal.camera_id == self.camera_id if self.camera_id else site_id == self.site_id
        return here and (not self.kinds or kinds.is_among(signal.kind, self.kinds))


def muted_cameras(mutes: Iterable[Mute], cameras_of: Callable[[int], Iterable[int]]) -> Mapping[int, tuple[Mute, ...]]:
    """What is muted of each camera, in the order of `mutes`; `cameras_of` gives those of a site.

    A mute names its camera or its site: there is none of a kind of alarm alone, so that no single one concerns a whole
    city. One of nothing but what is heard all the same concerns nobody.
    """
    found: dict[int, list[Mute]] = {}
    for mute in mutes:
        if not mute.kinds or mute.kinds - UNMUTABLE:
            for camera_id in (mute.camera_id,) if mute.camera_id else cameras_of(mute.site_id):
                found.setdefault(camera_id, []).append(mute)
    return {camera_id: tuple(each) for camera_id, each in found.items()}


def is_muted(mutes: Iterable[Mute], signal: Signal, site_id: int, now_s: float) -> bool:
    """Is this not to be heard now?"""
    return any(mute.covers(signal, site_id, now_s) for mute in mutes)
