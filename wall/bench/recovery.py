"""How long the cameras on the wall take to be live again once nothing is wrong any more."""

from __future__ import annotations

from dataclasses import dataclass, field

PROMISED_S = 5.0


@dataclass
class Recoveries:
    """Told at every look which cameras have a reason not to be live, and which are live. Monotonic seconds."""

    longest_s: float = 0.0
    count: int = 0
    slow: list[tuple[int, float]] = field(default_factory=list)
    """Which cameras took longer than promised, and how long (seconds)."""
    _well_since_s: dict[int, float] = field(default_factory=dict)

    def look(self, camera: int, now_s: float, *, has_reason: bool, is_live: bool) -> None:
        """One camera at one moment. `has_reason`: a fault is on, or it was just asked for, or its login is refused."""
        if has_reason:
            self._well_since_s[camera] = now_s
        elif is_live and camera in self._well_since_s:
            self._end(camera, now_s - self._well_since_s.pop(camera))

    def forget_all(self) -> None:
        """Others are looked at now, or the same ones were all begun anew."""
        self._well_since_s.clear()

    def end(self, now_s: float) -> None:
        """What is not live at the end has taken at least this long."""
        for camera, since_s in self._well_since_s.items():
            self._end(camera, now_s - since_s)
        self._well_since_s.clear()

    def _end(self, camera: int, took_s: float) -> None:
        self.count += 1
        self.longest_s = max(self.longest_s, took_s)
        if took_s > PROMISED_S:
            self.slow.append((camera, round(took_s, 2)))
