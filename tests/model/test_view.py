"""What an operator saves: views and tours say what they cannot be."""

from __future__ import annotations

from math import nan

import pytest

from wall.model.layout import Layout
from wall.model.view import CameraCell, CarouselCell, HotspotCell, Stop, Tour, View

LAYOUT = Layout.plain(2, 2)


def test_a_view_knows_its_cameras_each_once() -> None:
    contents = (CameraCell(5), None, CarouselCell((7, 5, 9)), HotspotCell(), CameraCell(3), CameraCell(7))
    assert View("Chợ", LAYOUT, contents).cameras == (5, 7, 9, 3)


@pytest.mark.parametrize("dwell_s", [2.9, 0.0, -1.0, nan])
def test_nothing_turns_faster_than_one_can_look(dwell_s: float) -> None:
    with pytest.raises(ValueError, match="a camera stays for 3 s or longer"):
        CarouselCell((1,), dwell_s)
    with pytest.raises(ValueError, match="a tour stays for 3 s or longer"):
        Tour("Đêm", (Stop(1),), dwell_s)
    with pytest.raises(ValueError, match="a tour stays for 3 s or longer"):
        Stop(1, dwell_s=dwell_s)


@pytest.mark.parametrize("name", ["", " \t"])
def test_what_is_saved_has_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="a view needs a name"):
        View(name, LAYOUT)
    with pytest.raises(ValueError, match="a tour needs a name"):
        Tour(name, (Stop(1),))


def test_a_carousel_and_a_tour_have_something_to_show() -> None:
    with pytest.raises(ValueError, match="a carousel needs a camera"):
        CarouselCell(())
    with pytest.raises(ValueError, match="a tour needs a stop"):
        Tour("Đêm", ())


@pytest.mark.parametrize(("view_id", "camera_id"), [(0, 0), (1, 2)])
def test_a_stop_is_at_a_view_or_at_a_camera(view_id: int, camera_id: int) -> None:
    with pytest.raises(ValueError, match="at a view or at a camera"):
        Stop(view_id, camera_id)


def test_a_tour_goes_over_views_or_over_cameras() -> None:
    assert Tour("Khung nhìn", (Stop(1), Stop(2))).is_of_views
    assert not Tour("Camera", (Stop(camera_id=1),)).is_of_views
    with pytest.raises(ValueError, match="not over both"):
        Tour("Lẫn", (Stop(1), Stop(camera_id=1)))
