"""Duty views, patrols and their pictures: a clock that the test turns, a real database, real files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.services.ptz.duty_rooms import Duties, duties
from tests.services.ptz.paper_domes import AN, PRESETS, PaperDesk, PaperDome, TestClock
from tests.support.full import files_at_most
from wall.model.dome_events import DomePicturesChanged, DutyChanged
from wall.model.errors import StoreError, UnreachableError
from wall.model.events import WorkFailed
from wall.model.ptz.duty import DutyView
from wall.model.ptz.journal import Deed
from wall.model.ptz.patrol import Patrol, PatrolStop
from wall.model.ptz.reference import Occasion, Reference
from wall.model.ptz.standing import Duty
from wall.model.tile import Cause
from wall.services.ptz.picture_hours import AGAIN_AFTER_S, PictureHours

VIEW = DutyView(7, "5", "Ngã Sáu", return_after_s=30.0, picture_minute=None)
ROUND = Patrol(7, "Chợ", (PatrolStop("1", 5.0, 0.5), PatrolStop("2", 5.0)), resume_after_s=20.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "city.db"


@pytest.fixture
def duty(path: Path) -> Iterator[Duties]:
    with duties(path) as made:
        yield made


def test_a_duty_view_is_kept_gone_to_and_learnt(duty: Duties, path: Path) -> None:
    duty.desk.domes[7].place = duty.desk.domes[7].goal = PRESETS["2"]
    duty.ended(duty.room.set_duty(VIEW))
    assert duty.desk.sent == [(7, "5", "an", 1.0)]
    duty.wait(0.5)
    assert duty.desk.standing(7).duty is Duty.RETURNING
    duty.wait(8)
    assert duty.desk.standing(7).duty is Duty.THERE
    assert duty.room.views[7].place == PRESETS["5"]
    told = [event for event in duty.events if isinstance(event, DutyChanged)]
    assert told[-1].views == (replace(VIEW, place=PRESETS["5"]),)
    duty.ended(duty.room.references(7))  # What was learnt before is on the disk by then.
    desk = PaperDesk(duty.clock)
    with duties(path, duty.clock, desk) as again:
        again.wait(1)
        assert again.room.views == {7: replace(VIEW, place=PRESETS["5"])}
        assert desk.standing(7).duty is Duty.THERE and not desk.sent


def there(duty: Duties, view: DutyView = VIEW) -> None:
    duty.ended(duty.room.set_duty(view))
    duty.wait(8)
    assert duty.desk.standing(7).duty is Duty.THERE
    duty.desk.sent.clear()


def test_who_turned_it_away_is_told_and_it_goes_back_after_the_countdown(duty: Duties) -> None:
    there(duty)
    duty.desk.turn(7, PRESETS["2"])
    duty.wait(2)
    stood = duty.desk.standing(7)
    assert (stood.duty, stood.moved_by, stood.returns_at_s) == (Duty.AWAY, "an", None), "as long as it is held"
    duty.wait(4)
    let_go_s = duty.clock.now_s
    returns_at_s = duty.desk.standing(7).returns_at_s
    assert returns_at_s is not None and returns_at_s - let_go_s == pytest.approx(29, abs=1.5)
    duty.wait(28)
    assert not duty.desk.sent
    duty.wait(10)
    assert duty.desk.sent == [(7, "5", "system", 1.0)]
    stood = duty.desk.standing(7)
    assert (stood.duty, stood.moved_by) == (Duty.THERE, "")


def test_it_is_sent_back_by_hand_from_the_hand_that_has_it(duty: Duties) -> None:
    there(duty)
    duty.desk.turn(7, PRESETS["2"])
    duty.wait(1)
    duty.room.go_back(7)
    duty.wait(8)
    assert duty.desk.sent == [(7, "5", "an", 1.0)]
    assert duty.desk.standing(7).duty is Duty.THERE


def test_a_hand_on_the_way_back_keeps_it(duty: Duties) -> None:
    there(duty)
    duty.desk.turn(7, PRESETS["2"])
    duty.wait(1)
    duty.room.go_back(7)
    duty.wait(1.5)
    duty.desk.turn(7, PRESETS["1"])
    duty.desk.domes[7].sent_s = -1e9
    duty.wait(3)
    assert duty.desk.standing(7).duty is Duty.AWAY
    assert duty.desk.sent == [(7, "5", "an", 1.0)]


def test_one_that_cannot_be_reached_is_tried_again_after_another_countdown(duty: Duties) -> None:
    there(duty)
    duty.desk.turn(7, PRESETS["2"])
    duty.wait(1)
    duty.desk.domes[7].fault = UnreachableError("gone")
    duty.wait(60)
    assert not duty.desk.sent and duty.desk.standing(7).duty in (Duty.AWAY, Duty.RETURNING)
    duty.desk.domes[7].fault = None
    duty.wait(60)
    assert duty.desk.sent == [(7, "5", "system", 1.0)] and duty.desk.standing(7).duty is Duty.THERE


def test_one_that_does_not_tell_where_it_looks_has_a_duty_view_all_the_same(path: Path) -> None:
    clock = TestClock()
    desk = PaperDesk(clock, {7: PaperDome(PRESETS["2"], PRESETS["2"], tells=False)})
    with duties(path, clock, desk) as duty:
        there(duty)
        duty.desk.turn(7, PRESETS["2"])
        duty.wait(2)
        assert duty.desk.standing(7).duty is Duty.AWAY and duty.desk.standing(7).moved_by == "an"
        duty.wait(45)
        assert duty.desk.sent == [(7, "5", "system", 1.0)] and duty.desk.standing(7).duty is Duty.THERE


def test_a_camera_that_belongs_nowhere_any_more_is_left_alone(duty: Duties) -> None:
    there(duty)
    duty.ended(duty.room.clear_duty(7))
    duty.desk.turn(7, PRESETS["2"])
    duty.wait(60)
    assert not duty.desk.sent and duty.desk.standing(7).duty is Duty.NONE and not duty.room.views


def test_a_preset_that_is_set_anew_is_where_it_belongs(duty: Duties) -> None:
    there(duty)
    duty.desk.turn(7, PRESETS["2"])
    duty.wait(6)
    former, PRESETS["5"] = PRESETS["5"], PRESETS["2"]
    try:
        duty.room.preset_was_set(7, "1")
        assert duty.room.views[7].place is not None
        duty.room.preset_was_set(7, "5")
        duty.wait(8)
        assert duty.room.views[7].place == PRESETS["2"] and duty.desk.standing(7).duty is Duty.THERE
    finally:
        PRESETS["5"] = former


# -- patrols


def test_a_patrol_goes_round_pauses_for_a_hand_and_goes_on(duty: Duties) -> None:
    key = duty.ended(duty.room.keep_patrol(ROUND))
    duty.room.start(key)
    duty.until(lambda: duty.desk.sent)
    duty.wait(20)
    assert [each[:2] for each in duty.desk.sent[:3]] == [(7, "1"), (7, "2"), (7, "1")]
    assert duty.desk.sent[0][2:] == ("system", 0.5)
    assert duty.desk.standing(7).patrol == "Chợ" and not duty.desk.standing(7).is_patrol_paused
    many = len(duty.desk.sent)
    duty.desk.turn(7, PRESETS["5"])
    duty.wait(20)
    assert len(duty.desk.sent) == many and duty.desk.standing(7).is_patrol_paused
    duty.wait(10)
    assert len(duty.desk.sent) > many and not duty.desk.standing(7).is_patrol_paused


def test_a_patrol_goes_on_after_a_restart_until_it_is_stopped(duty: Duties, path: Path) -> None:
    key = duty.ended(duty.room.keep_patrol(ROUND))
    duty.room.start(key)
    duty.until(lambda: duty.room.patrols[0].is_on)
    desk = PaperDesk(duty.clock)
    with duties(path, duty.clock, desk) as again:
        again.wait(1)
        assert desk.sent == [(7, "1", "system", 0.5)]
        again.room.stop(7)
        again.until(lambda: not again.room.patrols[0].is_on)
        again.wait(30)
        assert len(desk.sent) == 1 and desk.standing(7).patrol == ""
    with duties(path, duty.clock, PaperDesk(duty.clock)) as third:
        third.wait(5)
        assert not third.desk.sent


def test_a_dome_goes_on_one_patrol_at_a_time_and_the_camera_s_own_is_stopped(duty: Duties) -> None:
    own = duty.ended(duty.room.keep_patrol(Patrol(7, "Của camera", tour="T1")))
    ours = duty.ended(duty.room.keep_patrol(ROUND))
    duty.room.start(own)
    duty.until(lambda: duty.desk.toured)
    duty.room.start(ours)
    duty.until(lambda: duty.desk.sent)
    assert duty.desk.toured == [(7, "T1", True), (7, "T1", False)]
    assert [each.is_on for each in duty.room.patrols] == [False, True]


def test_on_patrol_it_does_not_go_back_and_after_it_it_does(duty: Duties) -> None:
    there(duty)
    duty.room.start(duty.ended(duty.room.keep_patrol(ROUND)))
    duty.until(lambda: duty.desk.sent)
    duty.wait(100)
    assert "5" not in {each[1] for each in duty.desk.sent}
    assert duty.desk.standing(7).returns_at_s is None
    duty.ended(duty.room.remove_patrol(duty.room.patrols[0].patrol_id))
    duty.wait(40)
    assert duty.desk.sent[-1] == (7, "5", "system", 1.0) and duty.desk.standing(7).duty is Duty.THERE


# -- pictures


def local(unix_s: float) -> datetime:
    return datetime.fromtimestamp(unix_s, UTC).replace(tzinfo=None)


def daily(duty: Duties) -> list[Reference]:
    return [each for each in duty.room.references(7).result() if each.occasion is Occasion.DAILY]


def test_a_dated_picture_is_taken_once_a_day_at_its_hour(path: Path) -> None:
    clock = TestClock()
    minute = (local(clock.unix()).hour * 60 + local(clock.unix()).minute + 2) % 1440
    with duties(path, clock, hours=PictureHours(local)) as duty:
        there(duty, replace(VIEW, picture_minute=minute))
        assert not daily(duty)
        duty.wait(120)
        duty.until(lambda: daily(duty))
        duty.until_taken()
        duty.wait(2 * AGAIN_AFTER_S)
        (kept,) = daily(duty)
        assert (kept.occasion, kept.token, kept.view_name) == (Occasion.DAILY, "5", "Ngã Sáu")
        assert (kept.width, kept.height) == (128, 72)
        jpeg = duty.room.picture(kept.file).result()
        assert jpeg.startswith(b"\xff\xd8") and (duty.folder / kept.file).read_bytes() == jpeg
        assert DomePicturesChanged(7) in duty.events
        clock.now_s += 86_400
        duty.wait(20)
        duty.until(lambda: len(daily(duty)) == 2)
        duty.until_taken()
    with duties(path, clock, hours=PictureHours(local)) as again:
        again.wait(5)
        assert not again.painter.taken, "the disk knows that it was taken"


def test_one_is_taken_on_return_but_not_on_every_return(duty: Duties) -> None:
    there(duty)
    for _ in range(2):
        duty.until_taken()
        duty.desk.turn(7, PRESETS["2"])
        duty.wait(6)
        duty.room.go_back(7)
        duty.wait(10)
    duty.until_taken()
    (first, *more) = duty.room.references(7).result()
    assert first.occasion is Occasion.RETURN and not more


def test_one_is_under_way_at_a_time_and_what_shows_something_else_is_thrown_away(path: Path) -> None:
    clock = TestClock()
    with duties(path, clock, hours=PictureHours(local)) as duty:
        duty.painter.is_slow = True
        there(duty, replace(VIEW, picture_minute=0))
        duty.until(lambda: duty.painter.taken)
        duty.wait(2 * AGAIN_AFTER_S)
        assert duty.painter.taken == [7]
        duty.desk.turn(7, PRESETS["2"])
        duty.wait(2)
        duty.painter.is_slow = False
        duty.until(lambda: duty.events.count(DomePicturesChanged(7)) == 2)  # It came, and went.
        duty.until(lambda: not list(duty.folder.iterdir()))
        assert duty.room.references(7).result() == ()


def test_at_its_hour_all_domes_are_due_and_a_few_are_asked_at_once(path: Path) -> None:
    clock = TestClock()
    place = PRESETS["5"]
    desk = PaperDesk(clock, {camera: PaperDome(place, place) for camera in range(1, 9)})
    with duties(path, clock, desk, PictureHours(local)) as duty:
        duty.painter.is_slow = True
        for camera in desk.domes:
            duty.ended(duty.room.set_duty(replace(VIEW, camera_id=camera, picture_minute=0, place=place)))
        duty.until(lambda: len(duty.painter.taken) == 3)
        duty.wait(10)
        assert len(duty.painter.taken) == 3
        duty.painter.is_slow = False
        duty.until(lambda: set(duty.painter.taken) == set(desk.domes))


def test_by_hand_one_is_taken_whenever_the_dome_is_there(duty: Duties) -> None:
    with pytest.raises(ValueError):
        duty.room.take_reference(7).result()
    there(duty)
    duty.until_taken()
    first = duty.ended(duty.room.take_reference(7))
    duty.ended(duty.room.take_reference(7))
    assert [(e.occasion, e.operator) for e in duty.room.references(7).result()][-2:] == [(Occasion.HAND, "an")] * 2
    duty.ended(duty.room.remove_reference(first))
    duty.until(lambda: not (duty.folder / first.file).exists())
    assert first not in duty.room.references(7).result()
    duty.desk.turn(7, PRESETS["2"])
    duty.wait(2)
    with pytest.raises(ValueError):
        duty.room.take_reference(7).result()


def test_a_full_disk_is_told_once_by_what_is_taken_by_itself_and_all_else_goes_on(path: Path) -> None:
    clock = TestClock()
    with duties(path, clock, hours=PictureHours(local)) as duty:
        there(duty)
        duty.until(lambda: duty.room.references(7).result())
        duty.until_taken()
        taken, duty.painter.is_noisy = len(duty.room.references(7).result()), True
        with files_at_most(600_000):
            with pytest.raises(StoreError) as refused:
                duty.ended(duty.room.take_reference(7))
            assert refused.value.cause is Cause.DISK_FULL
            duty.desk.turn(7, PRESETS["2"])
            clock.now_s += 2 * 3600
            duty.wait(8)
            duty.room.go_back(7)
            duty.wait(10)
            duty.until(lambda: any(isinstance(event, WorkFailed) for event in duty.events))
        (told,) = [event for event in duty.events if isinstance(event, WorkFailed)]
        assert told.cause is Cause.DISK_FULL and duty.desk.standing(7).duty is Duty.THERE
        assert len(duty.room.references(7).result()) == taken
        duty.ended(duty.room.take_reference(7))
        assert len(duty.room.references(7).result()) == taken + 1


def test_a_preset_s_picture_takes_the_place_of_the_former_and_goes_with_it(duty: Duties) -> None:
    one = duty.ended(duty.room.take_preset_picture(7, "5"))
    two = duty.ended(duty.room.take_preset_picture(7, "5"))
    assert duty.room.preset_pictures(7).result() == (two,)
    duty.until(lambda: not (duty.folder / one.file).exists())
    assert duty.room.picture(two.file).result().startswith(b"\xff\xd8")
    there(duty)
    duty.ended(duty.room.forget_preset(7, "5"))
    duty.until(lambda: not duty.room.views and not (duty.folder / two.file).exists())
    assert duty.room.preset_pictures(7).result() == ()


def test_what_a_killed_program_has_left_is_swept_away(duty: Duties, path: Path) -> None:
    kept = duty.ended(duty.room.take_preset_picture(7, "5"))
    left = duty.folder / f"{'0' * 32}.jpg"
    left.write_bytes(b"half")
    duty.clock.now_s += 10**9  # The file's own time is that of the machine.
    with duties(path, duty.clock, PaperDesk(duty.clock)) as again:
        again.until(lambda: not left.exists())
        assert again.room.picture(kept.file).result()


def test_who_is_at_the_desk_is_who_took_it(duty: Duties) -> None:
    there(duty)
    assert duty.ended(duty.room.take_reference(7)).operator == AN.name


def test_who_sends_a_dome_on_patrol_or_gives_it_a_duty_view_is_written_down(tmp_path: Path) -> None:
    with duties(tmp_path / "city.db") as duty:
        room = duty.room
        duty.ended(room.set_duty(DutyView(7, "5", "Điểm 5")))
        key = duty.ended(room.keep_patrol(Patrol(7, "Chợ", (PatrolStop("1"), PatrolStop("2")))))
        room.start(key)
        duty.until(lambda: room.patrols[0].is_on)
        room.stop(7)
        duty.until(lambda: not room.patrols[0].is_on)
        duty.ended(room.clear_duty(7))
        assert duty.desk.written == [
            (7, Deed.CHANGED, "an", "duty view: Điểm 5"),
            (7, Deed.PATROLLED, "an", "begun: Chợ"),
            (7, Deed.PATROLLED, "an", "ended: Chợ"),
            (7, Deed.CHANGED, "an", "no duty view"),
        ]
