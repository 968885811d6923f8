"""When a dome's scene is another one, on purpose."""

from __future__ import annotations

from dataclasses import replace

from wall.model.dome_events import PtzStood
from wall.model.events import KeptChanged
from wall.model.ptz.move import Place
from wall.model.ptz.standing import Duty, PtzStanding
from wall.services.alarms.turnings import Turnings

HERE, NEARLY, THERE = Place(0.1, 0.2, 0.0), Place(0.105, 0.2, 0.0), Place(0.6, 0.2, 0.0)
AT_REST = PtzStanding(7, place=HERE, duty=Duty.THERE)


def told(*standings: PtzStanding) -> list[bool]:
    """For each of them: is its scene another one?"""
    heard: list[int] = []
    turnings = Turnings(heard.append)
    answers = []
    for standing in standings:
        before = len(heard)
        turnings.take_note(PtzStood(standing))
        answers.append(len(heard) > before)
    assert set(heard) <= {7}
    return answers


def test_while_it_moves_and_once_it_stands_again() -> None:
    moving = replace(AT_REST, is_moving=True)
    arrived = replace(AT_REST, place=THERE)
    assert told(AT_REST, moving, replace(moving, place=THERE), arrived) == [False, True, True, True]


def test_at_rest_it_may_say_a_little_else_for_ever() -> None:
    assert told(AT_REST, replace(AT_REST, place=NEARLY), AT_REST, replace(AT_REST, place=None), AT_REST) == [False] * 5


def test_who_turned_it_does_not_matter() -> None:
    assert told(AT_REST, replace(AT_REST, place=THERE), replace(AT_REST, place=THERE)) == [False, True, False]


def test_as_long_as_it_is_away() -> None:
    away = replace(AT_REST, duty=Duty.AWAY)
    assert told(AT_REST, away, replace(away, moved_by="An"), AT_REST, AT_REST) == [False, True, True, True, False]


def test_whether_one_is_away_is_known_of_each() -> None:
    turnings = Turnings(lambda _camera: None)
    turnings.take_note(PtzStood(replace(AT_REST, duty=Duty.AWAY)))
    turnings.take_note(PtzStood(PtzStanding(8, duty=Duty.THERE)))
    assert [turnings.is_away(camera_id) for camera_id in (7, 8, 9)] == [True, False, False]
    turnings.take_note(PtzStood(AT_REST))
    assert not turnings.is_away(7)


def test_other_events_are_passed_over() -> None:
    heard: list[int] = []
    Turnings(heard.append).take_note(KeptChanged(1, ()))
    assert heard == []
