"""Rules as JSON, with a version in it. ValueError, in plain words, for what cannot be understood."""

from __future__ import annotations

from typing import Any

from wall.model.alarms.rule import Concern, Merging, Reach, Response, Rule
from wall.model.alarms.schedule import Schedule, Span
from wall.model.alarms.signal import Source
from wall.store.json_fields import Json, items, number, parsed, record, refuse_newer, truth, whole, words, written

_FORMAT = 2
_PLAIN_FORMAT = 1
"""Of a rule that is about all cameras of which it tells: older programs can read it."""
_MOST_TEXT = 20_000
_MOST_ITEMS = 20_000

_MERGING_NUMBERS = ("dwell_s", "hysteresis_s", "quiet_s", "reach_m", "flood_s")
_MERGING_WHOLE = ("flood_camera", "flood_site")


def rule_json(rule: Rule) -> str:
    """Its id is not in it."""
    return written(
        {
            "format": _FORMAT if rule.concern.but_cameras else _PLAIN_FORMAT,
            "name": rule.name,
            "priority": rule.priority,
            "title": rule.title,
            "instruction": rule.instruction,
            "checklist": list(rule.checklist),
            "escalate_s": list(rule.escalate_s),
            "is_on": rule.is_on,
            "concern": _concern_json(rule.concern),
            "merging": {
                **{name: getattr(rule.merging, name) for name in (*_MERGING_NUMBERS, *_MERGING_WHOLE)},
                "reach": rule.merging.reach.name,
            },
            "response": {name: getattr(rule.response, name) for name in Response.__dataclass_fields__},
        }
    )


def read_rule(data: str, rule_id: int) -> Rule:
    told = record(parsed(data), "the rule")
    refuse_newer(told, _FORMAT)
    return Rule(
        _text(told, "name"),
        _concern(record(told.get("concern"), "«concern»")),
        whole(told.get("priority"), "«priority»", 1, 5),
        _merging(record(told.get("merging"), "«merging»")),
        _response(record(told.get("response"), "«response»")),
        _text(told, "title"),
        _text(told, "instruction"),
        tuple(words(each, "a step", _MOST_TEXT) for each in _list(told, "checklist")),
        tuple(number(each, "a time") for each in _list(told, "escalate_s")),
        truth(told.get("is_on"), "«is_on»"),
        rule_id,
    )


def _concern_json(concern: Concern) -> Json:
    spans = [[sorted(span.days), span.from_minute, span.to_minute] for span in concern.schedule.spans]
    but = {"but_cameras": sorted(concern.but_cameras)} if concern.but_cameras else {}
    return {
        "sources": sorted(source.name for source in concern.sources),
        "topic": concern.topic,
        "schedule": spans,
        **{name: sorted(getattr(concern, name)) for name in ("kinds", "cameras", "sites", "wards", "tags")},
        **but,
    }


def _concern(told: dict[str, Json]) -> Concern:
    """Of a source that this program does not know nothing comes: but the rule must not come to mean all of them."""
    sources = [words(each, "a source", 100) for each in _list(told, "sources")]
    known = frozenset(Source.__members__[name] for name in sources if name in Source.__members__)
    if sources and not known:
        raise ValueError(f"nothing is known of the source {sources[0]}")
    return Concern(
        known,
        _texts(told, "kinds"),
        _text(told, "topic"),
        _ids(told, "cameras"),
        _ids(told, "sites"),
        _texts(told, "wards"),
        _texts(told, "tags"),
        Schedule(tuple(_span(items(each, "a span", 3)) for each in _list(told, "schedule"))),
        _ids(told, "but_cameras") if "but_cameras" in told else frozenset(),
    )


def _span(told: list[Json]) -> Span:
    if len(told) != 3:
        raise ValueError("a span has days, a beginning and an end")
    days = frozenset(whole(day, "a day", 0, 6) for day in items(told[0], "days", 7))
    return Span(days, whole(told[1], "a minute", 0, 1440), whole(told[2], "a minute", 0, 1440))


def _merging(told: dict[str, Json]) -> Merging:
    reach = words(told.get("reach"), "«reach»", 100)
    fields: dict[str, Any] = {name: number(told.get(name), f"«{name}»") for name in _MERGING_NUMBERS}
    fields |= {name: whole(told.get(name), f"«{name}»") for name in _MERGING_WHOLE}
    return Merging(**fields, reach=Reach.__members__.get(reach, Reach.CAMERA))


def _response(told: dict[str, Json]) -> Response:
    cell = told.get("cell")
    fields: dict[str, Any] = {name: number(told.get(name), f"«{name}»") for name in ("record_s", "before_s")}
    fields |= {name: truth(told.get(name), f"«{name}»") for name in ("sound", "bookmark", "push")}
    screen_id = whole(told.get("screen_id"), "«screen_id»")
    return Response(screen_id, None if cell is None else whole(cell, "«cell»"), preset=_text(told, "preset"), **fields)


def _text(told: dict[str, Json], name: str) -> str:
    return words(told.get(name), f"«{name}»", _MOST_TEXT)


def _list(told: dict[str, Json], name: str) -> list[Json]:
    return items(told.get(name), f"«{name}»", _MOST_ITEMS)


def _texts(told: dict[str, Json], name: str) -> frozenset[str]:
    return frozenset(words(each, f"one of «{name}»", _MOST_TEXT) for each in _list(told, name))


def _ids(told: dict[str, Json], name: str) -> frozenset[int]:
    return frozenset(whole(each, f"one of «{name}»") for each in _list(told, name))
