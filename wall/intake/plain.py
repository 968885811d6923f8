"""What a system says that was made, or can be told, to speak to us: by the webhook, or on a topic of the broker.

`{"camera": 12 | "name", "kind": "fire", "state": "begins" | "ends", "text": "…", "id": "…", "time": …}`, or a list.
`camera` is a number as the operator types it, or a name; all but `kind` may be left out. `id` is the sender's name
for it: what comes twice with the same one counts once. `time` is Unix time or an ISO date.
"""

from __future__ import annotations

from wall.intake.parsed import moment_s, words
from wall.model.alarms.signal import Phase
from wall.model.alarms.told import Told

MOST = 100
"""In one message."""
_PHASES = {"": Phase.PULSE, "pulse": Phase.PULSE, "begins": Phase.BEGINS, "ends": Phase.ENDS}


def read_plain(data: object, where: str) -> tuple[Told, ...]:
    """`where` is the topic or the path that it came on. ValueError, in plain words, where one of them is wrong."""
    each = data if isinstance(data, list) else [data]
    if not each or len(each) > MOST:
        raise ValueError(f"between 1 and {MOST} events belong into one message")
    return tuple(_told(one, where) for one in each)


def _told(data: object, where: str) -> Told:
    if not isinstance(data, dict):
        raise ValueError('an event looks like this: {"camera": 12, "kind": "fire"}')
    kind = words(data.get("kind"))
    if not kind:
        raise ValueError('"kind" is missing: say what happened, such as "fire"')
    state = words(data.get("state")).lower()
    if state not in _PHASES:
        raise ValueError('"state" is "begins", "ends" or "pulse"')
    camera = data.get("camera")
    if not (camera is None or words(camera)):
        raise ValueError('"camera" is its number, or its name')
    is_number = isinstance(camera, int)
    return Told(
        kind,
        () if camera is None or is_number else (words(camera),),
        camera if isinstance(camera, int) else 0,
        phase=_PHASES[state],
        topic=words(data.get("topic")) or where,
        detail=words(data.get("text")),
        told_s=moment_s(data.get("time")),
        key=words(data.get("id")),
    )
