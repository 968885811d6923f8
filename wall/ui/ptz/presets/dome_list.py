"""All domes of the city and how each stands to where it belongs, those that are not there first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.health import Verdict
from wall.model.inventory import CameraRecord
from wall.model.ptz.standing import Duty, PtzStanding
from wall.ui.console.facts import Facts
from wall.ui.console.parts import label
from wall.ui.console.tree_model import camera_label
from wall.ui.figures import number
from wall.ui.map.tools.rows import TwoLines, TwoLinesList
from wall.ui.ptz.presets import words
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.theme import SPACE, Theme

_FIRST = {Duty.AWAY: 0, Duty.RETURNING: 1, Duty.UNKNOWN: 2, Duty.THERE: 3, Duty.NONE: 4}
_MARKS = {Duty.AWAY: Verdict.ATTENTION, Duty.RETURNING: Verdict.ATTENTION, Duty.THERE: Verdict.WELL}


class DomeList(QWidget):
    """`chosen` tells the camera that the hand is on."""

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, facts: Facts, duty: DutyFacts, monotonic: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._duty = duty
        self._monotonic = monotonic
        self.said = label(is_muted=True)
        self.list = TwoLinesList(theme, self)
        self.list.setAccessibleName(self.tr("Cameras that move"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        self.list.picked.connect(self._pick)
        facts.city_changed.connect(self.renew)
        duty.changed.connect(self.renew)
        duty.stood.connect(lambda _cameras: self.renew())

    @property
    def domes(self) -> tuple[CameraRecord, ...]:
        """Those of the inventory, by number."""
        found = [each for each in self._facts.city.cameras.values() if each.has_ptz]
        return tuple(sorted(found, key=lambda each: (each.number is None, each.number or 0, each.camera_id)))

    @property
    def camera_id(self) -> int | None:
        """The one that the hand is on."""
        row = self.list.current
        return row.key if row is not None and isinstance(row.key, int) else None

    def choose(self, camera_id: int) -> bool:
        """Put the hand on a dome; False where it is none."""
        place = next((n for n, row in enumerate(self.list.rows.rows) if row.key == camera_id), None)
        if place is not None:
            self.list.setCurrentIndex(self.list.rows.index(place))
        return place is not None

    def renew(self) -> None:
        """Show how they stand now; the hand stays on its dome."""
        if not self.isVisible():
            return
        kept = self.camera_id
        now_s = self._monotonic()
        stood = [(each, self._duty.standing(each.camera_id)) for each in self.domes]
        stood.sort(key=lambda pair: _FIRST[pair[1].duty])
        self.list.rows.show([self._row(camera, standing, now_s) for camera, standing in stood])
        away = sum(each.duty in (Duty.AWAY, Duty.RETURNING) for _camera, each in stood)
        there = sum(each.duty is Duty.THERE for _camera, each in stood)
        self.said.setText(
            self.tr("{0} domes  ·  {1} where they belong  ·  {2} away").format(
                number(len(stood)), number(there), number(away)
            )
        )
        if kept is not None and self.camera_id != kept:
            self.choose(kept)
        elif self.camera_id is None and stood:
            self.list.setCurrentIndex(self.list.rows.index(0))

    def _row(self, camera: CameraRecord, standing: PtzStanding, now_s: float) -> TwoLines:
        line = words.duty_line(standing, now_s)
        mark = _MARKS.get(standing.duty, Verdict.UNKNOWN)
        return TwoLines(camera.camera_id, camera_label(camera), line, mark, (camera.camera_id,))

    def _pick(self, row: TwoLines | None) -> None:
        if row is not None and isinstance(row.key, int):
            self.chosen.emit(row.key)
