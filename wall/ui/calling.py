"""Calling cameras up by number: hands keys to the keypad, shows what is typed, and does what it says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from wall.model.keypad import TIMEOUT_S, CallUp, CallUpView, Keypad, Step
from wall.model.view import CameraCell
from wall.ui.notice_box import NoticeBox
from wall.ui.room_port import RoomPort
from wall.ui.wishes import Wishes


class Calling(QObject):
    """The keypad of one screen. UI thread."""

    def __init__(
        self,
        room: RoomPort,
        screen_id: int,
        wishes: Wishes,
        box: NoticeBox,
        monotonic: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._screen_id = screen_id
        self._wishes = wishes
        self._box = box
        self._monotonic = monotonic
        self._keypad = Keypad()
        self._forget = QTimer(self, singleShot=True, interval=round(TIMEOUT_S * 1000))
        self._forget.setTimerType(Qt.TimerType.PreciseTimer)  # A coarse one may come before the keypad forgets.
        self._forget.timeout.connect(self._show_typed)

    @property
    def is_typing(self) -> bool:
        """Is a number begun?"""
        return bool(self._keypad.text(self._monotonic()))

    def press(self, key: str) -> bool:
        """A key, named as Qt names it. False where the keypad has no use for it now."""
        pressed = self._keypad.pressed(key, self._monotonic())
        if pressed is None:
            return False
        self._keypad, call = pressed
        self._show_typed()
        match call:
            case CallUp(number, cell):
                self._call_up(number, cell)
            case CallUpView(place):
                self._call_up_view(place)
            case Step(steps):
                self._wishes.step_camera(steps)
        return True

    def end(self) -> None:
        """No key comes any more."""
        self._forget.stop()

    def _call_up(self, number: int, cell: int | None) -> None:
        translate = QCoreApplication.translate
        camera_id = self._room.cameras.by_number(number)
        layout = self._wishes.board.layout
        if camera_id is None:
            self._box.say(translate("Wall", "There is no camera {0}").format(number))
        elif cell is not None and not 0 <= cell < layout.size:
            self._box.say(translate("Wall", "There is no cell {0}: this layout has {1}").format(cell + 1, layout.size))
        elif cell is not None:
            self._wishes.put_in_layout(CameraCell(camera_id), cell)
        else:
            self._wishes.put(CameraCell(camera_id))

    def _call_up_view(self, place: int) -> None:
        views = self._room.views
        if 0 <= place < len(views):
            self._wishes.act(lambda: self._room.call_up(self._screen_id, views[place].view_id))
            self._box.say(views[place].name)
        else:
            self._box.say(QCoreApplication.translate("Wall", "There is no view {0}").format(place + 1))

    def _show_typed(self) -> None:
        typed = self._keypad.text(self._monotonic())
        self._box.keep(self._explained(typed) if typed else "")
        if typed:
            self._forget.start()
        else:
            self._forget.stop()

    def _explained(self, typed: str) -> str:
        """What is typed, and what it would call up."""
        number = typed.partition("/")[0]
        if typed.startswith("*"):
            views, place = self._room.views, int(typed[1:] or 0) - 1
            return f"{typed}   {views[place].name}" if 0 <= place < len(views) else typed
        camera_id = self._room.cameras.by_number(int(number))
        name = self._room.cameras.name_of(camera_id) if camera_id is not None else ""
        return f"{typed}   {name.removeprefix(number).strip()}" if name else typed
