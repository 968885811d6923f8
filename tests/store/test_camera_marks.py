"""Which camera of another inventory is meant: by what is surest, each once, and never by a guess."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.city import city
from wall.model.inventory import CameraRecord, Inventory, StreamRecord
from wall.store.camera_marks import CameraMark, mark_json, marks, meant, read_mark

CAMERA = CameraMark(7, "Ngã Sáu", "urn:uuid:1", "HIKVISION", "DS", "SN1", "VS1", ("rtsp://10.0.0.7/1",))
PLAIN = CameraMark(7, "Ngã Sáu", urls=("rtsp://10.0.0.7/1", "rtsp://10.0.0.7/2"))


def other(**changes: object) -> CameraMark:
    """A camera that has nothing in common with CAMERA but what is said."""
    strange = CameraMark(900, "Khác", "urn:uuid:9", "DAHUA", "IPC", "SN9", "VS1", ("rtsp://10.0.0.9/1",))
    return replace(strange, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "there",
    [
        CAMERA,
        other(endpoint="urn:uuid:1"),
        other(manufacturer="HIKVISION", model="DS", serial="SN1"),
        other(number=7, name="Ngã Sáu"),
        other(name="Ngã Sáu"),
        replace(PLAIN, number=900, name="Khác"),
    ],
)
def test_one_sure_sign_is_enough(there: CameraMark) -> None:
    assert meant([CAMERA], {41: other(serial="SN8", endpoint="urn:uuid:8"), 42: there}) == {0: 42}


@pytest.mark.parametrize(
    "there",
    [
        other(),
        other(number=7),
        other(urls=CAMERA.urls),
        other(serial="SN1"),
        other(endpoint="urn:uuid:1", source_token="VS2"),
    ],
)
def test_a_number_an_address_or_a_serial_of_another_maker_is_not_enough(there: CameraMark) -> None:
    assert meant([CAMERA], {42: there}) == {}


def test_a_number_alone_serves_where_no_name_is_told() -> None:
    assert meant([CameraMark(7)], {42: CAMERA}) == {0: 42}
    assert meant([CameraMark()], {42: CAMERA}) == {}


def test_a_plain_address_finds_whatever_stream_it_was_of() -> None:
    assert meant([CameraMark(1, "x", urls=("rtsp://10.0.0.7/2",))], {42: PLAIN}) == {0: 42}


def test_the_surer_sign_goes_first_whatever_the_order() -> None:
    by_name = CameraMark(1, "Ngã Sáu")
    assert meant([by_name, CAMERA], {42: CAMERA}) == {1: 42}
    assert meant([by_name, CAMERA], {42: CAMERA, 43: other(name="Ngã Sáu")}) == {1: 42, 0: 43}


def test_what_fits_equally_is_not_guessed() -> None:
    twins = {42: other(name="Cổng"), 43: other(name="Cổng")}
    assert meant([CameraMark(1, "Cổng")], twins) == {}
    assert meant([CameraMark(1, "Cổng"), CameraMark(2, "Cổng")], {42: other(name="Cổng")}) == {}


def test_the_same_camera_told_twice_is_the_same() -> None:
    assert meant([CAMERA, CAMERA], {42: CAMERA}) == {0: 42, 1: 42}


def test_a_whole_city_is_found_again_under_other_ids() -> None:
    here = Inventory(
        devices=tuple(replace(each, device_id=-each.device_id) for each in city().devices),
        cameras=tuple(
            replace(each, camera_id=number, device_id=-(each.device_id or 0), site_id=None)
            for number, each in enumerate(city().cameras, 1)
        ),
    )
    there = replace(here, cameras=tuple(replace(each, camera_id=each.camera_id + 5000) for each in here.cameras))
    wanted = list(marks(here).values())
    assert meant(wanted, marks(there)) == {place: place + 5001 for place in range(1000)}


def test_a_mark_holds_no_login() -> None:
    record = CameraRecord(
        "a", 1, streams=(StreamRecord("rtsp://admin:s3cret@10.0.0.7/1"),), credential="đội 1", camera_id=5
    )
    told = mark_json(marks(Inventory(cameras=(record,)))[5])
    assert told == {"number": 1, "name": "a", "urls": ["rtsp://10.0.0.7/1"]}


TEXTS = st.text(st.characters(codec="utf-8"), max_size=9)
MARKS = st.builds(CameraMark, st.integers(0, 9999), *[TEXTS] * 6, st.lists(TEXTS, max_size=3).map(tuple))


@given(MARKS)
def test_a_mark_comes_back_as_it_was(mark: CameraMark) -> None:
    assert read_mark(mark_json(mark)) == mark


@given(st.lists(MARKS, max_size=6), st.lists(MARKS, max_size=6))
def test_each_camera_is_given_once(wanted: list[CameraMark], there: list[CameraMark]) -> None:
    found = meant(wanted, dict(enumerate(there, 100)))
    givers: dict[int, set[CameraMark]] = {}
    for place, key in found.items():
        givers.setdefault(key, set()).add(wanted[place])
    assert all(len(alike) == 1 for alike in givers.values())
