"""What is to be listed: which alarms, how urgent, of what kind, and what is looked for among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.state import State, Verdict
from wall.ui.alarms.words import ALL_KINDS, kind_word, priority_word, state_word, verdict_word
from wall.ui.console.choice import Choice
from wall.ui.console.tree_panel import Finder
from wall.ui.theme import SPACE, Theme

OPEN, NEW, MINE, HISTORY = "open", "new", "mine", "history"
_ANY: tuple[frozenset[Verdict], bool | None] = (frozenset(), None)
_TYPED_MS = 120
_DAY_S = 86400.0


class Filters(QWidget):
    """`changed` follows what the hand does, a moment after it types."""

    changed = Signal()

    def __init__(
        self, theme: Theme, operator: Callable[[], str], unix_time: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._operator = operator
        self._unix_time = unix_time
        self.span: tuple[float, float] | None = None
        """A stretch of the time that was chosen, Unix seconds."""
        self.finder = Finder(self)
        self.finder.setPlaceholderText(self.tr("Find an alarm: camera, site, note, reason…"))
        self.finder.setAccessibleName(self.tr("Find an alarm"))
        self.which = Choice(self._whiches(), self.tr("Which alarms"), theme, self)
        urgent = [(self.tr("All priorities"), 5), *((self.tr("Priority 1 to {0}").format(p), p) for p in (3, 2))]
        self.priority = Choice([*urgent, (priority_word(1), 1)], self.tr("How urgent"), theme, self)
        every_kind: tuple[str, str] = (self.tr("All kinds"), "")
        self.kind = Choice([every_kind, *((kind_word(each), each) for each in ALL_KINDS)], self.tr("Kind"), theme, self)
        self.outcome = Choice(self._outcomes(), self.tr("What it was"), theme, self)
        self.since = Choice(self._sinces(), self.tr("Since when"), theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.finder, 1)
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._typed.timeout.connect(self.changed)
        self.finder.textChanged.connect(lambda _text: self._typed.start())
        for choice in self._choices:
            row.addWidget(choice)
            choice.currentIndexChanged.connect(lambda _place: self._change())
        self.outcome.hide()

    @property
    def text(self) -> str:
        return self.finder.text().strip()

    @property
    def is_history(self) -> bool:
        """Are closed ones wanted, too?"""
        return bool(self.which.currentData() == HISTORY)

    @property
    def is_plain(self) -> bool:
        """Are these simply the open ones?"""
        return self.asked() == AlarmFilter() and not self.text and not self.is_history

    def asked(self) -> AlarmFilter:
        """As the hand has chosen."""
        if self.span is None:
            return self.asked_of_all_time()
        from_s, to_s = self.span
        return replace(self.asked_of_all_time(), from_s=from_s, to_s=to_s)

    def asked_of_all_time(self) -> AlarmFilter:
        """The same without the stretch of it that was chosen."""
        since_s = self.since.currentData()
        which, kind, most = self.which.currentData(), self.kind.currentData(), self.priority.currentData()
        verdicts, drills = self.outcome.currentData() if which == HISTORY else _ANY
        return AlarmFilter(
            frozenset({State.NEW}) if which == NEW else frozenset(),
            frozenset({kind}) if kind else frozenset(),
            frozenset(range(1, most + 1)) if most < 5 else frozenset(),
            verdicts,
            owner=self._operator() if which == MINE else "",
            from_s=self._unix_time() - since_s if since_s else None,
            drills=drills,
        )

    def choose_span(self, span: tuple[float, float] | None) -> None:
        """Only what began in that stretch of the time; None: all."""
        if span != self.span:
            self.span = span
            self._typed.start()  # A hand that drags asks when it rests.

    def choose(self, which: str) -> None:
        """One of OPEN, NEW, MINE, HISTORY."""
        self.which.setCurrentIndex(self.which.findData(which))

    def clear(self) -> None:
        """The open ones, all of them."""
        self.finder.clear()
        self.span = None
        for choice in self._choices:
            choice.setCurrentIndex(0)
        self._typed.start()

    def end(self) -> None:
        self._typed.stop()

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return self.which, self.outcome, self.since, self.priority, self.kind

    def _change(self) -> None:
        """Of another time, or of other alarms, another stretch."""
        self.span = None
        self.outcome.setVisible(self.is_history)  # What is open is nothing yet.
        self.changed.emit()

    def _outcomes(self) -> list[tuple[str, Any]]:
        closed = state_word(State.CLOSED)
        return [
            (self.tr("Whatever it was"), _ANY),
            *((f"{closed} · {verdict_word(each)}", (frozenset({each}), None)) for each in Verdict),
            (self.tr("Drills"), (frozenset(), True)),
            (self.tr("Without drills"), (frozenset(), False)),
        ]

    def _sinces(self) -> list[tuple[str, Any]]:
        return [
            (self.tr("At any time"), 0.0),
            (self.tr("Last hour"), 3600.0),
            (self.tr("Last 24 hours"), _DAY_S),
            (self.tr("Last 7 days"), 7 * _DAY_S),
            (self.tr("Last 30 days"), 30 * _DAY_S),
            (self.tr("Last year"), 365 * _DAY_S),
        ]

    def _whiches(self) -> list[tuple[str, Any]]:
        return [
            (self.tr("Open"), OPEN),
            (self.tr("Not acknowledged"), NEW),
            (self.tr("Mine"), MINE),
            (self.tr("History"), HISTORY),
        ]
