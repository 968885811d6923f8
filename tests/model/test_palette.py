"""One line to type into: cameras, views, tours, sites, screens and actions come of it, the best first, and fast."""

from __future__ import annotations

import time
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.finder import Finder
from wall.model.inventory import CameraRecord, Inventory, Site
from wall.model.palette import FEW, LIMIT, Entry, Kind, Palette

ENTRIES = (
    Entry(Kind.VIEW, 1, "Ngã Sáu buổi sáng", detail="Giao thông"),
    Entry(Kind.VIEW, 2, "Chợ đêm", detail="Giao thông/Cuối tuần"),
    Entry(Kind.TOUR, 1, "Vòng các cổng trường"),
    Entry(Kind.SITE, 1, "Ngã Sáu", detail="Võ Cường", words=("Bồ Sơn",)),
    Entry(Kind.SCREEN, 5, "Màn hình 2", 2),
    Entry(Kind.ACTION, "wall.undo", "Hoàn tác thay đổi cuối", detail="Ctrl+Z"),
    Entry(Kind.ACTION, "console.page_bookmarks", "Dấu trang", words=("bookmarks",)),
)
SAU_1 = Entry(Kind.CAMERA, 101, "Ngã Sáu – toàn cảnh", 2, "Trung tâm", "Ngã Sáu")
SAU_2 = Entry(Kind.CAMERA, 102, "Cổng chợ", 20, detail="Ngã Sáu")
VIEW, MARKET, TOUR, SITE, SCREEN, UNDO, PAGE = ENTRIES


@pytest.mark.parametrize(
    ("text", "cameras", "found"),
    [
        ("nga sau", (SAU_1, SAU_2), [SAU_1, VIEW, SITE, SAU_2]),
        ("sau nga sang", (), [VIEW]),
        ("2", (SAU_1, SAU_2), [SAU_1, SCREEN, SAU_2]),
        ("002", (SAU_1,), [SAU_1, SCREEN]),
        ("trung t", (SAU_1,), [SAU_1]),
        ("giao thong", (), [VIEW, MARKET]),
        ("bo son", (), [SITE]),
        ("ctrl z", (), [UNDO]),
        ("bookm", (), [PAGE]),
        ("oan tac", (), [UNDO]),  # Merely contained.
        ("zzz", (), []),
        ("–", (), []),
    ],
)
def test_it_finds(text: str, cameras: tuple[Entry, ...], found: list[Entry]) -> None:
    assert Palette(ENTRIES).find(text, cameras) == found


def test_a_camera_that_the_finder_knows_by_more_than_is_shown_stays_in_the_list() -> None:
    assert Palette(ENTRIES).find("phuong suoi hoa", (SAU_1, SAU_2)) == [SAU_1, SAU_2]


def test_without_text_come_the_last_used_as_they_are_now_and_then_the_actions() -> None:
    renamed = Entry(Kind.VIEW, 1, "Trước kia tên khác")
    gone = Entry(Kind.VIEW, 99, "Đã xóa")
    assert Palette(ENTRIES).find(" ", recent=(SAU_2, gone, renamed, PAGE)) == [SAU_2, VIEW, PAGE, UNDO]


def test_many_cameras_and_views_do_not_drown_the_rest() -> None:
    views = [Entry(Kind.VIEW, n, f"Đường {n}") for n in range(1, 200)]
    action = Entry(Kind.ACTION, "wall.way", "Con đường ngắn nhất")
    weak = Entry(Kind.TOUR, 3, "Bỏqua đầuđường")
    cameras = [Entry(Kind.CAMERA, n, f"Đường {n}", n) for n in range(1, 200)]
    found = Palette([*views, action, weak]).find("duong", cameras)
    assert len(found) == LIMIT
    assert found[: 2 * FEW + 1] == [*cameras[:FEW], *views[:FEW], action]
    assert found[-1] == weak


@given(st.lists(st.text("nga suđ12ột ", max_size=8), min_size=1, max_size=6))
def test_whatever_was_typed_before_makes_no_difference(texts: list[str]) -> None:
    used = Palette(ENTRIES)
    for text in texts:
        assert used.find(text) == Palette(ENTRIES).find(text)


@given(
    st.lists(st.sampled_from(ENTRIES), unique=True), st.lists(st.sampled_from(ENTRIES), unique=True), st.text("ngasu ")
)
def test_one_made_from_a_former_one_is_like_a_new_one(before: list[Entry], now: list[Entry], text: str) -> None:
    assert Palette(now, Palette(before)).find(text) == Palette(now).find(text)


def test_a_city_is_searched_in_under_20_ms_a_letter() -> None:
    """10,000 cameras, 2,000 views, 200 sites, 100 actions. The processor's time: a busy machine counts for less."""
    sites = tuple(Site(f"Ngã Sáu {n} Nguyễn Đăng Đạo", f"Phường {n % 19}", site_id=n) for n in range(1, 201))
    records = tuple(
        CameraRecord(f"{sites[n % 200].name} – hướng Đông {n}", n, f"biệt danh {n}", n % 200 + 1, camera_id=n)
        for n in range(1, 10_001)
    )
    finder = Finder(Inventory(sites, (), records))
    entries = [
        *(Entry(Kind.VIEW, n, f"Khung nhìn {n} Nguyễn Đăng Đạo", detail=f"Ca {n % 3}/Phường") for n in range(2000)),
        *(Entry(Kind.SITE, site.site_id, site.name, detail=site.ward) for site in sites),
        *(Entry(Kind.ACTION, f"wall.{n}", f"Bố cục {n} ô nhìn") for n in range(100)),
    ]
    palette = Palette(entries)
    took_s: list[float] = []
    for text in ("n", "nguyen dang", "12", "1", "huong dong phuong 7", "khung nhin 99", "bo cuc 50"):
        for end in range(1, len(text) + 1):
            began_s = time.thread_time()
            cameras = [_entry(records[each - 1]) for each in finder.find(text[:end])[:LIMIT]]
            palette.find(text[:end], cameras)
            took_s.append(time.thread_time() - began_s)
    assert quantiles(took_s, n=2)[0] < 0.020


def _entry(record: CameraRecord) -> Entry:
    return Entry(Kind.CAMERA, record.camera_id, record.name, record.number, record.nickname)
