"""Drills on a real desk and disk: marked, noticed, heard, seen, kept; and told where they are not."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.model.alarms.town import T
from tests.services.alarms.alarm_room import WAIT_S
from tests.services.alarms.drill_sitting import DEAF, NO_WAY, RINGS, SILENT, Sitting, sitting_in
from wall.model.alarms import kinds
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.activity import Deed
from wall.model.alarms.drill import (
    DrillKind,
    DrillPart,
    DrillVerdict,
    DrillWhy,
    Hung,
    Proof,
    Why,
)
from wall.model.alarms.mute import Mute
from wall.model.alarms.push import Answer, Tried
from wall.model.alarms.rule import Response
from wall.model.alarms.signal import Source
from wall.model.errors import StoreError
from wall.model.events import BellChanged, DecoderHalted, HealthChanged
from wall.model.health import Health, Verdict
from wall.model.sound import SoundPhase
from wall.model.tile import Cause, TileState
from wall.services.alarms.drill_runs import (
    HEARD_WITHIN_S,
    HUNG_WITHIN_S,
    PUSHED_WITHIN_S,
    SHOWN_WITHIN_S,
    UNNOTICED_S,
)
from wall.services.alarms.drills import CannotDrill


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    with sitting_in(tmp_path / "a.db") as sitting:
        yield sitting


# -- the marked alarm


def test_a_marked_alarm_is_noticed_heard_seen_and_all_of_it_is_kept(sitting: Sitting) -> None:
    sitting.begin()
    (alarm,) = sitting.room.desk.open_alarms()
    assert (alarm.kind, alarm.is_drill, alarm.source) == (kinds.PANIC, True, Source.DRILL)
    sitting.room.now_s += 0.5
    sitting.tell(RINGS)
    sitting.pass_time(0.5)
    assert sitting.proofs() == {
        DrillPart.NOTICED: Proof(0.0),
        DrillPart.SOUND: Proof(0.5),
        DrillPart.WALL: Proof(1.0),
        DrillPart.PUSH: NO_WAY,
    }
    (drill,) = sitting.kept()
    assert (drill.verdict, drill.screen, drill.cell, drill.alarm_id) == (DrillVerdict.PASSED, 1, 9, alarm.alarm_id)
    assert [each.verdict for each in sitting.told] == [DrillVerdict.PASSED]
    assert not sitting.drills.is_busy
    sitting.room.now_s += 29
    sitting.room.act(Acknowledge(), alarm)
    assert sitting.deeds(alarm.alarm_id)[Deed.DRILLED] == "0.0 s"
    (drill,) = sitting.kept()
    assert (drill.people_s, drill.people) == (30, "An")


def test_a_bell_that_rings_already_is_heard_at_once(sitting: Sitting) -> None:
    sitting.tell(RINGS)
    sitting.room.now_s += 60
    sitting.begin()
    sitting.pass_time(0.1)
    assert sitting.proofs()[DrillPart.SOUND] == Proof(0.0)


def test_a_bell_that_has_stopped_proves_nothing(sitting: Sitting) -> None:
    sitting.tell(RINGS, SILENT)
    sitting.begin()
    sitting.pass_time(HEARD_WITHIN_S + 1)
    assert sitting.proofs()[DrillPart.SOUND] == Proof(why=DrillWhy.NO_BELL)


def test_a_bell_without_a_device_fails_the_drill_and_says_why(sitting: Sitting) -> None:
    sitting.begin()
    sitting.tell(DEAF)
    sitting.pass_time(HEARD_WITHIN_S - 1)
    assert sitting.drills.is_busy, "it is tried again"
    sitting.pass_time(2)
    assert sitting.proofs()[DrillPart.SOUND] == Proof(why=Cause.NO_SOUND_DEVICE)
    assert [each.verdict for each in sitting.told] == [DrillVerdict.FAILED]
    assert sitting.told[0].failed == (DrillPart.SOUND,)


def test_a_bell_whose_process_comes_back_in_time_is_heard(sitting: Sitting) -> None:
    sitting.begin()
    sitting.tell(BellChanged(SoundPhase.FAILED, Cause.DECODER_LOST))
    sitting.pass_time(5)
    sitting.tell(RINGS)
    sitting.pass_time(1)
    assert sitting.proofs()[DrillPart.SOUND] == Proof(5.0)


def test_without_a_wall_nothing_is_heard_or_seen(sitting: Sitting) -> None:
    sitting.drills.sight = None
    sitting.begin()
    sitting.pass_time(HEARD_WITHIN_S + 1)
    sitting.pass_time(SHOWN_WITHIN_S)
    assert sitting.proofs()[DrillPart.SOUND] == Proof(why=DrillWhy.NOT_RUNG)
    assert sitting.proofs()[DrillPart.WALL] == Proof(why=DrillWhy.NO_WINDOW)


@pytest.mark.parametrize("why", [DrillWhy.NO_PLACE, Cause.UNREACHABLE, DrillWhy.COVERED])
def test_a_picture_that_does_not_come_in_time_fails_the_drill(sitting: Sitting, why: Why) -> None:
    sitting.sight.seen = why
    sitting.begin()
    sitting.tell(RINGS)
    sitting.pass_time(SHOWN_WITHIN_S - 1)
    assert DrillPart.WALL not in sitting.proofs()
    sitting.pass_time(2)
    assert sitting.proofs()[DrillPart.WALL] == Proof(why=why)
    assert sitting.told[0].verdict is DrillVerdict.FAILED
    assert sitting.sight.asked[-1] == (0, True)


def test_a_rule_without_sound_and_no_screen_for_it_fail_the_marked_alarm(sitting: Sitting) -> None:
    """It is there to be heard and seen."""
    sitting.change(kinds.PANIC, Response(sound=False))
    sitting.sight.seen = DrillWhy.NO_SCREEN
    sitting.begin()
    sitting.pass_time(1)
    assert sitting.told[0].failed == (DrillPart.SOUND, DrillPart.WALL)
    assert sitting.proofs()[DrillPart.SOUND].why is DrillWhy.RULE_SILENT


def test_who_is_faster_than_bell_and_wall_makes_no_failure_of_them(sitting: Sitting) -> None:
    sitting.sight.seen = DrillWhy.NO_PICTURE
    sitting.begin()
    sitting.room.act(Acknowledge(), *sitting.room.desk.open_alarms())
    sitting.pass_on()
    sitting.pass_time(1)
    assert sitting.proofs()[DrillPart.SOUND] == Proof(why=DrillWhy.SEEN_TO, is_wanted=False)
    assert sitting.proofs()[DrillPart.WALL] == Proof(why=DrillWhy.SEEN_TO, is_wanted=False)
    assert sitting.told[0].verdict is DrillVerdict.PASSED


def tried(answer: Answer) -> Future[Tried]:
    future = Future[Tried]()
    future.set_result(Tried(answer))
    return future


def failed(error: Exception) -> Future[Tried]:
    future = Future[Tried]()
    future.set_exception(error)
    return future


@pytest.mark.parametrize(
    ("tests", "proof"),
    [
        ([tried(Answer.TAKEN)], Proof(1.0)),
        ([tried(Answer.TAKEN), tried(Answer.UNREACHABLE)], Proof(why=Answer.UNREACHABLE)),
        ([failed(StoreError("locked"))], Proof(why=Cause.DATABASE)),
        ([failed(OSError("no certificate"))], Proof(why=DrillWhy.UNKNOWN)),
    ],
)
def test_every_way_to_a_supervisor_must_take_a_test(sitting: Sitting, tests: list[Future[Tried]], proof: Proof) -> None:
    sitting.pushes = tests
    sitting.begin()
    sitting.tell(RINGS)
    sitting.pass_time(1)
    assert sitting.proofs()[DrillPart.PUSH] == proof


def test_a_way_that_never_answers_fails(sitting: Sitting) -> None:
    sitting.pushes = [Future()]
    sitting.begin()
    sitting.tell(RINGS)
    sitting.pass_time(1)
    assert sitting.drills.is_busy
    sitting.pass_time(PUSHED_WITHIN_S)
    assert sitting.proofs()[DrillPart.PUSH] == Proof(why=DrillWhy.NO_ANSWER)


def test_the_marked_alarm_takes_a_camera_that_answers_and_is_on_no_screen(sitting: Sitting) -> None:
    """Its picture has to come: one that is there already proves nothing."""
    sitting.tile(10, TileState.LIVE)
    sitting.tell(HealthChanged({1: Health(Verdict.WELL), 4: Health(Verdict.LOST), 7: Health(Verdict.WELL)}))
    sitting.begin()
    (alarm,) = [each for each in sitting.room.desk.open_alarms() if each.is_drill]
    assert alarm.camera_id == 7
    assert sitting.kept()[0].name == "camera 7"
    sitting.tell(RINGS)
    sitting.pass_time(1)
    sitting.tell(HealthChanged({7: Health(Verdict.LOST)}))
    sitting.begin()
    assert sitting.kept()[0].camera_id == 1, "else one that is on the wall"


# -- pictures


def test_a_picture_that_is_made_to_stand_must_be_noticed_by_the_wall_itself(sitting: Sitting) -> None:
    sitting.tile(11, TileState.LIVE)
    sitting.sight.seen = DrillWhy.NO_SCREEN
    sitting.begin(DrillKind.FROZEN)
    assert sitting.stood == [11]
    sitting.pass_time(2)
    sitting.tile(11, TileState.FROZEN)
    sitting.pass_time(11)
    (alarm,) = sitting.room.desk.open_alarms()
    assert (alarm.kind, alarm.camera_id, alarm.is_drill, alarm.source) == (kinds.FROZEN, 4, True, Source.WALL)
    assert sitting.deeds(alarm.alarm_id)[Deed.DRILLED] == "13.0 s"
    sitting.pass_time(0.1)
    assert sitting.proofs() == {
        DrillPart.NOTICED: Proof(13.0),
        DrillPart.SOUND: Proof(why=DrillWhy.RULE_SILENT, is_wanted=False),
        DrillPart.WALL: Proof(why=DrillWhy.NO_SCREEN, is_wanted=False),
    }
    assert sitting.told[0].verdict is DrillVerdict.PASSED, "its rule wants no more"
    sitting.tile(11, TileState.LIVE)
    sitting.pass_time(10)
    (alarm,) = sitting.room.desk.open_alarms()
    assert not alarm.lasts, "it ended as the drill that it was"
    sitting.tile(11, TileState.FROZEN)
    sitting.pass_time(11)
    assert [each.is_drill for each in sitting.room.desk.open_alarms() if each.lasts] == [False], "the next one is none"


def test_where_its_rule_rings_and_shows_a_picture_drill_proves_that_too(sitting: Sitting) -> None:
    sitting.change(kinds.BLACK, Response(sound=True, screen_id=1))
    sitting.tile(10, TileState.LIVE)
    sitting.begin(DrillKind.BLACK)
    sitting.tile(10, TileState.LIVE, Cause.BLACK)
    sitting.pass_time(11)
    sitting.tell(RINGS)
    sitting.pass_time(1)
    assert sitting.sight.asked[-1] == (1, False), "its picture is black: that it is painted is enough"
    assert [sitting.proofs()[each].after_s for each in (DrillPart.SOUND, DrillPart.WALL)] == [0.0, 1.0]


def test_a_black_picture_is_a_drill_of_its_own(sitting: Sitting) -> None:
    sitting.tile(10, TileState.LIVE)
    sitting.begin(DrillKind.BLACK)
    sitting.tile(10, TileState.LIVE, Cause.BLACK)
    sitting.tile(11, TileState.FROZEN)
    sitting.pass_time(11)
    told = {(each.kind, each.camera_id, each.is_drill) for each in sitting.room.desk.open_alarms()}
    assert told == {(kinds.BLACK, 1, True), (kinds.FROZEN, 4, False)}


def test_what_the_program_does_not_notice_is_told_and_kept(sitting: Sitting) -> None:
    sitting.tile(10, TileState.LIVE)
    sitting.begin(DrillKind.FROZEN, 1)
    sitting.pass_time(UNNOTICED_S - 1)
    assert sitting.told == []
    sitting.pass_time(2)
    assert [each.verdict for each in sitting.told] == [DrillVerdict.FAILED]
    assert sitting.proofs() == {DrillPart.NOTICED: Proof(why=DrillWhy.NO_ALARM)}
    sitting.tile(10, TileState.FROZEN)
    sitting.pass_time(11)
    assert [each.is_drill for each in sitting.room.desk.open_alarms()] == [False], "a real one is not taken for it"


@pytest.mark.parametrize("place", [(4, 0), (0, 2)])
def test_a_mute_of_the_camera_or_its_site_is_why(sitting: Sitting, place: tuple[int, int]) -> None:
    sitting.room.desk.mute(Mute(*place, T + 3600.0, "sửa camera")).result(WAIT_S)
    sitting.tile(11, TileState.LIVE)
    sitting.begin(DrillKind.FROZEN)
    sitting.pass_time(UNNOTICED_S + 1)
    assert sitting.proofs()[DrillPart.NOTICED].why is DrillWhy.MUTED


def test_that_no_rule_is_about_it_is_why(sitting: Sitting) -> None:
    for rule in sitting.room.desk.rules():
        if kinds.FROZEN in rule.concern.kinds:
            sitting.room.desk.remove_rule(rule.rule_id).result(WAIT_S)
    sitting.room.only_rules(*(each for each in sitting.room.desk.rules() if each.concern.kinds))
    sitting.tile(11, TileState.LIVE)
    sitting.begin(DrillKind.FROZEN)
    sitting.pass_time(UNNOTICED_S + 1)
    assert sitting.proofs()[DrillPart.NOTICED].why is DrillWhy.NO_RULE


def test_nothing_live_and_nothing_driven_is_made_to_stand(sitting: Sitting) -> None:
    sitting.tile(10, TileState.NO_SIGNAL)
    sitting.tile(12, TileState.LIVE)  # No camera of ours.
    for kind in (DrillKind.FROZEN, DrillKind.BLACK, DrillKind.HANG):
        assert sitting.drills.begin(kind) is CannotDrill.NOTHING_LIVE
    sitting.tile(10, TileState.LIVE)
    assert sitting.drills.begin(DrillKind.FROZEN, 4) is CannotDrill.NOTHING_LIVE
    sitting.driven.append(10)
    assert sitting.drills.begin(DrillKind.FROZEN) is CannotDrill.NOTHING_LIVE
    assert (sitting.stood, sitting.kept()) == ([], [])


def test_one_at_a_time(sitting: Sitting) -> None:
    sitting.begin()
    assert sitting.drills.begin(DrillKind.ALARM) is CannotDrill.UNDER_WAY


# -- the watchdog


def test_a_decoder_that_hangs_is_measured_and_marked(sitting: Sitting) -> None:
    sitting.tile(10, TileState.LIVE)
    sitting.tile(11, TileState.LIVE)
    sitting.driven.append(11)
    sitting.begin(DrillKind.HANG)
    assert sitting.spared == [[11]]
    sitting.tell(DecoderHalted((10,)))
    sitting.tile(10, TileState.FROZEN)
    sitting.tile(11, TileState.FROZEN)
    sitting.pass_time(11)
    told = {(each.camera_id, each.is_drill) for each in sitting.room.desk.open_alarms()}
    assert told == {(1, True), (4, False)}, "what stands beside it is no drill"
    sitting.tile(10, TileState.LIVE)
    sitting.hangs[0].set_result(Hung(1, 4.5, 6.0))
    sitting.pass_time(1)
    assert sitting.proofs() == {DrillPart.NOTICED: Proof(4.5), DrillPart.WATCHDOG: Proof(6.0)}
    assert (sitting.told[0].verdict, sitting.told[0].pictures) == (DrillVerdict.PASSED, 1)
    sitting.tile(10, TileState.FROZEN)
    sitting.pass_time(11)
    again = [each for each in sitting.room.desk.open_alarms() if each.camera_id == 1 and each.lasts]
    assert [each.is_drill for each in again] == [False], "afterwards it is no drill any more"


@pytest.mark.parametrize(
    ("hung", "parts"),
    [
        (Hung(9, None, None, DrillWhy.NOT_REPLACED), (DrillPart.NOTICED, DrillPart.WATCHDOG)),
        (Hung(9, 4.5, None, DrillWhy.NOT_BACK), (DrillPart.WATCHDOG,)),
        (Hung(why=DrillWhy.NO_SPARE), (DrillPart.NOTICED, DrillPart.WATCHDOG)),
    ],
)
def test_a_watchdog_that_fails_says_how(sitting: Sitting, hung: Hung, parts: tuple[DrillPart, ...]) -> None:
    sitting.tile(10, TileState.LIVE)
    sitting.begin(DrillKind.HANG)
    sitting.hangs[0].set_result(hung)
    sitting.pass_time(1)
    assert sitting.told[0].failed == parts
    assert sitting.proofs()[DrillPart.WATCHDOG].why is hung.why


def test_a_watchdog_that_never_answers_or_breaks_ends_all_the_same(sitting: Sitting) -> None:
    sitting.tile(10, TileState.LIVE)
    sitting.begin(DrillKind.HANG)
    sitting.pass_time(HUNG_WITHIN_S + 1)
    assert sitting.proofs()[DrillPart.WATCHDOG].why is DrillWhy.NO_ANSWER
    sitting.begin(DrillKind.HANG)
    sitting.hangs[1].set_exception(OSError("no process"))
    sitting.pass_time(1)
    assert sitting.proofs()[DrillPart.WATCHDOG].why is DrillWhy.UNKNOWN
