"""Alarms and rules of every shape."""

from __future__ import annotations

from hypothesis import strategies as st

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.rule import Concern, Merging, Reach, Response, Rule
from wall.model.alarms.schedule import Schedule, Span
from wall.model.alarms.signal import Source
from wall.model.alarms.state import State, Verdict

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)
IDS = st.integers(0, 2**31)
TIMES = st.floats(0, 4e9)
MAYBE_TIMES = st.none() | TIMES
SECONDS = st.floats(0, 1e6)

ALARMS = st.builds(
    Alarm,
    TEXTS,
    IDS,
    TIMES,
    TIMES,
    TIMES,
    st.integers(1, 5),
    st.sampled_from(State),
    st.sampled_from(Source),
    st.integers(1, 2**40),
    st.lists(IDS, max_size=3).map(tuple),
    IDS,
    IDS,
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    IDS,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    MAYBE_TIMES,
    st.integers(0, 9),
    TEXTS,
    st.none() | st.sampled_from(Verdict),
    TEXTS,
    MAYBE_TIMES,
    st.frozensets(st.integers(0, 20)),
    MAYBE_TIMES,
    TEXTS,
    MAYBE_TIMES,
    IDS,
)

_SPANS = st.builds(Span, st.frozensets(st.integers(0, 6)), st.integers(0, 1440), st.integers(0, 1440))
_CONCERNS = st.builds(
    Concern,
    st.frozensets(st.sampled_from(Source)),
    st.frozensets(TEXTS, max_size=3),
    TEXTS,
    st.frozensets(IDS, max_size=3),
    st.frozensets(IDS, max_size=3),
    st.frozensets(TEXTS, max_size=3),
    st.frozensets(TEXTS, max_size=3),
    st.builds(Schedule, st.lists(_SPANS, max_size=3).map(tuple)),
    st.frozensets(IDS, max_size=3),
)
_MERGINGS = st.builds(
    Merging,
    SECONDS,
    SECONDS,
    SECONDS,
    st.sampled_from(Reach),
    SECONDS,
    st.integers(0, 1000),
    st.integers(0, 1000),
    SECONDS,
)
_RESPONSES = st.builds(
    Response,
    IDS,
    st.none() | st.integers(0, 63),
    st.booleans(),
    SECONDS,
    SECONDS,
    TEXTS,
    st.booleans(),
    st.booleans(),
)
RULES = st.builds(
    Rule,
    TEXTS,
    _CONCERNS,
    st.integers(1, 5),
    _MERGINGS,
    _RESPONSES,
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(SECONDS, max_size=3).map(tuple),
    st.booleans(),
)
