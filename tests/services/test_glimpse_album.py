"""Small pictures in memory, and what goes when there is no room."""

from __future__ import annotations

from wall.model.glimpse import Glimpse, Sight, Way
from wall.model.tile import Cause
from wall.services.glimpse_album import Album


def sight(taken_s: float, size: int = 1000) -> Sight:
    return Sight(Glimpse(10, size // 40, bytes(size), taken_s, taken_s, taken_s, Way.SNAPSHOT))


def pictures(album: Album) -> set[int]:
    return {camera for camera, each in album.items() if each.glimpse is not None}


def test_the_oldest_that_nobody_sees_goes() -> None:
    album = Album(3000)
    album.in_sight = frozenset({1})
    for camera, taken_s in ((1, 10.0), (2, 30.0), (3, 20.0)):
        album.put(camera, sight(taken_s))
    assert pictures(album) == {1, 2, 3}
    album.put(4, sight(40.0))
    assert pictures(album) == {1, 2, 4}
    assert album.get(3) == Sight()


def test_a_new_picture_takes_the_place_of_the_former_one() -> None:
    album = Album(3000)
    for taken_s in range(20):
        album.put(1, sight(float(taken_s)))
        album.put(2, sight(float(taken_s)))
    assert pictures(album) == {1, 2}


def test_what_is_in_sight_stays_even_where_that_is_too_much() -> None:
    album = Album(2000)
    album.in_sight = frozenset(range(5))
    for camera in range(5):
        album.put(camera, sight(1.0))
    assert pictures(album) == set(range(5))


def test_who_is_gone_takes_no_room() -> None:
    album = Album(2000)
    album.put(1, sight(1.0))
    album.put(2, Sight(cause=Cause.TIMEOUT))
    album.keep_only({2})
    assert album.get(1) is None
    album.put(3, sight(2.0, 1900))
    assert pictures(album) == {3}
