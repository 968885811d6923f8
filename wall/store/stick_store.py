"""What was settled of each model of joystick, as JSON in the database: read whole, never searched."""

from __future__ import annotations

from collections.abc import Mapping

from wall.model.sticks import MOST_AXES, MOST_BUTTONS, AxisDoes, AxisUse, StickMap, StickModel
from wall.store.database import Database
from wall.store.json_fields import Json, items, number, parsed, record, refuse_newer, truth, whole, words, written
from wall.store.plain import text

_FORMAT = 1
_MOST_TEXT = 200
_RAW = 2**15


class StickStore:
    """Reads and writes them. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Mapping[str, StickMap]:
        """By the key of the model. What cannot be understood is left out, and left as it is."""
        with self._database.reading() as tables:
            rows = list(tables.query("select model, settings from stick_map"))
        return {row["model"]: settled for row in rows if (settled := _understood(row["settings"])) is not None}

    def keep(self, model: StickModel, stick_map: StickMap) -> None:
        """Instead of what was settled before."""
        row = {"model": text(model.key), "name": text(model.name), "settings": written(_json_of(stick_map))}
        with self._database.transaction() as tables:
            tables.table("stick_map").upsert(row, pk="model")


def _json_of(stick_map: StickMap) -> Json:
    axes = [
        [does.value, use.axis, use.is_inverted, use.centre, use.low, use.high] for does, use in stick_map.axes.items()
    ]
    return {
        "format": _FORMAT,
        "axes": axes,
        "buttons": [[button, deed] for button, deed in stick_map.buttons.items()],
        "dead_zone": stick_map.dead_zone,
        "curve": stick_map.curve,
    }


def _understood(settings: str) -> StickMap | None:
    try:
        data = record(parsed(settings), "a joystick")
        refuse_newer(data, _FORMAT)
        axes = dict(_axis(each) for each in items(data.get("axes"), "«axes»", MOST_AXES))
        buttons = dict(_button(each) for each in items(data.get("buttons"), "«buttons»", MOST_BUTTONS))
        dead_zone, curve = (number(data.get(name), f"«{name}»") for name in ("dead_zone", "curve"))
        return StickMap(axes, buttons, dead_zone, curve)
    except ValueError:
        return None


def _axis(data: Json) -> tuple[AxisDoes, AxisUse]:
    does, axis, is_inverted, *raw = _parts(data, 6)
    centre, low, high = (whole(each, "an axis", -_RAW, _RAW) for each in raw)
    use = AxisUse(whole(axis, "an axis", 0, MOST_AXES), truth(is_inverted, "an axis"), centre, low, high)
    return AxisDoes(words(does, "an axis", _MOST_TEXT)), use


def _button(data: Json) -> tuple[int, str]:
    button, deed = _parts(data, 2)
    return whole(button, "a button", 0, MOST_BUTTONS), words(deed, "a button", _MOST_TEXT)


def _parts(data: Json, count: int) -> list[Json]:
    parts = items(data, "a part", count)
    if len(parts) != count:
        raise ValueError(f"{len(parts)} parts, not {count}")
    return parts
