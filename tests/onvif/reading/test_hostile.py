"""The worst documents that still get through: no reader takes long over them, and none tells endlessly much."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.onvif.reading.readers import READERS
from tests.onvif.reading.replies import envelope
from wall.onvif.faults import DeviceFault, read_body

MANY = 49_000


def nested(name: str, depth: int = 100) -> str:
    return f"<{name}>" * depth + f"</{name}>" * depth


DOCUMENTS: dict[str, Callable[[], str]] = {
    "many profiles": lambda: "".join(f'<Profiles token="{n}"><Name>x</Name></Profiles>' for n in range(MANY)),
    "the same token": lambda: '<Profiles token="1"/><VideoSources token="1"/><Preset token="1"/>' * MANY,
    "no token": lambda: "<Profiles/><VideoSources/><Preset/><PTZNode/>" * (MANY // 2),
    "one wide profile": lambda: '<Profiles token="1">' + "<VideoEncoder/>" * (2 * MANY) + "</Profiles>",
    "wide in many": lambda: ("<Profiles>" + "<x/>" * 100 + "</Profiles>") * 1000,
    "many topics": lambda: "<TopicSet>" + "<a/>" * (3 * MANY) + "</TopicSet>",
    "no topics": lambda: "<TopicSet>" + '<a topic="false"/>' * (3 * MANY) + "</TopicSet>",
    "deep topics": lambda: "<TopicSet>" + nested("a") * 900 + "</TopicSet>",
    "many wrappers": lambda: "<Scopes><Scope>x</Scope></Scopes>" * MANY,
    "long words": lambda: f"<Manufacturer>{'x ' * 1_900_000}</Manufacturer>",
    "a long token": lambda: f'<Profiles token="{"x" * 3_900_000}"/>',
    "many services": lambda: "<Service><Namespace>n</Namespace><XAddr>x</XAddr></Service>" * (MANY // 2),
    "undeclared": lambda: '<a:Profiles token="1"/><b:Service/>' * (2 * MANY),
}


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("shape", ["answer", "fault"])
def test_no_reader_takes_long(name: str, shape: str) -> None:
    inner = DOCUMENTS[name]()
    data = envelope(
        f"<XResponse>{inner}</XResponse>" if shape == "answer" else f"<s:Fault><Detail>{inner}</Detail></s:Fault>"
    )
    begun_s = time.process_time()
    try:
        body = read_body(200, {}, data)
    except DeviceFault as fault:
        assert shape == "fault"
        assert len(fault.detail) <= 200
        return
    finally:
        assert time.process_time() - begun_s < 4
    for reader in READERS.values():
        begun_s = time.process_time()
        value, problems = reader(body)
        assert time.process_time() - begun_s < 4
        assert len(problems) < 10
        assert not isinstance(value, tuple) or len(value) <= 1024
