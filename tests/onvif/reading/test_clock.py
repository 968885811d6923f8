"""What a device's clock shows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.onvif.reading.replies import answer
from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.clock import read_clock


def moment(name: str, date: str, time: str) -> str:
    year, month, day = date.split("-")
    hour, minute, second = time.split(":")
    clock = f"<tt:Hour>{hour}</tt:Hour><tt:Minute>{minute}</tt:Minute><tt:Second>{second}</tt:Second>"
    calendar = f"<tt:Year>{year}</tt:Year><tt:Month>{month}</tt:Month><tt:Day>{day}</tt:Day>"
    return f"<tt:{name}><tt:Time>{clock}</tt:Time><tt:Date>{calendar}</tt:Date></tt:{name}>"


def reply(inner: str) -> str:
    return (
        "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime>"
        f"{inner}</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>"
    )


def read(inner: str) -> tuple[datetime | None, tuple[Problem, ...]]:
    return read_clock(answer(reply(inner)))


def test_utc_is_believed() -> None:
    when = datetime(2026, 11, 23, 6, 25, 30, tzinfo=UTC)
    local = moment("LocalDateTime", "2026-11-23", "13:25:30")
    assert read(local + moment("UTCDateTime", "2026-11-23", "6:25:30")) == (when, ())
    assert read(moment("UTCDateTime", "2026-11-23", "06:25:30.250")) == (when, ())
    assert read("<tt:UTCDateTime>2026-11-23T06:25:30Z</tt:UTCDateTime>") == (when, ())


def test_a_clock_that_is_decades_off_is_still_a_clock() -> None:
    assert read(moment("UTCDateTime", "1970-1-1", "0:0:9"))[0] == datetime(1970, 1, 1, 0, 0, 9, tzinfo=UTC)


def test_a_leap_second_is_near_enough() -> None:
    assert read(moment("UTCDateTime", "2016-12-31", "23:59:60"))[0] == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("date", "time", "detail"),
    [
        ("2022-13-45", "1:2:3", "2022-13-45 1:2:3"),
        ("2022-02-30", "1:2:3", "2022-02-30 1:2:3"),
        ("0-0-0", "0:0:0", "0-0-0 0:0:0"),
        ("2022-1-1", "25:61:61", "2022-1-1 25:61:61"),
        ("%Y-%m-%d", "%H:%M:%S", "%Y-%m-%d %H:%M:%S"),
        ("99999-1-1", "1:2:3", "99999-1-1 1:2:3"),
        ("2022--1", "1:2:3", "2022-?-1 1:2:3"),
        ("1e9-1-1", "1:2:3", "1e9-1-1 1:2:3"),
    ],
)
def test_what_is_no_date_is_named(date: str, time: str, detail: str) -> None:
    value, problems = read(moment("UTCDateTime", date, time))
    assert value is None
    assert problems == (Problem(Step.CLOCK, Trouble.MALFORMED, detail),)


@pytest.mark.parametrize(
    ("zone", "summer", "hour"),
    [
        ("CST-7:00:00", "false", 6),
        ("ICT-7", "false", 6),
        ("&lt;+07&gt;-7", "false", 6),
        ("EST5EDT,M3.2.0,M11.1.0", "false", 18),
        ("EST5EDT,M3.2.0,M11.1.0", "true", 17),
    ],
)
def test_local_time_will_do_where_there_is_a_zone(zone: str, summer: str, hour: int) -> None:
    rest = f"<tt:DaylightSavings>{summer}</tt:DaylightSavings><tt:TimeZone><tt:TZ>{zone}</tt:TZ></tt:TimeZone>"
    value, problems = read(rest + moment("LocalDateTime", "2026-11-23", "13:25:30"))
    assert value == datetime(2026, 11, 23, hour, 25, 30, tzinfo=UTC)
    assert problems == (Problem(Step.CLOCK, Trouble.INCOMPLETE, "only the local time"),)


def test_local_time_without_a_zone_is_taken_for_utc() -> None:
    value, problems = read(moment("LocalDateTime", "2026-11-23", "13:25:30"))
    assert value == datetime(2026, 11, 23, 13, 25, 30, tzinfo=UTC)
    assert [problem.trouble for problem in problems] == [Trouble.INCOMPLETE]


@pytest.mark.parametrize("inner", ["", "<tt:DateTimeType>NTP</tt:DateTimeType>"])
def test_no_time_at_all(inner: str) -> None:
    assert read(inner) == (None, (Problem(Step.CLOCK, Trouble.INCOMPLETE, "no UTCDateTime"),))


def test_the_end_of_time() -> None:
    zone = "<tt:TimeZone><tt:TZ>XYZ99</tt:TZ></tt:TimeZone>"
    assert read(zone + moment("LocalDateTime", "9999-12-31", "23:59:59"))[0] is None
