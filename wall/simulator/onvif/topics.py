"""The topics of events, and which of them a subscription's filter asks for (ONVIF Core, section 9.6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import SoapFault

CONCRETE_SET = "http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet"
_CONCRETE = "http://docs.oasis-open.org/wsn/t-1/TopicExpression/Concrete"
DIALECTS = (_CONCRETE, CONCRETE_SET)
MOTION_ALARM = "tns1:VideoSource/MotionAlarm"
CELL_MOTION = "tns1:RuleEngine/CellMotionDetector/Motion"


def topic_filter(given: Element | None) -> Callable[[str], bool]:
    """Whether a topic is wanted. Prefixes are ignored, as clients bind them to whatever they like."""
    expressions = [] if given is None else given.all("TopicExpression")
    if not expressions:
        return lambda topic: True
    wanted: list[tuple[str, ...]] = []
    subtrees: list[tuple[str, ...]] = []
    for expression in expressions:
        if expression.attributes.get("Dialect", CONCRETE_SET) not in DIALECTS:
            raise SoapFault("Sender", ("wsnt:TopicExpressionDialectUnknownFault",), "unknown topic dialect")
        for one in expression.text.split("|"):
            whole, path = one.strip().endswith("//."), _path(one.strip().removesuffix("//."))
            (subtrees if whole else wanted).append(path)
    return lambda topic: _path(topic) in wanted or any(_path(topic)[: len(s)] == s for s in subtrees)


def _path(topic: str) -> tuple[str, ...]:
    return tuple(part.rpartition(":")[2].strip() for part in topic.split("/"))


@lru_cache
def topic_set(more: tuple[str, ...]) -> Markup:
    """The tree of topics: motion and `more`, each leaf with a description of its message."""
    source = (("Source", "tt:ReferenceToken"),)
    rule = (
        ("VideoSourceConfigurationToken", "tt:ReferenceToken"),
        ("VideoAnalyticsConfigurationToken", "tt:ReferenceToken"),
        ("Rule", "xs:string"),
    )
    leaves = {MOTION_ALARM: _described("State", source), CELL_MOTION: _described("IsMotion", rule)}
    leaves |= {topic: _described("State", source) for topic in more}
    return tag("wstop:TopicSet", *_branches({tuple(topic.split("/")): leaf for topic, leaf in leaves.items()}))


def _branches(leaves: Mapping[tuple[str, ...], Markup]) -> list[Markup]:
    """One element for each first word of these paths, with what is below it inside."""
    below: dict[str, dict[tuple[str, ...], Markup]] = {}
    for (first, *rest), leaf in leaves.items():
        below.setdefault(first, {})[tuple(rest)] = leaf
    return [
        tag(name, inner[()], wstop__topic=True) if () in inner else tag(name, *_branches(inner))
        for name, inner in below.items()
    ]


def _described(data: str, sources: tuple[tuple[str, str], ...]) -> Markup:
    source = (tag("tt:SimpleItemDescription", Name=name, Type=kind) for name, kind in sources)
    inner = joined(
        tag("tt:Source", *source),
        tag("tt:Data", tag("tt:SimpleItemDescription", Name=data, Type="xs:boolean")),
    )
    return tag("tt:MessageDescription", inner, IsProperty=True)
