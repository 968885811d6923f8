"""The hand that places: mouse and keys on the map as long as the mode is on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from wall.model.geo.placing import CameraPlace, turned
from wall.ui.map.frame import MapFrame
from wall.ui.map.placing.book import Placed, PlacingBook, Thing
from wall.ui.map.placing.face import PlacingFace
from wall.ui.map.placing.gestures import Band, Gesture, Move, Turn, Widen
from wall.ui.map.placing.handles import Knob, knob_at
from wall.ui.theme import Theme

_STEP_PX, _LONG_STEP_PX = 1, 10
_TURN_DEG = 5.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TURNS = {Qt.Key.Key_BracketLeft: -_TURN_DEG, Qt.Key.Key_BracketRight: _TURN_DEG}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class PlacingTool:
    """A MapTool. `keep` is told what the hand has put where (with a key: more of it may follow at once), `undo` that
    the last of it is to be taken back, `left` that another tool, or none, has the hand.
    """

    def __init__(
        self,
        theme: Theme,
        book: PlacingBook,
        frame: Callable[[], MapFrame],
        keep: Callable[[Mapping[Thing, Placed], bool], None],
        undo: Callable[[], None],
        left: Callable[[], None],
    ) -> None:
        self.changed: Callable[[], None] = lambda: None
        self._book = book
        self._frame = frame
        self._keep = keep
        self._undo = undo
        self._left = left
        self._face = PlacingFace(theme, book)
        self._gesture: Gesture | None = None
        self._pressed = QPointF()
        self._has_moved = False
        book.changed.connect(self._tell)

    # -- MapTool

    def press(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> bool:
        """On a knob, on something that stands there, or with Shift on the ground; else the map is dragged."""
        self._pressed, self._has_moved = at, False
        self._gesture = self._of_knob(frame, at) or self._of_thing(frame, at, event)
        if self._gesture is None and event.modifiers() & _SHIFT:
            self._gesture = Band(self._book, at)
        return self._gesture is not None

    def move(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        """A click that trembles moves nothing."""
        is_far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._gesture is not None and (is_far or self._has_moved):
            self._has_moved = True
            self._gesture.to(frame, at)
            self.changed()

    def release(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        """What was moved is kept. A click on one of several chooses that one."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None and self._has_moved:
            self._settle(gesture.done(), is_key=False)
        elif isinstance(gesture, Move) and not event.modifiers() & (_CTRL | _SHIFT):
            found = self._book.at(frame, at.x(), at.y())
            if found is not None:
                self._book.select(found)
        self.changed()

    def finish(self, frame: MapFrame, at: QPointF) -> bool:
        """A double click does no more than a click here; never does it bring the map closer under a drag."""
        return self._book.at(frame, at.x(), at.y()) is not None

    def key(self, event: QKeyEvent) -> bool:
        """Arrows move by a pixel (Shift: ten), brackets turn, Esc puts back what is in the hand."""
        key = Qt.Key(event.key())
        if key in _ARROWS and self._book.selected and not event.modifiers() & _CTRL:
            far = _LONG_STEP_PX if event.modifiers() & _SHIFT else _STEP_PX
            self._nudge(_ARROWS[key][0] * far, _ARROWS[key][1] * far)
        elif key in _TURNS and self._book.selected:
            self._turn(_TURNS[key])
        elif key == Qt.Key.Key_A and event.modifiers() & _CTRL:
            frame = self._frame()
            self._book.select_all(self._book.inside(frame, QRectF(0, 0, frame.width, frame.height)))
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
        elif key == Qt.Key.Key_Escape:
            return self.put_back()
        else:
            return False
        return True

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        """Above all layers."""
        self._face.paint(painter, frame, self._gesture.rect if isinstance(self._gesture, Band) else None)

    def end(self) -> None:
        """Another tool has the hand, or none."""
        self._gesture = None
        self._book.preview({})
        self._left()

    # -- what the mode asks

    def put_back(self) -> bool:
        """Esc: what is in the hand goes back, then nothing is chosen any more. False where there is neither."""
        if self._gesture is not None:
            self._gesture = None
            self._book.preview({})
        elif self._book.selected:
            self._book.select_all(())
        else:
            return False
        return True

    # -- inside

    def _of_knob(self, frame: MapFrame, at: QPointF) -> Gesture | None:
        lead = self._book.lead
        place = self._book.place_of(lead) if lead is not None else None
        if lead is None or not isinstance(place, CameraPlace):
            return None
        knob = knob_at(place, frame, at)
        if knob is None:
            return None
        return Turn(self._book, lead, place) if knob is Knob.AIM else Widen(self._book, lead, place)

    def _of_thing(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> Gesture | None:
        found = self._book.at(frame, at.x(), at.y())
        if found is None:
            return None
        if event.modifiers() & (_CTRL | _SHIFT):
            self._book.select(found, adds=True)
        elif found not in self._book.selected:
            self._book.select(found)
        return Move(self._book, frame, at)

    def _nudge(self, dx: float, dy: float) -> None:
        move = Move(self._book, self._frame(), QPointF(0, 0))
        move.to(self._frame(), QPointF(dx, dy))
        self._settle(move.done(), is_key=True)

    def _turn(self, by_deg: float) -> None:
        chosen = ((each, self._book.place_of(each)) for each in self._book.selected)
        places = {each: turned(place, by_deg) for each, place in chosen if isinstance(place, CameraPlace)}
        self._settle(places, is_key=True)

    def _settle(self, places: Mapping[Thing, Placed], *, is_key: bool) -> None:
        if places:
            self._keep(places, is_key)
        else:
            self._book.preview({})

    def _tell(self) -> None:
        self.changed()
