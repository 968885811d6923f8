"""Outputs that can be switched."""

from __future__ import annotations

from tests.onvif.reading.replies import answer
from wall.model.device import Relay, Trouble
from wall.onvif.reading.relays import read_relays


def test_relays_whole_and_bare() -> None:
    body = answer(
        '<tds:GetRelayOutputsResponse><tds:RelayOutputs token="1"><tt:Properties><tt:Mode>Bistable</tt:Mode>'
        "<tt:DelayTime>PT1S</tt:DelayTime><tt:IdleState>open</tt:IdleState></tt:Properties></tds:RelayOutputs>"
        '<tds:RelayOutputs token="2"/><tds:RelayOutputs token="2"/></tds:GetRelayOutputsResponse>'
    )
    relays, problems = read_relays(body)
    assert relays == (Relay("1", "Bistable", "open"), Relay("2"))
    assert [each.trouble for each in problems] == [Trouble.DUPLICATE]


def test_none_is_no_problem() -> None:
    assert read_relays(answer("<tds:GetRelayOutputsResponse/>")) == ((), ())
