"""The keys that begin PTZ. What they mean while a dome is driven, `key_hand` knows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.ui.keys import Key
from wall.ui.ptz.on_wall import PtzOnWall


def ptz_keys(ptz: PtzOnWall) -> tuple[Key, ...]:
    translate = QCoreApplication.translate
    group = translate("Ptz", "Moving a camera (PTZ)")
    drive = translate("Ptz", "Move the camera by arrows, + and −; and leave that")
    pad = translate("Ptz", "The PTZ pad, and put it away")
    return (
        Key(("P",), drive, ptz.toggle, action_id="wall.ptz", group=group),
        Key(("Shift+P",), pad, ptz.toggle_pad, action_id="wall.ptz_pad", group=group),
    )
