"""GetEventProperties (ONVIF Core, section 9.4) and notifications (9.1): what a device can report.

A topic is written as ONVIF does in filters: `tns1:VideoSource/MotionAlarm`. Prefixes are the device's own, except that
ONVIF's namespace is always `tns1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.values import problem
from wall.onvif.xml import Element, attribute, child, children, first_below, local_name, plain, text

_ONVIF_TOPICS = "http://www.onvif.org/ver10/topics"
_NOT_TOPICS = {"", "MessageDescription", "documentation"}
_MOST_TOPICS = 1000
_MOST_DEPTH = 16
_MOST_PARTS = 10_000


def read_topics(body: Element) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The topics of the device, each once, in its order.

    A topic is what has a message, and every leaf: whether `wstop:topic` says so is not to be relied on.
    """
    topic_set = first_below(body, "TopicSet")
    if topic_set is None:
        return (), (problem(Step.TOPICS, Trouble.INCOMPLETE, "no TopicSet"),)
    found = list(islice(_topics_below(topic_set), _MOST_TOPICS + 1))
    problems = (problem(Step.TOPICS, Trouble.TOO_LARGE, f"more than {_MOST_TOPICS} topics"),)
    return tuple(dict.fromkeys(found[:_MOST_TOPICS])), problems if len(found) > _MOST_TOPICS else ()


def read_notified_topics(body: Element) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The topics of the notifications in a PullMessages reply, each once, in their order; empty ones are left out."""
    told = (plain(text(each, "Topic")) for each in children(body, "NotificationMessage")[:_MOST_TOPICS])
    return tuple(dict.fromkeys(topic for topic in told if topic)), ()


def _topics_below(topic_set: Element) -> Iterator[str]:
    """Walks without recursion, and neither endlessly deep nor endlessly far: the tree is the device's."""
    waiting = [(each, _prefixed(each), 1) for each in _parts(topic_set)]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        element, path, depth = waiting.pop()
        parts = _parts(element)
        if child(element, "MessageDescription") is not None or (not parts and attribute(element, "topic") != "false"):
            yield path
        if depth < _MOST_DEPTH:
            waiting += [(each, f"{path}/{_prefixed(each, is_inner=True)}", depth + 1) for each in parts]


def _parts(element: Element) -> list[Element]:
    """The inner parts of a topic, the last first."""
    parts = islice((each for each in element if local_name(each) not in _NOT_TOPICS), _MOST_PARTS)
    return list(parts)[::-1]


def _prefixed(element: Element, *, is_inner: bool = False) -> str:
    """The name with its prefix; ONVIF's own is told once, at the beginning."""
    name, namespace = local_name(element), element.tag.rpartition("}")[0].removeprefix("{")
    if namespace == _ONVIF_TOPICS:
        prefix = "" if is_inner else "tns1"
    elif ":" in namespace or not namespace:
        prefix = element.prefix or ""
    else:
        prefix = namespace  # An undeclared one, see `wall.onvif.xml.parse`.
    return plain(f"{prefix}:{name}" if prefix else name)
