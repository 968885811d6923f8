"""What the program knows of itself: told once when it begins and once when it ends."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

import pytest

from wall.model.alarms.signal import Phase, Signal, Source
from wall.model.dome_events import PtzStood
from wall.model.events import HealthChanged, IncidentsChanged, RecordingChanged, TileChanged
from wall.model.health import Health, Incident, SharedCause, Verdict
from wall.model.ptz.operator import Hold, Operator
from wall.model.ptz.standing import Duty, PtzStanding
from wall.model.recording import End, Recording
from wall.model.tile import Cause, TileState, TileStatus
from wall.services.alarms.own import OwnSignals
from wall.services.alarms.turnings import Turnings

Said = tuple[str, int, int, Phase]


class Listening:
    """An intake that only listens."""

    def __init__(self) -> None:
        self.signals: list[Signal] = []

    def receive(self, signals: Sequence[Signal]) -> Future[None]:
        self.signals += signals
        return Future()

    @property
    def said(self) -> list[Said]:
        return [(each.kind, each.camera_id, each.site_id, each.phase) for each in self.signals]


@pytest.fixture
def heard() -> Listening:
    return Listening()


@pytest.fixture
def own(heard: Listening) -> OwnSignals:
    return OwnSignals(heard, {10: 1, 11: 1, 20: 2}.get, lambda: 5000.0)


def health(**verdicts: Verdict) -> HealthChanged:
    return HealthChanged({int(name[1:]): Health(verdict) for name, verdict in verdicts.items()})


def tile(number: int, state: TileState) -> TileChanged:
    return TileChanged(number, TileStatus(state, Cause.NONE), 0.0)


def test_a_camera_is_lost_and_comes_back(heard: Listening, own: OwnSignals) -> None:
    for verdict in (Verdict.WELL, Verdict.LOST, Verdict.LOST, Verdict.UNKNOWN, Verdict.ATTENTION, Verdict.WELL):
        own.take_note(health(c1=verdict, c2=Verdict.WELL))
    assert heard.said == [("lost", 1, 0, Phase.BEGINS), ("lost", 1, 0, Phase.ENDS)]
    assert {each.source for each in heard.signals} == {Source.WALL}
    assert {each.at_s for each in heard.signals} == {5000.0}


def test_a_camera_whose_device_answers_and_whose_pictures_do_not_come_is_lost(
    heard: Listening, own: OwnSignals
) -> None:
    own.take_note(health(c1=Verdict.WELL))
    own.take_note(TileChanged(10, TileStatus(TileState.NO_SIGNAL, Cause.SILENT), 0.0))
    own.take_note(tile(11, TileState.NO_SIGNAL))
    assert heard.said == [("lost", 1, 0, Phase.BEGINS)]
    assert heard.signals[0].detail == Cause.SILENT.value
    own.take_note(health(c1=Verdict.LOST))
    own.take_note(tile(10, TileState.LIVE))
    own.take_note(tile(11, TileState.LIVE))
    assert len(heard.said) == 1, "its device is away by now"
    own.take_note(health(c1=Verdict.WELL))
    assert heard.said[1:] == [("lost", 1, 0, Phase.ENDS)]


def test_a_site_is_away_and_comes_back(heard: Listening, own: OwnSignals) -> None:
    away = Incident(7, "Ngã Sáu", (1, 2), 3, SharedCause.POWER_OR_UPLINK, 4990.0)
    own.take_note(IncidentsChanged((away,)))
    own.take_note(IncidentsChanged((away,)))
    own.take_note(IncidentsChanged(()))
    assert heard.said == [("outage", 0, 7, Phase.BEGINS), ("outage", 0, 7, Phase.ENDS)]
    assert heard.signals[0].detail.startswith("2/3")


def test_a_camera_is_frozen_as_long_as_one_of_its_tiles_is(heard: Listening, own: OwnSignals) -> None:
    for number, state in (
        (10, TileState.LIVE),
        (10, TileState.FROZEN),
        (11, TileState.FROZEN),
        (10, TileState.LIVE),
        (99, TileState.FROZEN),
    ):
        own.take_note(tile(number, state))
    assert heard.said == [("frozen", 1, 0, Phase.BEGINS)]
    own.take_note(tile(11, TileState.CONNECTING))
    assert heard.said[1:] == [("frozen", 1, 0, Phase.ENDS)]


def test_a_black_picture_is_told_apart_from_a_frozen_one(heard: Listening, own: OwnSignals) -> None:
    own.take_note(TileChanged(10, TileStatus(TileState.LIVE, Cause.BLACK), 0.0))
    own.take_note(tile(10, TileState.FROZEN))
    own.take_note(tile(10, TileState.LIVE))
    assert heard.said == [
        ("black", 1, 0, Phase.BEGINS),
        ("frozen", 1, 0, Phase.BEGINS),
        ("black", 1, 0, Phase.ENDS),
        ("frozen", 1, 0, Phase.ENDS),
    ]


@pytest.mark.parametrize(("cause", "kind"), [(Cause.BLINDED, "blinded"), (Cause.MOVED, "moved")])
def test_a_camera_that_was_covered_or_turned_away(heard: Listening, own: OwnSignals, cause: Cause, kind: str) -> None:
    for number, said in ((10, cause), (11, cause), (10, Cause.NONE), (11, Cause.NONE)):
        own.take_note(TileChanged(number, TileStatus(TileState.LIVE, said), 0.0))
    assert heard.said == [(kind, 1, 0, Phase.BEGINS), (kind, 1, 0, Phase.ENDS)]


@pytest.mark.parametrize(
    "standing",
    [
        PtzStanding(1, is_moving=True),
        PtzStanding(1, duty=Duty.AWAY),
        PtzStanding(1, duty=Duty.RETURNING),
        PtzStanding(1, patrol="Night"),
        PtzStanding(1, hold=Hold(Operator("An"), 0.0)),
    ],
)
def test_a_dome_that_is_turned_on_purpose_is_no_alarm_until_it_is_back(heard: Listening, standing: PtzStanding) -> None:
    turnings = Turnings(lambda _camera: None)
    own = OwnSignals(heard, {10: 1, 11: 1}.get, lambda: 5000.0, turnings.is_away)
    turnings.take_note(PtzStood(standing))
    own.take_note(TileChanged(10, TileStatus(TileState.LIVE, Cause.MOVED), 0.0))
    assert heard.said == []
    turnings.take_note(PtzStood(PtzStanding(1, duty=Duty.THERE)))
    own.take_note(TileChanged(11, TileStatus(TileState.LIVE, Cause.MOVED), 0.0))
    assert heard.said == [("moved", 1, 0, Phase.BEGINS)]


def test_of_a_tile_that_was_given_back_nothing_is_said_any_more(heard: Listening) -> None:
    shows = {10: 1, 20: 2}
    own = OwnSignals(heard, shows.get, lambda: 5000.0)
    own.take_note(tile(10, TileState.FROZEN))
    del shows[10]
    own.take_note(tile(20, TileState.LIVE))
    assert heard.said == [("frozen", 1, 0, Phase.BEGINS), ("frozen", 1, 0, Phase.ENDS)]


@pytest.mark.parametrize(("end", "is_alarm"), [(End.DISK_FULL, True), (End.STOPPED, False), (None, False)])
def test_a_recording_that_failed_is_told_under_one_key(
    heard: Listening, own: OwnSignals, end: End | None, is_alarm: bool
) -> None:
    for _ in range(2):
        own.take_note(RecordingChanged(Recording(3, 3, "Cổng", 4000.0, end=end)))
    assert [each.kind for each in heard.signals] == ["recording"] * (2 * is_alarm)
    assert len({each.key for each in heard.signals}) == is_alarm
