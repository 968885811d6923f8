"""Place names of Bắc Ninh from which the city is built: wards, streets, well-known places, camera positions.

Ward centres are approximate (a few hundred metres), good enough for a map of a drill.
"""

from dataclasses import dataclass

SCENES = ("crossroads", "market", "bridge", "alley", "roundabout", "school", "car park")
"""The drawn scenes; `Camera.scene` is an index into this."""


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward with its approximate centre (WGS84 degrees) and the streets that cross there."""

    name: str
    lat: float
    lon: float
    streets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a place is like: the scenes that suit it and the names of its camera positions."""

    scenes: tuple[str, ...]
    views: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A named place where a site can stand."""

    name: str
    ward: str
    kind: Kind
    street: str


CROSSING = Kind(
    ("crossroads", "roundabout", "crossroads", "bridge", "crossroads", "alley"),
    ("toàn cảnh", "hướng Đông", "hướng Tây", "hướng Nam", "hướng Bắc", "vạch dừng", "vỉa hè", "làn rẽ trái"),
)
ROUNDABOUT = Kind(
    ("roundabout", "crossroads"),
    (
        "toàn cảnh",
        "lối vào Đông",
        "lối vào Tây",
        "lối vào Nam",
        "lối vào Bắc",
        "đảo tròn",
        "vạch dừng",
        "vỉa hè",
    ),
)
MARKET = Kind(
    ("market", "market", "alley", "car park"),
    ("cổng Đông", "cổng Tây", "cổng Nam", "cổng Bắc", "dãy hàng hoa", "bãi gửi xe", "dãy hàng ăn", "lối sau"),
)
SCHOOL = Kind(
    ("school", "school", "crossroads"),
    (
        "cổng chính",
        "cổng phụ",
        "vỉa hè",
        "lối sang đường",
        "nhà xe",
        "sân trước",
        "hàng rào Bắc",
        "hàng rào Nam",
    ),
)
BRIDGE = Kind(
    ("bridge", "bridge", "crossroads"),
    (
        "đầu cầu phía Bắc",
        "đầu cầu phía Nam",
        "giữa cầu",
        "bờ sông",
        "chân cầu",
        "đường dẫn",
        "mặt đê",
        "lối bộ hành",
    ),
)
PUBLIC = Kind(
    ("car park", "school", "alley", "crossroads"),
    (
        "cổng chính",
        "bãi xe",
        "sảnh",
        "cổng sau",
        "sân trước",
        "tường rào Đông",
        "tường rào Tây",
        "lối nội bộ",
    ),
)
ALLEY = Kind(
    ("alley", "market", "alley"),
    (
        "đầu ngõ",
        "giữa ngõ",
        "cuối ngõ",
        "ngách bên trái",
        "ngách bên phải",
        "cổng làng",
        "nhà văn hóa",
        "sân chung",
    ),
)

WARDS = (
    Ward(
        "Suối Hoa",
        21.1842,
        106.0682,
        ("Lý Thái Tổ", "Nguyễn Đăng Đạo", "Nguyễn Cao", "Hai Bà Trưng", "Kinh Dương Vương"),
    ),
    Ward(
        "Ninh Xá",
        21.1748,
        106.0612,
        ("Nguyễn Du", "Trần Hưng Đạo", "Ngọc Hân Công Chúa", "Huyền Quang", "Nguyễn Trãi"),
    ),
    Ward(
        "Tiền Ninh Vệ",
        21.1796,
        106.0634,
        ("Ngô Gia Tự", "Nguyễn Gia Thiều", "Hàng Mã", "Chợ Nhớn", "Lê Phụng Hiểu"),
    ),
    Ward("Vệ An", 21.1838, 106.0566, ("Thiên Đức", "Thành Cổ", "Hàn Thuyên", "Cổng Tiền", "Kinh Bắc")),
    Ward("Kinh Bắc", 21.1876, 106.0604, ("Lý Đạo Thành", "Vũ Kiệt", "Thiên Đức", "Y Na", "Huyền Trân")),
    Ward(
        "Thị Cầu",
        21.1908,
        106.0874,
        ("Trần Hưng Đạo", "Nguyễn Trãi", "Hoàng Quốc Việt", "Nguyễn Đăng", "Lửa Hồng"),
    ),
    Ward("Đáp Cầu", 21.2006, 106.0926, ("Hoàng Quốc Việt", "Như Nguyệt", "Sông Cầu", "Ga Đáp Cầu", "Kho Gạo")),
    Ward("Vũ Ninh", 21.1958, 106.0752, ("Bà Chúa Kho", "Ngô Gia Tự", "Kinh Dương Vương", "Thanh Sơn", "Cô Mễ")),
    Ward(
        "Võ Cường",
        21.1640,
        106.0492,
        ("Nguyễn Văn Cừ", "Lê Thái Tổ", "Lý Anh Tông", "Bình Than", "Lý Quốc Sư"),
    ),
    Ward(
        "Đại Phúc",
        21.1702,
        106.0798,
        ("Trần Hưng Đạo", "Lý Anh Tông", "Cao Lỗ Vương", "Văn Miếu", "Nguyên Phi Ỷ Lan"),
    ),
    Ward("Vạn An", 21.2008, 106.0398, ("Thiên Đức", "Thượng Đồng", "Đương Xá", "Thụ Ninh", "Vạn Phúc")),
    Ward("Hòa Long", 21.2128, 106.0588, ("Thiên Đức", "Viêm Xá", "Quả Cảm", "Hữu Chấp", "Xuân Ái")),
    Ward("Khúc Xuyên", 21.1952, 106.0334, ("Khúc Toại", "Trà Xuyên", "Quốc lộ 18", "Lạc Long Quân", "Lê Chân")),
    Ward("Phong Khê", 21.1722, 106.0274, ("Dương Ổ", "Đào Xá", "Ngô Khê", "Châm Khê", "Tỉnh lộ 286")),
    Ward("Kim Chân", 21.2018, 106.1142, ("Đạo Chân", "Kim Đôi", "Quỳnh Đôi", "Ngọc Đôi", "Đê Sông Cầu")),
    Ward(
        "Vân Dương",
        21.1572,
        106.0966,
        ("Quốc lộ 18", "Chu Mẫu", "Lãm Làng", "Lê Hồng Phong", "Trần Quốc Toản"),
    ),
    Ward("Nam Sơn", 21.1424, 106.1028, ("Đa Cấu", "Môn Tự", "Tự Thôn", "Thái Bảo", "Sơn Nam")),
    Ward("Khắc Niệm", 21.1440, 106.0638, ("Tiền Ngoài", "Tiền Trong", "Mồ", "Đoài", "Đông Khắc Niệm")),
    Ward("Hạp Lĩnh", 21.1332, 106.0748, ("Trần Hưng Đạo kéo dài", "Sơn", "Ất", "Trần", "Tỉnh lộ 276")),
)

LANDMARKS = (
    Place("Ngã Sáu", "Suối Hoa", ROUNDABOUT, "Lý Thái Tổ"),
    Place("Chợ Nhớn", "Tiền Ninh Vệ", MARKET, "Chợ Nhớn"),
    Place("Cầu Đáp Cầu", "Đáp Cầu", BRIDGE, "Hoàng Quốc Việt"),
    Place("Trường THPT Hàn Thuyên", "Suối Hoa", SCHOOL, "Nguyễn Đăng Đạo"),
    Place("Ga Bắc Ninh", "Ninh Xá", PUBLIC, "Nguyễn Du"),
    Place("Thành cổ Bắc Ninh", "Vệ An", PUBLIC, "Thành Cổ"),
    Place("Văn Miếu Bắc Ninh", "Đại Phúc", PUBLIC, "Văn Miếu"),
    Place("Đền Bà Chúa Kho", "Vũ Ninh", PUBLIC, "Bà Chúa Kho"),
    Place("Bệnh viện Đa khoa tỉnh", "Võ Cường", PUBLIC, "Nguyễn Quyền"),
    Place("Vòng xuyến Lê Thái Tổ", "Võ Cường", ROUNDABOUT, "Lê Thái Tổ"),
    Place("Nhà hát Dân ca Quan họ", "Võ Cường", PUBLIC, "Lê Thái Tổ"),
    Place("Bến xe Bắc Ninh", "Võ Cường", PUBLIC, "Trần Hưng Đạo"),
    Place("Trung tâm Văn hóa Kinh Bắc", "Suối Hoa", PUBLIC, "Kinh Dương Vương"),
    Place("Công viên Nguyễn Văn Cừ", "Ninh Xá", PUBLIC, "Nguyễn Văn Cừ"),
    Place("Chợ Đọ Xá", "Ninh Xá", MARKET, "Nguyễn Trãi"),
    Place("Cầu vượt Đại Phúc", "Đại Phúc", BRIDGE, "Quốc lộ 18"),
    Place("Cầu Như Nguyệt", "Vạn An", BRIDGE, "Thiên Đức"),
    Place("Ga Thị Cầu", "Thị Cầu", PUBLIC, "Nguyễn Trãi"),
    Place("Cột Cờ Thành cổ", "Kinh Bắc", ROUNDABOUT, "Thiên Đức"),
    Place("Làng giấy Dương Ổ", "Phong Khê", ALLEY, "Dương Ổ"),
    Place("Làng Diềm", "Hòa Long", ALLEY, "Viêm Xá"),
    Place("Khu công nghiệp Quế Võ", "Vân Dương", PUBLIC, "Quốc lộ 18"),
    Place("Khu công nghiệp Hạp Lĩnh", "Hạp Lĩnh", PUBLIC, "Tỉnh lộ 276"),
    Place("Núi Bàn Cờ", "Nam Sơn", ALLEY, "Đa Cấu"),
)

WARD_PLACES = (
    ("Chợ {ward}", MARKET),
    ("Trường THCS {ward}", SCHOOL),
    ("UBND phường {ward}", PUBLIC),
    ("Trường Tiểu học {ward}", SCHOOL),
    ("Trạm Y tế {ward}", PUBLIC),
)
"""Places that every ward has."""
