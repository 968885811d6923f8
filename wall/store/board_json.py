"""What cells show, and boards with the memories of their cells, as JSON.

A content is the id of a camera, null, "hotspot", or {"carousel": [ids], "dwell_s": seconds}. A slot is a content, or
[content, ids before, ids after] where it remembers something, with "fill" or "stretch" at the end where its picture
does not stand whole in it. What alarms have taken ("lent") is {"alarm": id, "place": …, "camera": id, "before": slot}.
"""

from __future__ import annotations

from wall.model.board import Board, Lent, Slot
from wall.model.framing import Framing
from wall.model.layout import MOST_CELLS
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell
from wall.store.json_fields import Json, items, number, record, refuse_newer, truth, whole, words
from wall.store.layout_json import MOST_NAME, layout_json, read_layout
from wall.store.plain import text

BOARD_FORMAT = 1
MOST_SLOTS = 20_000
"""Of a board or a view, on all its pages: more than there are cameras."""
_MOST_CAROUSEL = 10_000
_MOST_MEMORY = 100
_FRAMINGS = frozenset(framing.value for framing in Framing)


def content_json(content: Content | None) -> Json:
    match content:
        case CameraCell(camera_id):
            return camera_id
        case CarouselCell(cameras, dwell_s):
            return {"carousel": list(cameras), "dwell_s": dwell_s}
        case HotspotCell():
            return "hotspot"
    return None


def read_content(data: Json) -> Content | None:
    """ValueError for what is no content."""
    if data is None:
        return None
    if data == "hotspot":
        return HotspotCell()
    if isinstance(data, dict):
        cameras = items(data.get("carousel"), "«carousel»", _MOST_CAROUSEL)
        return CarouselCell(tuple(map(_camera, cameras)), number(data.get("dwell_s"), "«dwell_s»"))
    return CameraCell(_camera(data))


def contents_json(contents: tuple[Content | None, ...]) -> list[Json]:
    return [content_json(content) for content in contents]


def read_contents(data: Json) -> tuple[Content | None, ...]:
    """ValueError for what is no list of contents."""
    return tuple(map(read_content, items(data, "«contents»", MOST_SLOTS)))


def framings_json(framings: tuple[Framing, ...]) -> list[Json]:
    return [framing.value for framing in framings]


def read_framings(data: Json) -> tuple[Framing, ...]:
    """ValueError for what is no list. A framing that this program does not know is FIT."""
    return tuple(map(_framing, items(data, "«framings»", MOST_SLOTS)))


def board_json(board: Board) -> dict[str, Json]:
    return {
        "format": BOARD_FORMAT,
        "layout": layout_json(board.layout),
        "slots": [_slot_json(slot) for slot in board.slots],
        "selected": board.selected,
        "single": board.single,
        "view_id": board.view_id,
        "title": text(board.title[:MOST_NAME]),
        **({"lent": [_lent_json(lent) for lent in board.lent]} if board.lent else {}),
    }


def read_board(data: Json) -> Board:
    """ValueError, in plain words, for what is no board."""
    fields = record(data, "the board")
    refuse_newer(fields, BOARD_FORMAT)
    return Board(
        read_layout(fields.get("layout")),
        tuple(map(_slot, items(fields.get("slots"), "«slots»", MOST_SLOTS + MOST_CELLS))),
        whole(fields.get("selected"), "«selected»"),
        truth(fields.get("single"), "«single»"),
        whole(fields.get("view_id"), "«view_id»"),
        words(fields.get("title"), "«title»", MOST_NAME),
        tuple(map(_lent, items(fields.get("lent", []), "«lent»", MOST_SLOTS))),
    )


def _lent_json(lent: Lent) -> Json:
    before = _slot_json(lent.before)
    return {"alarm": lent.alarm_id, "place": lent.place, "camera": lent.camera_id, "before": before}


def _lent(data: Json) -> Lent:
    told = record(data, "what an alarm has taken")
    place = whole(told.get("place"), "«place»")
    return Lent(whole(told.get("alarm"), "«alarm»"), place, _camera(told.get("camera")), _slot(told.get("before")))


def _slot_json(slot: Slot) -> Json:
    content = content_json(slot.content)
    if slot.framing is not Framing.FIT:
        return [content, list(slot.back), list(slot.forward), slot.framing.value]
    return [content, list(slot.back), list(slot.forward)] if slot.back or slot.forward else content


def _slot(data: Json) -> Slot:
    if not isinstance(data, list):
        return Slot(read_content(data))
    if len(data) not in (3, 4):
        raise ValueError(f"a slot has {len(data)} parts, it needs its content, what was before and what was after")
    content, back, forward, *framing = data
    return Slot(read_content(content), _memory(back), _memory(forward), *map(_framing, framing))


def _framing(data: Json) -> Framing:
    told = words(data, "a framing", MOST_NAME)
    return Framing(told) if told in _FRAMINGS else Framing.FIT


def _memory(data: Json) -> tuple[int, ...]:
    return tuple(map(_camera, items(data, "what a slot remembers", _MOST_MEMORY)))


def _camera(data: Json) -> int:
    return whole(data, "a camera")
