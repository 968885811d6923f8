"""Is a stream sound: do whole pictures come out of what goes in? One judgement from what the network lost and what the
decoder refused.
"""

from __future__ import annotations

from wall.video.decode.watch import DamageWatch, LossWatch, is_behind
from wall.video.engine import Progress
from wall.video.memory import Vitals
from wall.video.rtsp import AccessUnit

_NOTHING_S = 1.2
_FLOWS_S = 1.0
_LOSSY_FOR_S = 30.0
_LAG_SHARE = 0.3
_QUEUED_UNITS = 4
_DEAD_SHARE = 0.95


class StreamHealth:
    """What is known of one stream and its present player. Times are monotonic seconds."""

    def __init__(self) -> None:
        self.is_dead = False
        """Does nothing at all come out of the player?"""
        self._loss = LossWatch()
        self._damage = DamageWatch()
        self._lost_s = -_LOSSY_FOR_S
        self._connected_s = 0.0
        self._player_s = 0.0

    def connected(self, now_s: float) -> None:
        """A new connection: what was seen before says nothing of it."""
        self._connected_s = now_s
        self._damage.restart()

    def rested(self, now_s: float) -> None:
        """Nothing was decoded for a while, nor looked at."""
        self.connected(now_s)
        self._loss = LossWatch()

    def player_started(self, now_s: float) -> None:
        """A new player, which counts from nought."""
        self._player_s = now_s
        self._damage.restart()
        self.is_dead = False

    def unit(self, unit: AccessUnit, *, is_lost: bool) -> None:
        """One more unit has come; `is_lost` if no whole picture can be made of it."""
        self._loss.count(is_lost)
        if unit.lost_packets:
            self._lost_s = unit.arrived_s

    def is_lossy(self, now_s: float) -> bool:
        """Has the network lost packets lately?"""
        return now_s - self._lost_s < _LOSSY_FOR_S

    def damaged_share(self, vitals: Vitals, progress: Progress | None, now_s: float) -> float | None:
        """The share of units, 0 to 1, that gave no whole picture lately; None while too little is known."""
        lost_share = self._loss.look()
        undecoded_share = self._undecoded_share(vitals, progress, now_s)
        if undecoded_share is None:
            return None
        self.is_dead = undecoded_share > _DEAD_SHARE
        # A small share is only the statistics lagging behind; what the network lost is known exactly.
        return max(lost_share, undecoded_share if undecoded_share > _LAG_SHARE else 0.0)

    def _undecoded_share(self, vitals: Vitals, progress: Progress | None, now_s: float) -> float | None:
        share = self._damage.look(progress) if progress is not None else 0.0
        if self._yields_nothing(vitals, progress, now_s):
            return 1.0
        if share is None and (vitals.picture_s or 0.0) > self._player_s:
            return 0.0
        return share

    def _yields_nothing(self, vitals: Vitals, progress: Progress | None, now_s: float) -> bool:
        """Was there a picture on this connection, and is there none any more though units come and are taken?

        Where the decoder has no time for them, it is this machine that is late, and not the camera that sends rubbish.
        """
        if vitals.picture_s is None or vitals.picture_s < self._connected_s:
            return False
        stands = now_s - vitals.picture_s > _NOTHING_S
        has_time = progress is None or (not is_behind(progress) and progress.queued < _QUEUED_UNITS)
        return stands and flows(vitals, now_s) and has_time


def flows(vitals: Vitals, now_s: float) -> bool:
    """Do packets come?"""
    return vitals.packet_s is not None and now_s - vitals.packet_s < _FLOWS_S
