"""NMEA 0183 as receivers, gateways and bad lines send it."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.maps.units_nmea import MOST_LINE, NmeaReader

NOW_S = 1_795_000_000.0
RMC = "GPRMC,123519,A,2111.1660,N,10604.5780,E,022.4,084.4,181126,003.1,W"
AT_S = 1_795_005_319.0
"""12:35:19 on 18 November 2026 is later than that; see `reader`."""


def sentence(body: str, tag: str = "") -> bytes:
    def summed(text: str) -> str:
        return f"{text}*{reduce(lambda one, other: one ^ other, text.encode(), 0):02X}"

    return (f"\\{summed(tag)}\\" if tag else "").encode() + f"${summed(body)}\r\n".encode()


@pytest.fixture
def reader() -> NmeaReader:
    return NmeaReader("10.0.0.7", lambda: AT_S + 5)


def test_a_position_with_its_time_speed_and_heading(reader: NmeaReader) -> None:
    (unit,) = reader.feed(sentence(RMC))
    assert unit.unit_id == unit.label == "10.0.0.7"
    assert (unit.place.latitude, unit.place.longitude) == pytest.approx((21.1861, 106.0763), abs=1e-6)
    assert unit.speed_m_s == pytest.approx(11.52, abs=0.01) and unit.heading_deg == pytest.approx(84.4)
    assert unit.at_s == pytest.approx(AT_S, abs=86_400) and unit.at_s % 60 == 19


def test_a_tag_block_names_the_unit(reader: NmeaReader) -> None:
    units = reader.feed(sentence(RMC, "s:113-05,c:1795005319") + sentence(RMC, "c:1795005319,s:113-07"))
    assert [unit.unit_id for unit in units] == ["113-05", "113-07"]
    torn = sentence(RMC, "s:113-05").replace(b"s:113-05", b"s:113-06")
    assert [unit.unit_id for unit in reader.feed(torn)] == ["10.0.0.7"], "a tag whose sum is wrong names nobody"


def test_other_sentences_with_a_place(reader: NmeaReader) -> None:
    gga = "GNGGA,123519,2111.1660,N,10604.5780,E,1,08,0.9,545.4,M,46.9,M,,"
    gll = "GPGLL,2111.1660,S,10604.5780,W,225444,A"
    first, second = reader.feed(sentence(gga) + sentence(gll))
    assert first.place.latitude == pytest.approx(21.1861, abs=1e-6) and first.at_s == AT_S + 5
    assert (second.place.latitude, second.place.longitude) == pytest.approx((-21.1861, -106.0763), abs=1e-6)


def test_what_tells_no_place_is_no_fault(reader: NmeaReader) -> None:
    void = RMC.replace(",A,", ",V,")
    others = [
        void,
        "GPGSV,3,1,11,03,03,111,00,04,15,270,00",
        "GNGGA,123519,,,,,0,00,,,M,,M,,",
        "GPVTG,54.7,T,34.4,M,5,N",
    ]
    assert reader.feed(b"".join(map(sentence, others))) == [] and reader.broken == 0


@pytest.mark.parametrize(
    "broken",
    [
        sentence(RMC).replace(b"2111", b"2112"),
        sentence(RMC)[:40] + b"\n",
        sentence(RMC.replace("2111.1660", "9911.1660")),
        sentence(RMC.replace("2111.1660", "2171.1660")),
        sentence(RMC.replace("2111.1660,N", "2111.1660,X")),
        sentence("GPRMC,123519,A,2111.1660"),
        b"$" + b"A" * 300 + b"*01\r\n",
        b"GET / HTTP/1.1\r\n",
        bytes(range(128, 250)) + b"\n",
    ],
)
def test_a_broken_sentence_is_counted_and_the_next_one_is_read(reader: NmeaReader, broken: bytes) -> None:
    assert reader.feed(broken) == [] and reader.broken == 1
    assert len(reader.feed(sentence(RMC))) == 1 and reader.broken == 1


def test_a_line_without_an_end_takes_no_room(reader: NmeaReader) -> None:
    for _ in range(1000):
        reader.feed(b"x" * 100)
        assert len(reader._rest) <= MOST_LINE
    assert reader.broken == 1
    assert reader.feed(b"y\n") == [] and len(reader.feed(sentence(RMC))) == 1


@given(st.lists(st.integers(1, 40), min_size=1, max_size=40))
def test_it_does_not_matter_how_the_bytes_are_cut(cuts: list[int]) -> None:
    whole = (sentence(RMC, "s:a") + b"rubbish\r\n" + sentence(RMC, "s:b")) * 3
    reader = NmeaReader("x", lambda: AT_S)
    found, at = [], 0
    for cut in [*cuts, len(whole)]:
        found += reader.feed(whole[at : at + cut])
        at += cut
    assert [unit.unit_id for unit in found] == ["a", "b"] * 3 and reader.broken == 3


@given(st.binary(max_size=600))
def test_nothing_that_comes_breaks_it(data: bytes) -> None:
    reader = NmeaReader("x", lambda: NOW_S)
    reader.feed(data)
    reader.feed(b"\n")
    assert len(reader.feed(sentence(RMC))) == 1
