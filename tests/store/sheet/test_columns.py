"""Columns are known by what people call them."""

import pytest

from wall.store.sheet.columns import COLUMNS, folded, read_heading


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Số", "number"),
        ("SO", "number"),
        ("Tên camera", "name"),
        ("Biệt danh", "nickname"),
        ("biet_danh", "nickname"),
        ("ĐIỂM", "site"),
        ("Phường/Xã", "ward"),
        ("Phường cũ", "former_wards"),
        ("Vĩ độ (°)", "lat"),
        ("Kinh độ", "lon"),
        ("Góc nhìn", "view"),
        ("Ghi chú", "notes"),
        ("sub-URL", "sub_url"),
        ("Mật khẩu", "password"),
        ("Địa chỉ", "address"),
        ("Địa chỉ RTSP", "url"),
    ],
)
def test_a_column_in_either_language(heading: str, column: str) -> None:
    assert read_heading([heading]).places == {column: 0}


def test_every_exported_column_is_known_by_its_own_name() -> None:
    assert read_heading(COLUMNS).places == {column: place for place, column in enumerate(COLUMNS)}


def test_what_is_not_known_or_comes_twice_is_named() -> None:
    heading = read_heading(["STT", "Số", "", "no", "Đơn vị quản lý"])
    assert heading.places == {"number": 1}
    assert heading.unknown == ("STT", "no", "Đơn vị quản lý")


def test_diacritics_fold() -> None:
    assert folded("  Đường_dẫn: phụ ") == "duong dan phu"
    assert folded("Nga\u0303 Sa\u0301u") == folded("Ngã Sáu") == "nga sau"
