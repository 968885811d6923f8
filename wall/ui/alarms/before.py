"""What was to be seen around the beginning of an alarm, again and again, beside what is live. Times are monotonic."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.model.playhead import Playhead
from wall.ui.past import Past, Reel
from wall.ui.stage import Stage
from wall.ui.tile import Tile

BEFORE_S, AFTER_S = 10.0, 10.0
"""So much of it, as far as it is kept."""
_LIVE_S = 0.5
"""So near to now it would be the live picture itself."""
_MISSED_S = 0.3
_SAYS_S = 2.5
"""So long it is said, each time, that nothing is kept from before."""


class Rerun:
    """Of one alarm. UI thread; `turn` is to be called a few times a second."""

    def __init__(self, began_s: float, now_s: float) -> None:
        self._began_s = began_s
        self.reel = Reel(Playhead(began_s - BEFORE_S, now_s))

    def begin(self, stage: Stage, tile: Tile, now_s: float) -> None:
        """From the beginning."""
        if tile.past is not None:
            self.reel.head = Playhead(min(self._from_s(tile.past), self._until_s(now_s)), now_s)
            stage.steer(tile)
            self._say(tile, tile.past, now_s)

    def turn(self, stage: Stage, tile: Tile, now_s: float) -> None:
        """Begin anew at the end, pass over what is not kept, and have the tile say which moment it shows."""
        past = tile.past
        if past is None:
            return
        at_s, from_s, until_s = self.reel.head.position(now_s), self._from_s(past), self._until_s(now_s)
        if at_s > until_s or at_s < min(from_s, until_s) - _MISSED_S:
            self.begin(stage, tile, now_s)
        else:
            self._say(tile, past, now_s)

    def lacks(self, past: Past) -> bool:
        """Is it known that nothing from before the alarm is kept of this stream?"""
        return past.spans is not None and not any(from_s < self._began_s <= to_s for from_s, to_s in past.spans)

    def _say(self, tile: Tile, past: Past, now_s: float) -> None:
        at_s = self.reel.head.position(now_s)
        tile.say_of_past(when_word(at_s - self._began_s), "" if past.is_kept(at_s) else nothing_before_word())

    def _until_s(self, now_s: float) -> float:
        return min(self._began_s + AFTER_S, now_s - _LIVE_S)

    def _from_s(self, past: Past) -> float:
        first_s = min((from_s for from_s, to_s in past.spans or () if to_s > self._began_s - BEFORE_S), default=0.0)
        whole_s = self._began_s - BEFORE_S
        if first_s > self._began_s + AFTER_S:
            return whole_s  # Of all this there is no picture.
        return max(whole_s, first_s if first_s < self._began_s else first_s - _SAYS_S)


def when_word(after_s: float) -> str:
    """Which moment a picture shows: so many seconds before the alarm, or after it. Never to be taken for live."""
    if after_s < 0:
        return QCoreApplication.translate("Alarm", "Before the alarm −{0} s").format(-int(after_s // 1))
    return QCoreApplication.translate("Alarm", "After the alarm +{0} s").format(int(after_s))


def nothing_before_word() -> str:
    """Where its camera was not received, or it is too long ago."""
    return QCoreApplication.translate("Alarm", "No picture from before the alarm is kept")
