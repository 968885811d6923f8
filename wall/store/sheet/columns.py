"""What the columns are called, in English and Vietnamese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from wall.store.sheet.cells import clean

COLUMNS = (
    *("number", "name", "nickname", "site", "ward", "former_wards", "lat", "lon", "bearing", "view", "priority"),
    *("tags", "notes", "url", "sub_url", "username", "address"),
)
"""In the order in which they are exported. `address` is the site's street; a camera's address is its `url`."""

NUMBERS = frozenset({"number", "lat", "lon", "bearing", "view", "priority"})

_CALLED = {
    "number": "number|no|nr|camera number|số|số camera|số hiệu|mã số|số cam",
    "name": "name|camera|camera name|tên|tên camera|tên cam",
    "nickname": "nickname|nick name|alias|biệt danh|tên gọi|tên gọi tắt|tên ngắn|tên thường gọi",
    "site": "site|site name|location|place|điểm|tên điểm|điểm camera|điểm quan sát|điểm lắp đặt|vị trí|nút giao",
    "ward": "ward|commune|phường|xã|phường xã|phường mới|xã mới",
    "former_wards": "former wards|former ward|old wards|old ward|phường cũ|xã cũ|phường xã cũ|tên phường cũ",
    "lat": "lat|latitude|vĩ độ",
    "lon": "lon|lng|long|longitude|kinh độ",
    "bearing": "bearing|direction|heading|azimuth|hướng|hướng nhìn|phương vị",
    "view": "view|field of view|fov|view angle|góc nhìn|góc quan sát|góc mở",
    "priority": "priority|ưu tiên|mức ưu tiên|độ ưu tiên",
    "tags": "tags|tag|labels|nhãn|thẻ|từ khóa",
    "notes": "notes|note|remarks|comment|comments|ghi chú|chú thích",
    "url": "url|rtsp|rtsp url|stream|main url|main stream|luồng|luồng chính|địa chỉ rtsp|địa chỉ luồng|đường dẫn",
    "sub_url": "sub url|sub|sub stream|sub rtsp|luồng phụ|địa chỉ luồng phụ|đường dẫn phụ",
    "username": "username|user|user name|login|account|tên đăng nhập|tài khoản|người dùng",
    "password": "password|pass|passwd|mật khẩu",
    "address": "address|street|địa chỉ|đường",
}
"""`password` is read, for the secret store, and never written."""


def folded(heading: str) -> str:
    """A heading without case, diacritics, punctuation and superfluous blanks; đ is d."""
    parts = unicodedata.normalize("NFD", heading.casefold().replace("đ", "d"))
    letters = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


_COLUMN_OF = {folded(name): column for column, names in _CALLED.items() for name in names.split("|")}


@dataclass(frozen=True, slots=True)
class Heading:
    """Where each column stands, and the headings that say nothing to us, or say again what another said."""

    places: dict[str, int]
    unknown: tuple[str, ...]


def read_heading(cells: Sequence[str]) -> Heading:
    """What the cells of a row mean as headings. Of two for one column the first counts."""
    places: dict[str, int] = {}
    unknown = []
    for place, cell in enumerate(cells):
        text = clean(cell)
        column = _COLUMN_OF.get(folded(text))
        if column is not None and column not in places:
            places[column] = place
        elif text:
            unknown.append(text[:60])
    return Heading(places, tuple(unknown))
