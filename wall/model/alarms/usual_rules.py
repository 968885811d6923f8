"""The rules that a wall begins with, until somebody makes others. They have no names: kinds are names enough."""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.model.alarms.rule import Concern, Merging, Reach, Response, Rule
from wall.model.alarms.signal import Source

_NO_FLOOD = Merging(quiet_s=30.0, flood_camera=0, flood_site=0)
_WALK = Merging(quiet_s=45.0, reach=Reach.NEIGHBOURS)
_NOW = (30.0, 90.0)
_SOON = (120.0, 300.0)
_SABOTAGE = frozenset({kinds.TAMPER, kinds.SCENE, kinds.BLINDED, kinds.MOVED})
_QUIET = Response(sound=False)


def _rule(
    of: frozenset[str],
    priority: int,
    merging: Merging,
    escalate_s: tuple[float, ...] = (),
    response: Response = _QUIET,
    *,
    is_on: bool = True,
) -> Rule:
    return Rule("", Concern(kinds=of), priority, merging, response, escalate_s=escalate_s, is_on=is_on)


USUAL_RULES = (
    _rule(frozenset({kinds.PANIC}), 1, _NO_FLOOD, _NOW, Response(record_s=120.0, bookmark=True, push=True)),
    _rule(frozenset({kinds.OUTAGE}), 2, _NO_FLOOD, _SOON, Response()),
    _rule(_SABOTAGE, 2, Merging(dwell_s=3.0), _SOON, Response(record_s=60.0)),
    _rule(frozenset({kinds.INPUT, kinds.USER}), 2, Merging(), _SOON, Response(record_s=60.0)),
    _rule(kinds.DANGER, 2, Merging(), _SOON, Response(record_s=60.0)),
    _rule(frozenset({kinds.RECORDING}), 2, Merging(quiet_s=300.0), _SOON, Response()),
    _rule(frozenset({kinds.LOST}), 3, Merging(dwell_s=30.0, quiet_s=120.0)),
    _rule(frozenset({kinds.FROZEN, kinds.BLACK}), 3, Merging(dwell_s=10.0, quiet_s=120.0)),
    _rule(frozenset({kinds.LINE, kinds.FIELD, kinds.LOITERING}), 3, _WALK),
    _rule(frozenset({kinds.PEOPLE, kinds.VEHICLE, kinds.FACE}), 4, _WALK),
    # For who must know of every gap: they are in the log, and beside the camera, all the same.
    _rule(frozenset({kinds.MISSED}), 4, Merging(quiet_s=300.0), is_on=False),
    # Every branch in the wind is a motion: to be switched on where it is worth it.
    _rule(frozenset({kinds.MOTION}), 5, _WALK, is_on=False),
    # What other systems send was thought worth sending.
    Rule(
        "",
        Concern(sources=frozenset({Source.MQTT, Source.WEBHOOK})),
        3,
        _WALK,
        _QUIET,
        escalate_s=(),
    ),
)
