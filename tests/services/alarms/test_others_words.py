"""Whatever anybody sends is understood, or wrong; it is never more than that."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from wall.services.alarms.others_words import read_message

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda each: (
        st.lists(each, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["type", "after", "before", "id", "camera", "kind", "message", "topic", "Source", "Data", "state"]
            ),
            each,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(_JSON, st.sampled_from(["frigate/events", "a/onvif-ej/VideoSource/MotionAlarm", "x"]))
def test_nothing_that_anybody_sends_is_more_than_wrong(data: object, topic: str) -> None:
    try:
        read_message(topic, json.dumps(data).encode())
    except ValueError as error:
        assert str(error)
