"""Of notifications become signals: news only, each once, of the right camera."""

from __future__ import annotations

from tests.onvif.events.said import Pairs, notification, read
from wall.model.alarms import kinds
from wall.model.alarms.signal import Phase, Signal, Source
from wall.onvif.events.telling import Telling
from wall.onvif.events.whose import Whose

TOPIC = "tns1:VideoSource/MotionAlarm"
NOW_S = 1_000.0


def telling() -> Telling:
    return Telling(Whose({"v1": 11, "v2": 12}, {"config2": "v2"}))


def motion(value: str, operation: str = "Changed", source: Pairs | None = None) -> str:
    return notification(TOPIC, {"State": value}, source or {"Source": "v1"}, operation)


def phases(told: Telling, *said: str) -> list[Phase]:
    return [each.phase for each in told.signals(read(*said), NOW_S)]


def test_a_signal_says_where_when_and_what() -> None:
    (signal,) = telling().signals(read(motion("true")), NOW_S)
    assert signal == Signal(Source.ONVIF, kinds.MOTION, 11, NOW_S, Phase.BEGINS, TOPIC, "", 1795401852.0)


def test_how_it_stands_at_first_is_told_only_where_it_is_on() -> None:
    assert phases(telling(), motion("false", "Initialized"), motion("true", "Initialized")) == [Phase.BEGINS]


def test_how_it_stands_later_is_told_only_where_it_is_another() -> None:
    told = telling()
    assert phases(told, motion("true"), motion("true", "Initialized")) == [Phase.BEGINS]
    assert phases(told, motion("false", "Initialized"), motion("false", "Initialized")) == [Phase.ENDS]
    assert phases(told, motion("true", "Initialized")) == [Phase.BEGINS]


def test_who_never_tells_the_end_is_heard_all_the_same() -> None:
    assert phases(telling(), motion("true"), motion("true")) == [Phase.BEGINS] * 2


def test_an_end_comes_once_and_with_the_thing_itself() -> None:
    told = telling()
    assert phases(told, motion("false")) == []
    assert phases(told, motion("true"), motion("false"), motion("false")) == [Phase.BEGINS, Phase.ENDS]
    assert phases(told, motion("true"), motion("true", "Deleted")) == [Phase.BEGINS, Phase.ENDS]


def test_a_moment_is_news_and_nothing_that_stands() -> None:
    crossed = notification("tns1:RuleEngine/LineDetector/Crossed", {"ObjectId": "1"}, {"Rule": "a"}, "")
    again = notification("tns1:RuleEngine/LineDetector/Crossed", {"ObjectId": "1"}, {"Rule": "a"}, "Initialized")
    assert phases(telling(), crossed, crossed, again) == [Phase.PULSE] * 2


def test_objects_in_one_field_are_told_apart() -> None:
    def inside(value: str, which: str) -> str:
        topic = "tns1:RuleEngine/FieldDetector/ObjectsInside"
        return notification(topic, {"IsInside": value}, {"Rule": "Human"}, key={"ObjectId": which})

    said = [inside("true", "1"), inside("true", "2"), inside("false", "1"), inside("false", "2")]
    assert phases(telling(), *said) == [Phase.BEGINS, Phase.BEGINS, Phase.ENDS, Phase.ENDS]


def test_whose_it_is() -> None:
    def camera(source: Pairs) -> int:
        return telling().signals(read(motion("true", source=source)), NOW_S)[0].camera_id

    assert camera({"Source": "v2"}) == 12
    assert camera({"VideoSourceConfigurationToken": "config2", "Rule": "v1"}) == 12
    assert camera({"InputToken": "v2"}) == camera({"Source": "unheard of"}) == 11


def test_objects_that_never_leave_do_not_fill_the_memory() -> None:
    told = telling()
    for number in range(1500):
        told.signals(read(motion("true", source={"Source": "v1", "Object": str(number)})), NOW_S)
    assert len(told._on) == 1000
