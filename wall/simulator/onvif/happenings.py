"""What happens before the cameras of one device: lines are crossed, contacts close, somebody is seen.

The words for it are the make's own, where it has a topic for that; otherwise those of the specification.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from wall.simulator.onvif.habits.habits import Habits
from wall.simulator.onvif.pull_points import Notification

Items = tuple[tuple[str, str], ...]

_TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "line": "tns1:RuleEngine/LineDetector/Crossed",
        "field": "tns1:RuleEngine/FieldDetector/ObjectsInside",
        "tamper": "tns1:RuleEngine/TamperDetector/Tamper",
        "scene": "tns1:VideoSource/GlobalSceneChange/ImagingService",
        "input": "tns1:Device/Trigger/DigitalInput",
        "relay": "tns1:Device/Trigger/Relay",
        "people": "tns1:RuleEngine/MyRuleDetector/People",
        "vehicle": "tns1:RuleEngine/MyRuleDetector/Vehicle",
        "face": "tns1:RuleEngine/MyRuleDetector/FaceDetect",
        "animal": "tns1:RuleEngine/MyRuleDetector/DogCat",
        "user": "tns1:UserAlarm/GuardTour",
    }
)
KINDS = ("motion", *_TOPICS)
"""What may happen."""
_MAKERS_OWN: Mapping[str, str] = MappingProxyType({"tns1:UserAlarm/IVA/HumanShapeDetect": "people"})


class Happenings:
    """Event-loop thread only. `say` is told every notification, `move(channel, moves)` that something begins to move or
    ceases; `now_s` gives the device's own time.
    """

    def __init__(
        self,
        habits: Habits,
        say: Callable[[Notification], None],
        move: Callable[[int, bool], None],
        now_s: Callable[[], float],
    ) -> None:
        self._habits = habits
        self._say = say
        self._move = move
        self._now_s = now_s
        self._on: set[tuple[str, int]] = set()
        self._objects = 0

    def happen(self, kind: str, channel: int, label: str = "") -> None:
        """Once. What stands for a while begins or, if it has begun, ends; `label` names the rule that noticed it."""
        what = (kind, channel)
        self._on.symmetric_difference_update({what})
        self._objects += 1
        if kind == "motion":
            self._move(channel, what in self._on)
        else:
            self._say(self._notification(kind, channel, "" if kind == "line" else "Changed", label))

    def standing(self, channel: int) -> tuple[Notification, ...]:
        """How that stands of which the make tells, beside motion."""
        kinds = dict.fromkeys(_kind_of(topic) for topic in self._habits.topics)
        told = (self._notification(kind, channel, "Initialized", "") for kind in kinds if kind and kind != "line")
        return (*told, *self._habits.events.chatter)

    def forget(self) -> None:
        """Nothing is so any more, after a power cut."""
        self._on.clear()

    def _notification(self, kind: str, channel: int, operation: str, label: str) -> Notification:
        source, key, data = self._items(kind, channel, "true" if (kind, channel) in self._on else "false", label)
        return Notification(self._topic(kind), operation, self._now_s(), source, data, key)

    def _topic(self, kind: str) -> str:
        return next((topic for topic in self._habits.topics if _kind_of(topic) == kind), _TOPICS[kind])

    def _items(self, kind: str, channel: int, value: str, label: str) -> tuple[Items, Items, Items]:
        """Source, key and data."""
        rule = _rule(channel, label or "Rule1")
        match kind:
            case "line":
                return rule, (), (("ObjectId", str(self._objects)),)
            case "field":
                return rule, (("ObjectId", str(channel)),), (("IsInside", value),)
            case "tamper":
                return rule, (), (("IsTamper", value),)
            case "input":
                return (("InputToken", f"00{channel - 1}00"),), (), (("LogicalState", value),)
            case "relay":
                is_on = "active" if value == "true" else "inactive"
                return (("RelayToken", f"00{channel - 1}"),), (), (("LogicalState", is_on),)
        return (("Source", self._habits.tokens.source_of(channel)),), (), (("State", value),)


def _rule(channel: int, name: str) -> Items:
    return (
        ("VideoSourceConfigurationToken", f"VideoSourceConfig_{channel}"),
        ("VideoAnalyticsConfigurationToken", f"VideoAnalytics_{channel}"),
        ("Rule", name),
    )


def _kind_of(topic: str) -> str:
    """What that topic tells; "" for one that nobody here makes happen."""
    return _MAKERS_OWN.get(topic) or next((kind for kind, each in _TOPICS.items() if each == topic), "")
