"""One device is one row."""

from __future__ import annotations

from itertools import permutations

from wall.model.device import FoundDevice
from wall.onvif.discovery.rows import Rows

A, B, C = (f"http://10.0.0.{n}/onvif/device_service" for n in (1, 2, 3))


def test_an_answer_again_is_no_news() -> None:
    rows = Rows()
    assert rows.take(FoundDevice("urn:uuid:1", (A,))) is not None
    assert rows.take(FoundDevice("urn:uuid:1", (A,))) is None
    assert rows.take(FoundDevice("URN:UUID:1", (A,))) is None
    assert len(rows) == 1


def test_a_device_with_two_addresses_is_one_row() -> None:
    rows = Rows()
    rows.take(FoundDevice("urn:uuid:1", (A,), name="Ngã Sáu"))
    assert rows.take(FoundDevice("urn:uuid:1", (B,), hardware="X")) == FoundDevice(
        "urn:uuid:1", (A, B), name="Ngã Sáu", hardware="X"
    )
    assert rows.has("10.0.0.1") and rows.has("10.0.0.2", 80) and not rows.has("10.0.0.2", 81)


def test_two_devices_behind_one_address_are_two_rows() -> None:
    rows = Rows()
    rows.take(FoundDevice("urn:uuid:1", (A,)))
    assert rows.take(FoundDevice("urn:uuid:2", (A,))) == FoundDevice("urn:uuid:2", (A,))
    assert rows.take(FoundDevice("", (A,))) is None
    assert len(rows) == 2


def test_a_device_that_was_only_reached_gets_its_endpoint_later() -> None:
    rows = Rows()
    rows.take(FoundDevice("", (A,)))
    assert rows.take(FoundDevice("urn:uuid:1", (A,), name="x")) == FoundDevice("urn:uuid:1", (A,), name="x")
    assert rows.take(FoundDevice("", (A,))) is None
    assert len(rows) == 1


def test_rows_that_turn_out_to_be_one_device_become_one_in_any_order() -> None:
    answers = [
        FoundDevice("urn:uuid:1", (A,)),
        FoundDevice("", (B,)),
        FoundDevice("", (C,)),
        FoundDevice("urn:uuid:1", (B, C)),
    ]
    for order in permutations(answers):
        rows = Rows()
        news = [row for each in order if (row := rows.take(each)) is not None]
        assert len(rows) == 1, order
        assert set(news[-1].addresses) == {A, B, C}
        assert news[-1].endpoint == "urn:uuid:1"


def test_a_name_and_its_address_are_one_host() -> None:
    rows = Rows()
    rows.name("cam", "10.0.0.1")
    rows.take(FoundDevice("", ("http://cam/onvif/device_service",)))
    assert rows.has("10.0.0.1", 80) and rows.has("cam")
    rows.take(FoundDevice("urn:uuid:1", (A,)))
    assert len(rows) == 1


def test_ipv4_addresses_come_first() -> None:
    rows = Rows()
    rows.take(FoundDevice("urn:uuid:1", ("http://[fe80::1%eth0]/a",)))
    row = rows.take(FoundDevice("urn:uuid:1", (A,)))
    assert row is not None and row.addresses == (A, "http://[fe80::1%eth0]/a")
    both = rows.take(FoundDevice("urn:uuid:2", ("http://[fe80::2%eth0]/a", B)))
    assert both is not None and both.addresses[0] == B


def test_a_flood_of_devices_has_an_end() -> None:
    rows = Rows()
    for number in range(17_000):
        rows.take(FoundDevice(f"urn:uuid:{number:x}", (f"http://127.0.0.1:{number + 1}/",)))
    assert len(rows) == 16_384
