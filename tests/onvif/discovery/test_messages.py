"""The question is one that others understand, and answers are read as real devices write them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wsdiscovery.message import parseSOAPMessage

from tests.onvif.discovery.answers import ENDPOINT, SCOPE, SCOPES, XADDR, answer, match, matches
from wall.onvif.discovery.messages import MOST_BYTES, folded, read_matches, write_questions


def test_the_questions_are_for_both_kinds_and_each_its_own() -> None:
    asked = [parseSOAPMessage(question, "127.0.0.1") for question in write_questions()]
    kinds = [str(kind) for one in asked for kind in one.getTypes()]
    assert [kind.rpartition(":")[2] for kind in kinds] == ["NetworkVideoTransmitter", "Device"]
    assert len({one.getMessageId() for one in asked}) == 2
    assert all(question.isascii() and b"\n" not in question for question in write_questions())


def test_a_well_made_answer_is_read() -> None:
    (found,) = read_matches(matches(match()))
    assert (found.endpoint, found.told) == (ENDPOINT, XADDR)
    assert found.scopes == tuple(SCOPES.split())


def test_several_devices_may_be_in_one_answer() -> None:
    found = read_matches(matches(match("urn:uuid:1"), match("urn:uuid:2")))
    assert [one.endpoint for one in found] == ["urn:uuid:1", "urn:uuid:2"]


@pytest.mark.parametrize(
    "data",
    [
        answer(match()),
        answer(match().replace("d:ProbeMatch>", "d:Whatever>")),
        answer(match()[len("<d:ProbeMatch>") : -len("</d:ProbeMatch>")]),
        matches(match()).replace(b' xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"', b""),
        matches(match()).replace(b"ws/2005/04/discovery", b"ws/2009/01/discovery"),
        matches(match().replace("Match>", "Match>\r\n\t").replace("Address>", "Address>\n  ")),
        b"\xef\xbb\xbf" + matches(match()),
        matches(match()) + b"\0\0\0",
        matches(match())[: -len("</s:Envelope>")],
    ],
    ids=["wrapper", "name", "no match", "prefix", "namespace", "breaks", "mark", "nulls", "cut off"],
)
def test_an_answer_with_a_fault_of_its_own_is_read(data: bytes) -> None:
    (found,) = read_matches(data)
    assert (found.endpoint, found.told) == (ENDPOINT, XADDR)
    assert found.scopes == tuple(SCOPES.split())


def test_scopes_with_spaces_and_breaks_in_them_stay_whole() -> None:
    (found,) = read_matches(matches(match(scopes=f"\n {SCOPE}/name/Ngã\r\n  Sáu cổng   B\n{SCOPE}/hardware/X\n")))
    assert found.scopes == (f"{SCOPE}/name/Ngã Sáu cổng B", f"{SCOPE}/hardware/X")


def test_scopes_in_elements_of_their_own_are_read() -> None:
    (found,) = read_matches(matches(match(scopes=f"<i>{SCOPE}/name/A</i><i>{SCOPE}/hardware/B</i>")))
    assert found.scopes == (f"{SCOPE}/name/A", f"{SCOPE}/hardware/B")


@pytest.mark.parametrize("endpoint", ["", "  ", "urn:uuid:", "urn:uuid:00000000-0000-0000-0000-000000000000", "\n"])
def test_an_endpoint_that_tells_nothing_apart_is_none(endpoint: str) -> None:
    (found,) = read_matches(matches(match(endpoint)))
    assert found.endpoint == ""


def test_endpoints_are_compared_without_case_and_prefix() -> None:
    assert folded("urn:uuid:ABC-1") == folded("uuid:abc-1") == folded("abc-1") != folded("abc-2")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 1000,
        b"<html><body>no</body></html>",
        write_questions()[0],
        answer(
            "<d:Bye><a:EndpointReference><a:Address>x</a:Address></a:EndpointReference><d:XAddrs>y</d:XAddrs></d:Bye>"
        ),
        answer("<s:Fault><d:XAddrs>http://127.0.0.1/</d:XAddrs></s:Fault>"),
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + matches(match()),
        matches(match(scopes="x" * MOST_BYTES)),
        answer("<a>" * 2000 + match()),
    ],
    ids=["empty", "nulls", "page", "question", "bye", "fault", "entities", "large", "deep"],
)
def test_what_is_no_answer_is_nothing(data: bytes) -> None:
    assert read_matches(data) == ()


def test_the_worst_datagram_costs_little() -> None:
    worst = answer(("<d:ProbeMatch><d:XAddrs/>" * 700)[: MOST_BYTES - 700])
    began_s = time.process_time()
    for _ in range(20):
        read_matches(worst)
    assert time.process_time() - began_s < 20 * 0.05


@given(st.binary(max_size=400))
def test_any_bytes_do_no_harm(data: bytes) -> None:
    read_matches(data)


@given(st.data())
def test_an_answer_that_was_damaged_on_the_way_does_no_harm(data: st.DataObject) -> None:
    whole = bytearray(matches(match()))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=20))
    for found in read_matches(bytes(whole)):
        assert found.endpoint.isprintable()


@given(st.text(max_size=40), st.text(max_size=200), st.text(max_size=200))
def test_whatever_a_device_says_of_itself_is_read(endpoint: str, addresses: str, scopes: str) -> None:
    def safe(text: str) -> str:
        return "".join(c for c in text if c not in "<&" and (c.isprintable() or c == "\n"))

    (found,) = read_matches(matches(match(safe(endpoint), safe(addresses), safe(scopes))))
    assert found.told == safe(addresses).strip()
