"""The cameras as the wall shows them."""

from __future__ import annotations

import time
from dataclasses import replace

from tests.services.wall_room import book_of, city
from wall.model.camera import Camera, streams_of
from wall.model.finder import Finder
from wall.model.geo.neighbours import Direction
from wall.model.inventory import CameraRecord, Inventory, Position, StreamRecord, to_show
from wall.model.stream import Credentials, Source
from wall.services.camera_book import CameraBook, identified
from wall.ui.room_port import CamerasPort


def with_camera(inventory: Inventory, camera: CameraRecord) -> Inventory:
    return replace(inventory, cameras=(*inventory.cameras, camera))


def test_a_camera_by_id_and_by_number() -> None:
    book: CamerasPort = book_of(city(5))
    camera = book.camera(3)
    assert camera is not None and (camera.number, camera.name, camera.site) == (3, "Camera 3", "Site 2")
    assert camera.camera_id == 3 and book.by_number(3) == 3
    assert book.camera(9) is None and book.by_number(9) is None
    assert list(book.ids()) == [1, 2, 3, 4, 5]


def test_what_has_no_stream_is_not_shown_and_has_a_name() -> None:
    book = book_of(with_camera(city(2), CameraRecord("Dark", 7, site_id=1, camera_id=7)))
    assert book.camera(7) is None and 7 not in book.ids() and book.name_of(7) == "7  Dark"
    assert book.beside(7, 1) is None


def test_names_for_people() -> None:
    streams = (StreamRecord("rtsp://10.0.0.1/"),)
    inventory = with_camera(city(1), CameraRecord("DS-2CD", None, "Cổng", streams=streams, camera_id=8))
    book = book_of(inventory)
    assert (book.name_of(1), book.name_of(8), book.name_of(99)) == ("1  Camera 1", "Cổng", "#99")
    assert list(book.ids()) == [1, 8]


def test_beside_goes_round_the_site_by_number() -> None:
    book = book_of(city(7))  # 2, 4 and 6 are at one site, 1, 3, 5 and 7 at the other.
    assert [book.beside(2, step) for step in (1, 2, 3, -1, 0)] == [4, 6, 2, 6, 2]
    lonely = CameraRecord("Lonely", 9, streams=(StreamRecord("rtsp://10.0.0.1/"),), camera_id=9)
    assert book_of(with_camera(city(7), lonely)).beside(9, 1) is None
    assert book.beside(99, 1) is None


def test_priorities_are_those_above_ordinary() -> None:
    assert book_of(city(4, priorities=(3, 0, 1))).priorities() == {1: 3, 3: 1}


def test_answers_are_those_of_the_present_inventory() -> None:
    present = [city(2)]
    book = CameraBook(
        lambda: present[0], Finder(present[0]).find, lambda record, _, site: to_show(record, 0, site, None)
    )
    assert book.by_number(3) is None
    present[0] = city(3)
    assert book.by_number(3) == 3 and book.inventory is present[0]


def test_a_plain_list_keeps_its_sources_and_gets_ids() -> None:
    login = Credentials("admin", "secret")
    main, sub = Source("rtsp://10.0.0.1/1", login), Source("rtsp://10.0.0.1/2")
    cameras = [Camera(17, "Ngã Sáu", streams_of(main, sub), "Ngã Sáu"), Camera(5, "Chợ", streams_of(main), "Ngã Sáu")]
    book = CameraBook.of(identified(cameras))
    assert book.camera(1) == replace(cameras[0], camera_id=1)
    assert list(book.ids()) == [2, 1] and book.by_number(17) == 1
    assert book.beside(1, 1) == 2 and book.find("nga sau cho") == [2]


def test_a_large_city_does_not_hold_the_thread_that_paints() -> None:
    book = book_of(city(10_000, 300))
    began_s = time.thread_time()
    shown = [book.camera(each) for each in book.ids()[:64]]
    assert book.beside(5, 1) is not None and book.by_number(9_999) == 9_999 and book.priorities() == {}
    assert time.thread_time() - began_s < 0.05
    assert all(shown)


def test_around_a_camera_are_those_that_can_be_shown_and_have_a_place() -> None:
    def at(camera: CameraRecord, north: float) -> CameraRecord:
        return replace(camera, position=Position(21.18 + north, 106.07))

    inventory = city(4)
    one, two, three, four = inventory.cameras
    placed = (at(one, 0), at(replace(two, streams=()), 0.001), at(three, 0.002), four)
    book: CamerasPort = book_of(replace(inventory, cameras=placed))
    assert {way: each.camera_id for way, each in book.around(1).items()} == {Direction.NORTH: 3}
    assert {way: each.camera_id for way, each in book.around(3).items()} == {Direction.SOUTH: 1}
    assert book.around(4) == book.around(2) == book.around(99) == {}
