"""What of the journal is to be listed: of which dome, by whom, which deeds, from when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QDate, QDateTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wall.model.ptz.journal import Deed, JournalQuestion
from wall.ui.console.choice import Choice
from wall.ui.console.rtsp_form import field
from wall.ui.theme import SPACE, Theme

DAY = "dd/MM/yyyy"
_WIDEST = 64 * SPACE
_EVERYBODY, _PEOPLE = None, ""


class JournalFilters(QWidget):
    """`changed` follows what the hand does."""

    changed = Signal()

    def __init__(self, theme: Theme, unix_time: Callable[[], float], parent: QWidget) -> None:
        super().__init__(parent)
        self._unix_time = unix_time
        self.camera = Choice([(self.tr("All cameras"), None)], self.tr("Camera"), theme, self)
        self.who = Choice(self._everybody(), self.tr("Who"), theme, self)
        self.what = Choice(self._deeds(), self.tr("What"), theme, self)
        self.since = Choice(self._times(), self.tr("Since when"), theme, self)
        self.day = field(self.tr("A day: 30/11/2026"))
        self.day.setFixedWidth(36 * SPACE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        for choice in (self.camera, self.who, self.what, self.since):
            choice.setMaximumWidth(_WIDEST)
            choice.currentIndexChanged.connect(lambda _place: self.changed.emit())
            row.addWidget(choice)
        row.addWidget(self.day)
        row.addStretch(1)
        self.day.editingFinished.connect(self._take_day)
        self._asked_day = ""

    @property
    def question(self) -> JournalQuestion:
        """As the hand has chosen. A day goes before a time, and what is no day counts for nothing."""
        name = self.who.currentData()
        since_s, before_s = self._between()
        return JournalQuestion(
            self.camera.currentData(), name or None, self.what.currentData(), name == _PEOPLE, since_s, before_s
        )

    @property
    def is_plain(self) -> bool:
        """Is all of it wanted?"""
        return self.question == JournalQuestion()

    def show_cameras(self, cameras: Sequence[tuple[str, int]]) -> None:
        """These can be chosen from; the one that is chosen stays so."""
        _renew(self.camera, [(self.tr("All cameras"), None), *cameras])

    def show_names(self, names: Sequence[str]) -> None:
        """The same for people."""
        _renew(self.who, [*self._everybody(), *((name, name) for name in names if name)])

    def choose_camera(self, camera_id: int | None) -> None:
        """Everything of this one; None: of all."""
        self.clear()
        self.camera.setCurrentIndex(max(0, self.camera.findData(camera_id)) if camera_id is not None else 0)

    def clear(self) -> None:
        """All of it."""
        self.day.clear()
        self._asked_day = ""
        for choice in (self.camera, self.who, self.what, self.since):
            choice.setCurrentIndex(0)

    # -- inside

    def _between(self) -> tuple[float | None, float | None]:
        day = QDate.fromString(self.day.text().strip(), DAY)
        if day.isValid():
            return _begins_s(day), _begins_s(day.addDays(1))
        seconds = self.since.currentData()
        if seconds is None:
            return None, None
        now_s = self._unix_time()
        return (now_s - seconds if seconds else _begins_s(QDateTime.fromSecsSinceEpoch(int(now_s)).date())), None

    def _take_day(self) -> None:
        if self.day.text().strip() != self._asked_day:
            self._asked_day = self.day.text().strip()
            self.changed.emit()

    def _everybody(self) -> list[tuple[str, Any]]:
        return [(self.tr("Everybody"), _EVERYBODY), (self.tr("People only"), _PEOPLE)]

    def _deeds(self) -> list[tuple[str, Any]]:
        return [
            (self.tr("All deeds"), frozenset[Deed]()),
            (self.tr("Moved by hand"), frozenset({Deed.MOVED, Deed.STOPPED})),
            (self.tr("Sent somewhere"), frozenset({Deed.SENT})),
            (self.tr("Reservations"), frozenset({Deed.RESERVED, Deed.RELEASED})),
            (self.tr("Requests"), frozenset({Deed.REQUESTED, Deed.GAVE, Deed.DECLINED})),
            (self.tr("Take-overs"), frozenset({Deed.TOOK})),
            (self.tr("Patrols"), frozenset({Deed.PATROLLED})),
            (self.tr("Presets and settings"), frozenset({Deed.CHANGED})),
            (self.tr("Who was at the desk"), frozenset({Deed.CAME})),
        ]

    def _times(self) -> list[tuple[str, Any]]:
        """Seconds back; 0: since midnight."""
        return [
            (self.tr("All times"), None),
            (self.tr("The last hour"), 3600.0),
            (self.tr("Today"), 0.0),
            (self.tr("The last 7 days"), 7 * 86_400.0),
            (self.tr("The last 30 days"), 30 * 86_400.0),
        ]


def _begins_s(day: QDate) -> float:
    return float(day.startOfDay().toSecsSinceEpoch())


def _renew(choice: Choice, entries: Sequence[tuple[str, Any]]) -> None:
    if [(choice.itemText(n), choice.itemData(n)) for n in range(choice.count())] == list(entries):
        return
    chosen, was_quiet = choice.currentData(), choice.blockSignals(True)
    choice.clear()
    for text, value in entries:
        choice.addItem(text, value)
    choice.setCurrentIndex(max(0, next((n for n, (_, value) in enumerate(entries) if value == chosen), 0)))
    choice.blockSignals(was_quiet)
    choice.updateGeometry()
