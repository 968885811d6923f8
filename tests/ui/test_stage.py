"""What is received and given back, and that no picture outlives its memory."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.fake_live import FakeLive, cameras
from tests.ui.pixels import rgb
from wall.model.tile import Thresholds, TileState
from wall.ui.stage import Stage
from wall.ui.tile import Tile


def staged(live: FakeLive) -> Stage:
    return Stage(live, live.clock, Thresholds())


def want(stage: Stage, number: int) -> Tile:
    camera = cameras(8)[number]
    return stage.want(number, camera, camera.main, (32, 18))


def test_wanting_again_costs_nothing(live: FakeLive) -> None:
    stage = staged(live)
    tile = want(stage, 1)
    assert want(stage, 1) is tile
    assert [asked[0] for asked in live.asked] == ["show"]
    stage.keep_only(())


def test_the_picture_is_dropped_before_the_feed_is_given_back(live: FakeLive, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = staged(live)
    tile = want(stage, 1)
    live.draw((1, 2, 3), 1)
    tile.take()
    seen: list[object] = []
    hide = live.hide

    def watched(number: int) -> None:
        seen.append((tile.picture, tile.image))
        hide(number)

    monkeypatch.setattr(live, "hide", watched)
    stage.keep_only(())
    assert seen == [(None, None)]


def test_coming_back_begins_with_the_old_picture_and_its_true_age(live: FakeLive) -> None:
    stage = staged(live)
    live_tile = want(stage, 2)
    live.draw((9, 8, 7), 2, age_s=100)
    live_tile.take()
    stage.keep_only(())
    again = want(stage, 2)
    assert again is not live_tile
    image = again.shown_image()
    assert image is not None and rgb(image.pixelColor(3, 3)) == (9, 8, 7)
    assert again.status.state is TileState.CONNECTING
    assert again.age_s(live.clock()) == 100
    assert not again.is_current(live.clock())
    live.draw((1, 1, 1), 2)
    assert again.take()
    assert again.is_current(live.clock())
    stage.keep_only(())


def test_only_so_many_pictures_are_remembered(live: FakeLive, qapp: QCoreApplication) -> None:
    stage = staged(live)
    camera = cameras(1)[0]
    for number in range(70):
        tile = stage.want(number, camera, camera.main, (4, 4))
        live.draw((5, 5, 5), number)
        tile.take()
        stage.keep_only(())
    assert stage.want(0, camera, camera.main, (4, 4)).shown_image() is None
    assert stage.want(69, camera, camera.main, (4, 4)).shown_image() is not None
    stage.keep_only(())
