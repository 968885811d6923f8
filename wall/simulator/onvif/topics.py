"""The topics of events, and which of them a subscription's filter asks for (ONVIF Core, section 9.6)."""

from __future__ import annotations

from collections.abc import Callable

from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import SoapFault

CONCRETE_SET = "http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet"
_CONCRETE = "http://docs.oasis-open.org/wsn/t-1/TopicExpression/Concrete"
DIALECTS = (_CONCRETE, CONCRETE_SET)


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


def topic_set() -> Markup:
    """The tree of topics, each leaf with a description of its message."""
    motion = _described("State", (("Source", "tt:ReferenceToken"),))
    cell = _described(
        "IsMotion",
        (
            ("VideoSourceConfigurationToken", "tt:ReferenceToken"),
            ("VideoAnalyticsConfigurationToken", "tt:ReferenceToken"),
            ("Rule", "xs:string"),
        ),
    )
    return tag(
        "wstop:TopicSet",
        tag("tns1:VideoSource", tag("MotionAlarm", motion, wstop__topic=True)),
        tag("tns1:RuleEngine", tag("CellMotionDetector", tag("Motion", cell, wstop__topic=True))),
    )


def _described(data: str, sources: tuple[tuple[str, str], ...]) -> Markup:
    source = (tag("tt:SimpleItemDescription", Name=name, Type=kind) for name, kind in sources)
    inner = joined(
        tag("tt:Source", *source),
        tag("tt:Data", tag("tt:SimpleItemDescription", Name=data, Type="xs:boolean")),
    )
    return tag("tt:MessageDescription", inner, IsProperty=True)
