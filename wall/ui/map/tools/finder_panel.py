"""Where is that: a line to type into, and below it places and cameras, to which the map flies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wall.model.geo.place_finder import Place, PlaceKind
from wall.model.inventory import Position
from wall.ui.console.parts import button, label
from wall.ui.map.tools.rows import TwoLines, TwoLinesList
from wall.ui.map.tools.side import panel_column
from wall.ui.theme import Theme

_MOST_PLACES, _MOST_CAMERAS = 12, 50
CLOSE_ZOOM, WARD_ZOOM = 17.5, 14.5


@dataclass(frozen=True, slots=True)
class Target:
    """Where the map is to fly to, and how closely; `camera_id` is the camera that was meant, if it was one."""

    position: Position
    zoom: float
    camera_id: int | None = None


@dataclass(frozen=True, slots=True)
class FoundCamera:
    """A camera that was found; `position` None: it stands nowhere on the map."""

    camera_id: int
    row: TwoLines
    position: Position | None


class FinderPanel(QWidget):
    """`places` and `cameras` answer what was typed, the best first, within milliseconds. `chosen` tells a Target."""

    chosen = Signal(object)
    done_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        places: Callable[[str], Sequence[Place]],
        cameras: Callable[[str, int], Sequence[FoundCamera]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._cameras = cameras
        self._targets: dict[object, Target | None] = {}
        self.line = _Line(self)
        self.line.setPlaceholderText(self.tr("Place, ward, camera or number…"))
        self.line.setAccessibleName(self.tr("Find on the map"))
        self.line.setClearButtonEnabled(True)
        self.list = TwoLinesList(theme, self)
        self._hint = label(is_muted=True)
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self.look)
        self._lay_out()
        self.line.textChanged.connect(lambda _text: self._look.start())
        self.line.moved.connect(self._step)
        self.line.returnPressed.connect(self._choose)
        self.list.opened.connect(lambda _row: self._choose())
        self.list.clicked.connect(lambda _index: self._choose())
        self.look()

    def begin(self) -> None:
        """The hand is on the line, and what stands there is typed over."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def go_back(self) -> bool:
        """Esc: what was typed is gone. False where nothing was."""
        had = bool(self.line.text())
        self.line.clear()
        return had

    def look(self) -> None:
        """Answer what stands in the line."""
        self._look.stop()
        text = self.line.text().strip()
        places = list(self._places(text))[:_MOST_PLACES] if text else []
        cameras = list(self._cameras(text, _MOST_CAMERAS)) if text else []
        of_places: list[tuple[TwoLines, Target | None]] = [(_row(each), _target(each)) for each in places]
        of_cameras: list[tuple[TwoLines, Target | None]] = [(each.row, _camera_target(each)) for each in cameras]
        found = [*of_cameras, *of_places] if text.isdigit() else [*of_places, *of_cameras]
        self._targets = {row.key: target for row, target in found}
        self.list.rows.show([row for row, _target in found])
        if found:
            self.list.setCurrentIndex(self.list.rows.index(0))
        self.list.setVisible(bool(found))
        self._hint.setText("" if found else self._nothing(text))
        self._hint.setVisible(not found)

    # -- inside

    def _nothing(self, text: str) -> str:
        if text:
            return self.tr("Nothing on the map is called so.")
        return self.tr("Type without diacritics if you like: the map flies to what you choose.")

    def _step(self, steps: int) -> None:
        count = len(self.list.rows.rows)
        if count:
            at = max(0, min(count - 1, self.list.currentIndex().row() + steps))
            self.list.setCurrentIndex(self.list.rows.index(at))

    def _choose(self) -> None:
        self.look() if self._look.isActive() else None
        row = self.list.current
        if row is None:
            return
        target = self._targets.get(row.key)
        if target is not None:
            self.chosen.emit(target)
        else:
            self._hint.setText(self.tr("This camera has no place yet: place it on the map (F6)."))
            self._hint.show()

    def _lay_out(self) -> None:
        column = panel_column(self, self.tr("Find on the map"), button(self.tr("Done"), self.done_requested.emit))
        column.addWidget(self.line)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addStretch(0)


class _Line(QLineEdit):
    """The arrows go through the list while one goes on typing."""

    moved = Signal(int)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


def kind_word(kind: PlaceKind) -> str:
    """What a place is."""
    translate = QCoreApplication.translate
    return {
        PlaceKind.SITE: translate("MapPlaces", "site"),
        PlaceKind.WARD: translate("MapPlaces", "ward"),
        PlaceKind.LANDMARK: translate("MapPlaces", "landmark"),
    }[kind]


def _row(place: Place) -> TwoLines:
    detail = "  ·  ".join(each for each in (kind_word(place.kind), place.detail) if each)
    return TwoLines((place.kind, place.name, place.detail), place.name, detail)


def _target(place: Place) -> Target:
    return Target(place.position, WARD_ZOOM if place.kind is PlaceKind.WARD else CLOSE_ZOOM)


def _camera_target(found: FoundCamera) -> Target | None:
    return Target(found.position, CLOSE_ZOOM, found.camera_id) if found.position is not None else None
