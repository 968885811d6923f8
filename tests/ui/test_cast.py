"""Who stands in which cell: contents resolved to cameras, and which copy of a camera each cell shows."""

from __future__ import annotations

from tests.ui.fake_live import cameras
from wall.model.board import Board, Slot
from wall.model.layout import Layout
from wall.model.touring import Touring
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell, Stop, Tour
from wall.services.camera_book import CameraBook
from wall.ui.cast import Part, cast
from wall.ui.marks import Sign


def cast_of(
    *contents: Content | None, turn: int = 0, hotspot: int | None = None, touring: Touring | None = None
) -> tuple[Part, ...]:
    board = Board(Layout.plain(len(contents), 1), tuple(Slot(content) for content in contents))
    book = CameraBook.of(cameras(6))
    return cast(board, book, lambda _slot: turn, hotspot, [touring] if touring else [])


def keys(parts: tuple[Part, ...]) -> list[tuple[int, int]]:
    return [part.place for part in parts]


def test_copies_are_counted_from_the_most_lasting() -> None:
    parts = cast_of(HotspotCell(), CarouselCell((3, 4)), CameraCell(3), CameraCell(3), hotspot=3)
    assert keys(parts) == [(3, 3), (3, 2), (3, 0), (3, 1)]
    assert [part.sign for part in parts] == [Sign.HOTSPOT, Sign.CAROUSEL, None, None]


def test_a_hotspot_without_a_camera_and_a_camera_that_is_gone() -> None:
    empty, hotspot, gone = cast_of(None, HotspotCell(), CameraCell(99))
    assert (empty.camera_id, hotspot.camera_id) == (None, None)
    assert (gone.camera_id, gone.camera) == (99, None)


def test_a_carousel_turns_in_a_ring() -> None:
    assert [cast_of(CarouselCell((2, 5, 6)), turn=turn)[0].camera_id for turn in range(5)] == [2, 5, 6, 2, 5]


def test_a_tour_has_its_sign_on_its_cell_and_one_of_the_screen_on_the_first() -> None:
    tour = Tour("Chợ", (Stop(camera_id=1),))
    in_cell = Touring(tour, tour.stops, 1, 0.0)
    assert [part.sign for part in cast_of(CameraCell(1), CameraCell(2), touring=in_cell)] == [None, Sign.TOUR]
    whole = Touring(tour, tour.stops, None, 0.0, paused_s=5.0)
    assert [part.sign for part in cast_of(CameraCell(1), CameraCell(2), touring=whole)] == [Sign.PAUSED, None]


def test_only_the_page_of_the_hand_is_cast() -> None:
    board = Board(Layout.plain(2, 1), tuple(Slot(CameraCell(each)) for each in (1, 2, 3, 4)), selected=2)
    parts = cast(board, CameraBook.of(cameras(6)), lambda slot: slot, None)
    assert keys(parts) == [(3, 0), (4, 0)]
