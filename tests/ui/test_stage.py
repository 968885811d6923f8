"""What is received and given back, and that no picture outlives its memory."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.fake_live import FakeLive, cameras
from tests.ui.pixels import rgb
from wall.model.events import TileChanged
from wall.model.picture import PictureBox
from wall.model.tile import Cause, Thresholds, TileState, TileStatus
from wall.ui.stage import MOST_RESTING, REST_S, Stage, TileKey
from wall.ui.tile import Tile
from wall.ui.tile_numbers import TileNumbers


def staged(live: FakeLive) -> Stage:
    return Stage(live, TileNumbers(), live.clock, Thresholds())


BOX, TINY = PictureBox(32, 18), PictureBox(4, 4)


def key(number: int) -> TileKey:
    return TileKey(number + 1)


def want(stage: Stage, number: int) -> Tile:
    camera = cameras(8)[number]
    return stage.want(key(number), camera, camera.main, BOX)


def test_wanting_again_costs_nothing(live: FakeLive) -> None:
    stage = staged(live)
    tile = want(stage, 1)
    assert want(stage, 1) is tile
    assert [asked[0] for asked in live.asked] == ["show"]
    stage.give_back_all()


def test_the_picture_is_dropped_before_the_feed_is_given_back(live: FakeLive, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = staged(live)
    tile = want(stage, 1)
    live.draw((1, 2, 3), tile.number)
    tile.take()
    seen: list[object] = []
    hide = live.hide

    def watched(number: int) -> None:
        seen.append((tile.picture, tile.image))
        hide(number)

    monkeypatch.setattr(live, "hide", watched)
    stage.give_back_all()
    assert seen == [(None, None)]


def test_coming_back_begins_with_the_old_picture_and_its_true_age(live: FakeLive) -> None:
    stage = staged(live)
    live_tile = want(stage, 2)
    live.draw((9, 8, 7), live_tile.number, age_s=100)
    live_tile.take()
    stage.give_back_all()
    again = want(stage, 2)
    assert again is not live_tile
    image = again.shown_image()
    assert image is not None and rgb(image.pixelColor(3, 3)) == (9, 8, 7)
    assert again.status.state is TileState.CONNECTING
    assert again.age_s(live.clock()) == 100
    assert not again.is_current(live.clock())
    live.draw((1, 1, 1), again.number)
    assert again.take()
    assert again.is_current(live.clock())
    stage.give_back_all()


def test_coming_back_as_another_stream_it_begins_with_the_old_picture(live: FakeLive) -> None:
    stage = staged(live)
    camera = cameras(3)[2]
    tile = stage.want(TileKey(3, 1), camera, camera.main, PictureBox(32, 18))
    live.draw((9, 8, 7), tile.number, age_s=100)
    stage.give_back_all()
    again = stage.want(TileKey(3, 0), camera, camera.main, PictureBox(64, 36))
    image = again.shown_image()
    assert image is not None and rgb(image.pixelColor(3, 3)) == (9, 8, 7)
    assert again.age_s(live.clock()) == 100 and not again.is_current(live.clock())
    stage.give_back_all()


def test_only_so_many_pictures_are_remembered(live: FakeLive, qapp: QCoreApplication) -> None:
    stage = staged(live)
    camera = cameras(1)[0]
    for number in range(70):
        tile = stage.want(key(number), camera, camera.main, TINY)
        live.draw((5, 5, 5), tile.number)
        tile.take()
        stage.give_back_all()
    assert stage.want(key(0), camera, camera.main, TINY).shown_image() is None
    assert stage.want(key(69), camera, camera.main, TINY).shown_image() is not None
    stage.give_back_all()


def test_what_nobody_looks_at_rests_and_comes_back_without_a_connection(live: FakeLive) -> None:
    stage = staged(live)
    tile = want(stage, 1)
    live.go_live((9, 9, 9), tile.number)
    stage.rest_all_but(())
    assert live.awake == set() and set(live.feeds) == {tile.number}
    stage.rest_all_but(())
    assert live.count("rest") == 1, "once is enough"
    again = want(stage, 1)
    assert again is tile and live.awake == {tile.number}
    assert again.status.state is TileState.CONNECTING, "what was known of it is old"
    assert live.count("show") == 1 and live.count("hide") == 0
    stage.give_back_all()


def test_a_fault_is_remembered_while_it_rests(live: FakeLive) -> None:
    stage = staged(live)
    tile = want(stage, 1)
    stage.rest_all_but(())
    fault = TileStatus(TileState.LOGIN_REFUSED, Cause.LOGIN)
    stage.take_note(TileChanged(tile.number, fault, live.clock()))
    assert want(stage, 1).status == fault
    stage.give_back_all()


def test_what_has_rested_for_long_or_is_one_too_many_is_given_back(live: FakeLive) -> None:
    stage = staged(live)
    for number in range(MOST_RESTING + 3):
        camera = replace(cameras(1)[0], camera_id=number + 1)
        stage.want(key(number), camera, camera.main, TINY)
        stage.rest_all_but(())
    stage.give_back_rested()
    assert len(live.feeds) == MOST_RESTING
    assert [stage.find(key(number)) for number in range(3)] == [None] * 3, "the oldest went"
    live.clock.now_s += REST_S + 0.1
    kept = cameras(1)[0]
    stage.want(key(500), kept, kept.main, TINY)
    before = len(live.feeds)
    stage.give_back_rested()
    assert 1 < len(live.feeds) < before, "a few at a time"
    for _ in range(MOST_RESTING):
        stage.give_back_rested()
    assert len(live.feeds) == 1
    stage.give_back_all()


def test_what_is_warmed_rests_from_the_start(live: FakeLive) -> None:
    stage = staged(live)
    camera = cameras(1)[0]
    tile = stage.warm(key(0), camera, camera.main, BOX)
    assert live.awake == set() and stage.is_resting(key(0)) and not tile.has_come()
    assert stage.warm(key(0), camera, camera.main, BOX) is tile
    assert stage.want(key(0), camera, camera.main, BOX) is tile
    assert [asked[0] for asked in live.asked] == ["warm", "wake"]
    stage.warm(key(0), camera, camera.main, BOX)
    assert live.awake == {tile.number}, "what is shown stays shown"
    stage.give_back_all()


def test_a_camera_with_another_address_is_received_anew(live: FakeLive) -> None:
    stage = staged(live)
    camera = cameras(1)[0]
    first = stage.want(key(0), camera, camera.main, BOX)
    assert camera.sub is not None
    second = stage.want(key(0), camera, camera.sub, BOX)
    assert second is not first and set(live.feeds) == {second.number}
    renamed = replace(camera, name="Chợ Nhớn")
    assert stage.want(key(0), renamed, camera.sub, BOX) is second
    assert second.camera.name == "Chợ Nhớn"
    stage.give_back_all()
