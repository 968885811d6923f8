"""What the tiles of one screen say of their domes: who holds them, where they are sent, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable

from wall.model.ptz.operator import Hold, Operator, Rank
from wall.model.ptz.standing import PtzStanding
from wall.ui.corner import Corner, CornerMark
from wall.ui.ptz import words
from wall.ui.ptz.port import PtzPort
from wall.ui.showing import Showing


class PtzMarks:
    """UI thread. A dome has a small sign; a word stands beside it only where somebody must know something."""

    def __init__(self, port: PtzPort, showing: Showing, monotonic: Callable[[], float]) -> None:
        self._port = port
        self._showing = showing
        self._monotonic = monotonic

    def mark(self, camera_id: int | None = None) -> None:
        """Bring the marks up to date, of one camera or of all: every second, for some of them count down."""
        for tile in self._showing.visible_tiles():
            if camera_id is None or tile.camera.camera_id == camera_id:
                tile.mark(CornerMark.PTZ, self._corner(tile.camera.camera_id))

    def _corner(self, camera_id: int) -> Corner | None:
        if not words.can_be_driven(self._port.ability(camera_id)):
            return None
        return corner_of(self._port.standing(camera_id), self._port.operator, self._monotonic())


def corner_of(standing: PtzStanding, me: Operator, now_s: float) -> Corner:
    """The most important word first: what may be dangerous, what failed, who has it, where it is."""
    if standing.is_stop_unconfirmed:
        return Corner(CornerMark.PTZ, words.stop_unconfirmed(), is_wrong=True)
    hold_text = _hold_text(standing.hold, me, now_s)
    if trouble := words.trouble(standing):
        return Corner(CornerMark.PTZ, trouble, is_wrong=True)
    if hold_text:
        return Corner(CornerMark.PTZ, hold_text)
    if standing.answers_after_s and (standing.is_moving or standing.hold is not None):
        return Corner(CornerMark.PTZ, words.slow(standing.answers_after_s))
    if away := words.duty(standing, now_s):
        return Corner(CornerMark.PTZ, away)
    if standing.patrol:
        text = words.on_patrol(standing.patrol, is_paused=standing.is_patrol_paused)
        return Corner(CornerMark.PTZ, text, is_off=standing.is_patrol_paused)
    return Corner(CornerMark.PTZ)


def _hold_text(hold: Hold | None, me: Operator, now_s: float) -> str:
    """Nothing of one's own hand at work, which is seen, nor of the program's, which gives way."""
    if hold is None or hold.operator.rank is Rank.SYSTEM:
        return ""
    if hold.asked_by is not None:
        return words.asked_by(words.name_of(hold.asked_by))
    rest = words.left(hold.until_s - now_s) if hold.is_reserved and hold.until_s is not None else ""
    if hold.operator == me and not rest:
        return ""
    return words.held_by(words.name_of(hold.operator), rest)
