"""A wall as a control room has it, for the tests of this room. Nothing of it is kept yet."""

from __future__ import annotations

from wall.model.board import Board, Slot
from wall.model.bookmark import Bookmark
from wall.model.geo.map_view import MapView
from wall.model.grid import Rect
from wall.model.inventory import Position
from wall.model.layout import Area, Layout
from wall.model.map_kinds import BaseMap, Bounds, KeptMap, MapKind
from wall.model.ptz.duty import DutyView
from wall.model.ptz.journal import Deed, JournalEntry
from wall.model.ptz.move import Place
from wall.model.ptz.operator import Operator, Rank
from wall.model.ptz.patrol import Patrol, PatrolStop
from wall.model.ptz.reference import Occasion, PresetPicture, Reference
from wall.model.recording import End, Part, Recording
from wall.model.screen import DisplayId, Screen
from wall.model.sticks import AxisDoes, AxisUse, StickMap, StickModel, usual_map
from wall.model.stream import Codec
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell, Order, Stop, Tour, View

ONE_AND_FIVE = Layout(
    3, 3, (Area(0, 0, 2, 2), Area(0, 2), Area(1, 2), Area(2, 0), Area(2, 1), Area(2, 2)), name="1 + 5"
)
PANEL = DisplayId("LG", "55VH7", "SN-0042", "DP-2")
NOW_S = 1_790_000_000.0
FOLDERS = ("", "Ngày", "Ngày/Chợ", "Đêm")


def view(number: int, owner: str = "", cells: int = 6) -> View:
    """Every third has a carousel, a hotspot and an empty cell in it."""
    contents: list[Content | None] = [CameraCell(number + cell) for cell in range(cells)]
    if number % 3 == 0:
        contents[:3] = [HotspotCell(), None, CarouselCell((number, number + 1), 7.5)]
    layout = ONE_AND_FIVE if number % 2 else Layout.plain(3, 2)
    return View(f"Chế độ {number}", layout, tuple(contents), FOLDERS[number % len(FOLDERS)], owner)


def views(many: int = 4) -> tuple[View, ...]:
    return tuple(view(number, "anh" if number == 2 else "") for number in range(1, many + 1))


def tours() -> tuple[Tour, ...]:
    return (
        Tour("Tuần tra", (Stop(view_id=1), Stop(view_id=2, dwell_s=4.0)), 12.0, folder="Ngày"),
        Tour("Chưa xem", (Stop(camera_id=3), Stop(camera_id=4)), order=Order.UNSEEN_FIRST, owner="anh"),
    )


def screens() -> tuple[Screen, ...]:
    return (
        Screen("Tường trái", 1, PANEL, kiosk=True),
        Screen("Bàn trực", 2, area=Rect(-1920, 0, 1280, 720)),
    )


def board(number: int) -> Board:
    """Seven slots on two pages, some with a memory."""
    slots = (
        Slot(CameraCell(number), (1, 2, 3), (4,)),
        Slot(HotspotCell()),
        Slot(None, (5,)),
        *(Slot(CameraCell(number + place)) for place in range(1, 5)),
    )
    return Board(ONE_AND_FIVE, slots, selected=6, view_id=1, title="Chế độ 1")


def bookmark(number: int, at_s: float = NOW_S) -> Bookmark:
    """Each a minute after the one before."""
    return Bookmark(
        at_s + number * 60,
        number % 5 + 1,
        number % 5 + 101,
        f"Ngã Sáu – cổng {number % 5}",
        "Ngã Sáu",
        f"đổ rác trộm lần {number}",
        ("rác thải", "đêm") if number % 2 else (),
        -1.5 if number % 2 else None,
        "anh",
    )


def map_views() -> tuple[MapView, ...]:
    return (
        MapView("Trung tâm", Position(21.1861, 106.0763), 14.5, 2, ("heat", "bookmarks")),
        MapView("Ga Bắc Ninh", Position(21.183, 106.055), 17.0),
    )


def recording(number: int) -> Recording:
    """Each a minute after the one before, in two files."""
    began_s = NOW_S + number * 60
    parts = (
        Part(f"/films/{number} (1).mp4", began_s, 30.5, 2_000_000, Codec.H264, 640, 360),
        Part(f"/films/{number} (2).mp4", began_s + 31, 12.0, 1_000_000, Codec.H265, 1920, 1080),
    )
    return Recording(
        number % 5 + 1,
        number % 5 + 100,
        f"Ngã Sáu – cổng {number % 5}",
        began_s,
        "Ngã Sáu",
        "anh",
        began_s + 44,
        End.STOPPED,
        parts,
        clock_offset_s=-1.5 if number % 2 else None,
        missing_s=0.5 if number % 3 else 0.0,
    )


def maps() -> tuple[KeptMap, ...]:
    """A file, an image with its corners, and a server."""
    reach = Bounds(105.9, 21.0, 106.2, 21.3)
    corners = (Position(21.2, 106.0), Position(21.2, 106.1), Position(21.1, 106.1), Position(21.1, 106.0))
    template = "https://bando.example/{z}/{x}/{y}.png?key=1"
    return (
        KeptMap(BaseMap(0, "Bắc Ninh", MapKind.MBTILES, "© Sở TN&MT", 8, 16, reach)),
        KeptMap(BaseMap(0, "Tầng 1", MapKind.PLAN, "Công an tỉnh", bounds=reach, corners=corners)),
        KeptMap(BaseMap(0, "bando.example", MapKind.TILE_SERVER, "bando.example", 0, 19), template=template),
    )


def ptz_journal() -> list[JournalEntry]:
    """One dome was moved and stands, another was left moving."""
    lan, chief = Operator("Lan", Rank.OPERATOR, "bàn 2"), Operator("Hà", Rank.SUPERVISOR)
    return [
        JournalEntry(NOW_S, 1, Deed.MOVED, lan),
        JournalEntry(NOW_S + 2, 1, Deed.STOPPED, lan),
        JournalEntry(NOW_S + 3, 1, Deed.TOOK, chief, "Lan"),
        JournalEntry(NOW_S + 4, 2, Deed.MOVED, chief),
    ]


def stick() -> tuple[StickModel, StickMap]:
    """A CCTV keyboard, with its ends found and a button of its own."""
    model = StickModel("Bàn phím CCTV", 0x2442, 1, 3, 12)
    usual = usual_map(model).with_axis(AxisDoes.PAN, AxisUse(0, True, 12, -30000, 31000))
    return model, usual.with_button(3, "wall.bookmark")


def patrol() -> Patrol:
    return Patrol(2, "Chợ Nhớn", (PatrolStop("1", 20.0, 0.5), PatrolStop("Cổng")), is_on=True)


def duty_view() -> DutyView:
    return DutyView(2, "1", "Ngã Sáu", 60.0, None, Place(0.5, -0.25, None))


def reference() -> Reference:
    return Reference(2, "1", NOW_S, Occasion.HAND, "1.jpg", 1280, 720, "Ngã Sáu", "an")


def preset_picture() -> PresetPicture:
    return PresetPicture(2, "Cổng", NOW_S, "2.jpg")
