"""Events of Frigate: what begins, what ends, and what was nothing."""

from __future__ import annotations

from typing import Any

import pytest

from wall.intake.frigate import is_frigate, read_frigate
from wall.model.alarms.signal import Phase

SEEN = {
    "id": "1607123955.475377-mxklsc",
    "camera": "cong_truong",
    "label": "person",
    "sub_label": None,
    "start_time": 1607123955.475,
    "end_time": None,
    "false_positive": False,
    "entered_zones": ["yard", "steps"],
}


def event(kind: str, before: dict[str, Any] | None = None, **after: Any) -> dict[str, Any]:
    return {"type": kind, "before": {**SEEN, **(before or {})}, "after": {**SEEN, **after}}


def test_an_object_begins_and_ends_under_its_own_name() -> None:
    begins = read_frigate(event("new"))
    ends = read_frigate(event("end", end_time=1607123962.0))
    assert begins is not None and ends is not None
    assert (begins.kind, begins.names, begins.phase) == ("people", ("cong_truong",), Phase.BEGINS)
    assert (begins.detail, begins.told_s) == ("person – yard, steps", 1607123955.475)
    assert (ends.phase, ends.told_s, ends.topic) == (Phase.ENDS, 1607123962.0, begins.topic)
    assert begins.key != ends.key


@pytest.mark.parametrize(
    "data",
    [event("update"), event("new", false_positive=True), event("end", false_positive=True), event("update", None)],
)
def test_what_goes_on_or_was_nothing_is_no_news(data: dict[str, Any]) -> None:
    assert read_frigate(data) is None


def test_what_turns_out_to_be_something_begins_then() -> None:
    told = read_frigate(event("update", {"false_positive": True}))
    assert told is not None and told.phase is Phase.BEGINS


@pytest.mark.parametrize(
    ("label", "kind"), [("car", "vehicle"), ("dog", "animal"), ("umbrella", "umbrella"), ("", "motion")]
)
def test_a_label_is_one_of_our_kinds_or_a_word_of_theirs(label: str, kind: str) -> None:
    told = read_frigate(event("new", label=label))
    assert told is not None and told.kind == kind


@pytest.mark.parametrize(
    "data", [{"type": "new", "after": {}}, {"type": "new", "after": 5}, {"type": 1, "after": None}]
)
def test_who_names_no_camera_is_broken(data: dict[str, Any]) -> None:
    assert is_frigate(data)
    with pytest.raises(ValueError, match="camera"):
        read_frigate(data)
