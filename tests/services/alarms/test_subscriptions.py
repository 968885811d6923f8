"""Every device is listened to, whoever made it; and whatever happens to it, it is soon heard again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.alarms.listening_room import ListeningRoom, listening_room
from tests.services.fleet_room import devices_of, refused_logins
from wall.demo import City, running_city
from wall.model.alarms.signal import Phase, Source
from wall.model.alarms.subscription import Hearing

DEVICES = 16
AGAIN_WITHIN_S = 15.0
"""What is promised; a machine that is shared gets as much again."""


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(DEVICES, 8, "--devices", str(DEVICES), "--clip", "bench", "--https", "0.25") as city:
        yield city


@pytest.fixture(scope="module")
def room(city: City, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ListeningRoom]:
    with listening_room(city, tmp_path_factory.mktemp("kept")) as room:
        room.wait_for_all()
        yield room


def test_devices_are_left_without_a_trace(city: City, tmp_path: Path) -> None:
    """The first of all: nobody else listens yet. One that is being exchanged counts twice for a moment."""

    def subscriptions() -> int:
        return sum(each["subscriptions"] for each in devices_of(city))

    with listening_room(city, tmp_path) as room:
        room.wait_for_all()
        room.room.wait(lambda: subscriptions() == DEVICES)
    assert subscriptions() == 0


def test_what_happens_before_every_camera_arrives_once_and_names_it(room: ListeningRoom, city: City) -> None:
    cameras = range(1, len(city.cameras) + 1)
    before = len(room.heard)
    room.happen("line", cameras, len(cameras), 200, "fence")
    room.room.wait(lambda: len([each for each in room.heard[before:] if each.kind == "line"]) >= len(cameras))
    lines = [each for each in room.heard[before:] if each.kind == "line"]
    assert sorted(each.camera_id for each in lines) == sorted(room.camera_of(number) for number in cameras)
    assert len({each.detail for each in lines}) == len(cameras)
    assert {(each.source, each.phase) for each in lines} == {(Source.ONVIF, Phase.PULSE)}
    assert refused_logins(city) == 0


def test_states_begin_and_end(room: ListeningRoom) -> None:
    before = len(room.heard)
    states = ("motion", "tamper", "input", "scene", "people", "vehicle", "face", "animal", "field", "user")
    for kind in states:
        room.happen(kind, [1], 2, 4)
    wanted = {(kind, phase) for kind in states for phase in (Phase.BEGINS, Phase.ENDS)}
    room.room.wait(lambda: {(each.kind, each.phase) for each in room.heard[before:]} >= wanted)


def test_a_camera_that_reboots_is_heard_again(room: ListeningRoom) -> None:
    room.fault("reboot", [2], value=2)
    room.room.wait(lambda: not room.is_heard(2))
    took_s = room.heard_again(2)
    assert took_s < 2 + 2 * AGAIN_WITHIN_S
    room.room.wait(lambda: room.health[room.device_of(2)].gap is not None)
    gap = room.health[room.device_of(2)].gap
    assert gap is not None and 1 < gap.lasts_s < 2 + 2 * AGAIN_WITHIN_S


def test_a_subscription_that_dies_silently_is_replaced(room: ListeningRoom) -> None:
    assert room.is_heard(3, 5)
    room.fault("events-silent", [3])
    assert not room.is_heard(3)
    assert room.heard_again(3) < 2 * AGAIN_WITHIN_S
    room.fault("events-silent", [3], on=False)
    room.room.wait(lambda: room.health[room.device_of(3)].gap is not None)
    gap = room.health[room.device_of(3)].gap
    assert gap is not None and gap.lasts_s < 2 * AGAIN_WITHIN_S


def test_a_poll_that_is_never_answered_is_given_up_and_the_gap_is_stated(room: ListeningRoom) -> None:
    """What happens while it hangs lies in the subscription, which is found again."""
    assert room.is_heard(8, 5)
    former, before = room.health[room.device_of(8)].gap, len(room.heard)
    room.fault("events-hang", [8])
    room.happen("line", [8], label="ends the poll that is under way")
    room.room.wait(lambda: any(each["what"] == "hangs" for each in room.journal(8)))
    room.fault("events-hang", [8], on=False)
    room.happen("line", [8], label="meanwhile")
    room.room.wait(lambda: any(each.detail.startswith("meanwhile") for each in room.heard[before:]))
    room.room.wait(lambda: room.health[room.device_of(8)].gap not in (None, former))
    gap = room.health[room.device_of(8)].gap
    assert gap is not None and gap.lasts_s < 2 * AGAIN_WITHIN_S


def test_who_answers_nothing_when_asked_how_it_stands_is_not_missed_for_longer(room: ListeningRoom) -> None:
    """And the gap is stated: what happens then was told to the new one alone."""
    number = room.camera_by("Song Cau")
    assert room.is_heard(number, 5)
    former = room.health[room.device_of(number)].gap
    room.fault("events-silent", [number])
    assert not room.is_heard(number)
    assert room.heard_again(number) < 2 * AGAIN_WITHIN_S
    room.fault("events-silent", [number], on=False)
    room.room.wait(lambda: room.health[room.device_of(number)].gap not in (None, former))
    gap = room.health[room.device_of(number)].gap
    assert gap is not None and gap.lasts_s < 2 * AGAIN_WITHIN_S


def test_what_began_while_a_dead_one_was_listened_to_is_told_and_the_gap_is_stated(room: ListeningRoom) -> None:
    """This make refuses SetSynchronizationPoint: only the first words of the successor tell that it was dead."""
    number = room.camera_by("Thang Long")
    assert room.is_heard(number, 5)
    room.fault("events-silent", [number])
    before, device_id = len(room.heard), room.device_of(number)
    room.happen("tamper", [number])
    room.room.wait(lambda: any(each.kind == "tamper" for each in room.heard[before:]))
    (heard,) = [each for each in room.heard[before:] if each.kind == "tamper"]
    assert (heard.phase, heard.camera_id) == (Phase.BEGINS, room.camera_of(number))
    room.room.wait(lambda: room.health[device_id].gap is not None)
    gap = room.health[device_id].gap
    assert gap is not None and 0 < gap.lasts_s < 2 * AGAIN_WITHIN_S
    room.happen("tamper", [number])
    room.fault("events-silent", [number], on=False)


@pytest.mark.parametrize("maker", ["Dong Son Vision", "Thang Long", "Song Cau"])
@pytest.mark.parametrize("cut", ["reset", "half"])
def test_an_answer_that_is_lost_is_no_event_that_is_lost_silently(room: ListeningRoom, maker: str, cut: str) -> None:
    """It is a gap; what began in it is told all the same, where the make says how everything stands."""
    number = room.camera_by(maker)
    assert room.is_heard(number, 5)
    before, device_id = len(room.heard), room.device_of(number)
    former = room.health[device_id].gap
    room.fault("events-cut", [number], value=cut)
    room.happen("tamper", [number])
    room.room.wait(lambda: any(each["what"] == f"cut: {cut}" for each in room.journal(number)[-200:]))
    room.fault("events-cut", [number], on=False)
    room.room.wait(lambda: room.health[device_id].gap not in (None, former))
    gap = room.health[device_id].gap
    assert gap is not None and gap.lasts_s < 2 * AGAIN_WITHIN_S
    assert room.missed[-1].camera_id == room.camera_of(number)
    if maker != "Song Cau":
        room.room.wait(lambda: any(each.kind == "tamper" for each in room.heard[before:]))
    assert room.heard_again(number) < 2 * AGAIN_WITHIN_S
    room.happen("tamper", [number])


def test_a_clock_half_a_year_off_changes_nothing_but_what_is_told(room: ListeningRoom) -> None:
    half_a_year_s, ahead_s = 180 * 86400, list[float]()
    for is_on in (True, False):
        room.fault("clock-skew", [4], is_on, half_a_year_s if is_on else None)
        # What happens first ends the poll that was open already.
        assert room.heard_again(4) + room.heard_again(4) < 2 * AGAIN_WITHIN_S
        told_s = room.heard[-1].told_s
        assert told_s is not None
        ahead_s.append(told_s - room.heard[-1].at_s)
    assert ahead_s[0] - ahead_s[1] == pytest.approx(half_a_year_s, abs=30)


def test_where_time_is_short_and_nothing_renewed_nothing_is_lost(room: ListeningRoom) -> None:
    room.fault("events-short", [5])
    room.fault("renew-refused", [5])
    room.fault("reboot", [5], value=0.2)
    room.heard_again(5)
    before, after = len(room.heard), room.happen("line", [5], 60, 20, "gate")
    room.room.wait(lambda: len([each for each in room.heard[before:] if each.detail.startswith("gate")]) >= 60)
    details = [each.detail for each in room.heard[before:] if each.detail.startswith("gate")]
    assert details == [f"gate {number}" for number, _, _ in room.fired(after)["fired"]]
    for fault in ("events-short", "renew-refused"):
        room.fault(fault, [5], on=False)


def test_one_that_is_away_is_told_to_be_so_and_comes_back(room: ListeningRoom) -> None:
    room.fault("outage", [6])
    room.room.wait(lambda: Hearing.DEAD in [each.hearing for each in room.health.values()])
    (dead,) = [each for each in room.health.values() if each.hearing is Hearing.DEAD]
    assert dead.trouble is not None
    room.fault("outage", [6], on=False)
    assert room.heard_again(6) < 2 * AGAIN_WITHIN_S
    room.wait_for_all()


def test_a_changed_password_is_sent_to_one_camera_once_or_twice(room: ListeningRoom, city: City) -> None:
    before = refused_logins(city)
    room.fault("password", [7])
    room.room.wait(lambda: Hearing.DEAD in [each.hearing for each in room.health.values()])
    assert refused_logins(city) - before <= 2
    room.fault("password", [7], on=False)
