"""Which signals a rule is about: kinds, places, hours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wall.model.alarms.rule import Concern, Rule
from wall.model.alarms.schedule import EVERY_DAY
from wall.model.alarms.signal import Source
from wall.ui.alarms.words import ALL_KINDS, kind_word, source_word
from wall.ui.console.alarms.rules.concern_text import (
    cameras_in,
    cameras_text,
    clock_in,
    clock_text,
    parts_of,
    schedule_of,
    sites_in,
    sites_text,
)
from wall.ui.console.alarms.rules.fields import Chips, Rows
from wall.ui.console.city import City
from wall.ui.console.parts import heading, label
from wall.ui.theme import SPACE


class About(QWidget):
    """`changed` follows each change by hand."""

    changed = Signal()

    def __init__(self, city: Callable[[], City], parent: QWidget) -> None:
        super().__init__(parent)
        self._city = city
        self._concern = Concern()
        self.kinds = Chips([(kind_word(each), each) for each in ALL_KINDS], self)
        self.sources = Chips([(source_word(each), each) for each in Source], self)
        days = [(QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat), day) for day in range(7)]
        self.days = Chips(days, self)
        self.cameras, self.sites, self.wards, self.tags, self.from_, self.to = (QLineEdit(self) for _ in range(6))
        self.cameras.setPlaceholderText(self.tr("All; or numbers: 5, 7, 12"))
        self.sites.setPlaceholderText(self.tr("All; or their names, with commas"))
        self.wards.setPlaceholderText(self.tr("All; or their names, with commas"))
        self.tags.setPlaceholderText(self.tr("Any; or tags, with commas"))
        for line in (self.from_, self.to):
            line.setFixedWidth(72)
        self._lay_out()
        for chips in (self.kinds, self.sources, self.days):
            chips.changed.connect(self.changed)
        for line in (self.cameras, self.sites, self.wards, self.tags, self.from_, self.to):
            line.textEdited.connect(lambda _text: self.changed.emit())

    def show_rule(self, rule: Rule) -> None:
        """As it is kept."""
        concern = self._concern = rule.concern
        self.kinds.choose(concern.kinds)
        self.sources.choose(concern.sources)
        self.cameras.setText(cameras_text(self._city(), concern.cameras))
        self.sites.setText(sites_text(self._city(), concern.sites))
        self.wards.setText(", ".join(sorted(concern.wards)))
        self.tags.setText(", ".join(sorted(concern.tags)))
        spans = concern.schedule.spans
        self.days.choose(spans[0].days if spans else EVERY_DAY)
        self.from_.setText(clock_text(spans[0].from_minute if spans else 0))
        self.to.setText(clock_text(spans[0].to_minute if spans else 24 * 60))
        for each in (self.days, self.from_, self.to):
            each.setEnabled(len(spans) < 2)
            each.setToolTip(
                self.tr("This rule has several times of the day; they stay as they are") if spans[1:] else ""
            )

    def concern(self) -> Concern | str:
        """As it is typed; else, in words, what cannot be understood."""
        cameras, no_cameras = cameras_in(self._city(), self.cameras.text())
        sites, no_sites = sites_in(self._city(), self.sites.text())
        if no_cameras:
            return self.tr("There is no camera {0}.").format(no_cameras[0])
        if no_sites:
            return self.tr("There is no site {0}, or there are several: write it with its ward.").format(no_sites[0])
        from_minute, to_minute = clock_in(self.from_.text()), clock_in(self.to.text())
        if from_minute is None or to_minute is None:
            return self.tr("Write times as 22:00.")
        days = frozenset(day for day in self.days.chosen if isinstance(day, int))
        if not days:
            return self.tr("Choose a day of the week at least.")
        known = self._concern.schedule
        schedule = known if len(known.spans) > 1 else schedule_of(days, from_minute, to_minute)
        return replace(
            self._concern,
            kinds=frozenset(str(each) for each in self.kinds.chosen) | self._other_kinds(),
            sources=frozenset(each for each in self.sources.chosen if isinstance(each, Source)),
            cameras=cameras,
            sites=sites,
            wards=frozenset(parts_of(self.wards.text())),
            tags=frozenset(parts_of(self.tags.text())),
            schedule=schedule,
        )

    def _other_kinds(self) -> frozenset[str]:
        """Words of other systems, which are not offered here."""
        return self._concern.kinds - frozenset(ALL_KINDS)

    def _lay_out(self) -> None:
        rows = Rows()
        rows.add(self.tr("Kinds"), self.kinds)
        rows.add(self.tr("Said by"), self.sources)
        for name, line in (
            (self.tr("Cameras"), self.cameras),
            (self.tr("Sites"), self.sites),
            (self.tr("Wards"), self.wards),
            (self.tr("Tags"), self.tags),
        ):
            line.setAccessibleName(name)
            rows.add(name, line)
        rows.add(self.tr("Days"), self.days)
        rows.add(self.tr("From – to"), self.from_, self.to, label(self.tr("past midnight, too"), is_muted=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("What it is about")))
        column.addLayout(rows)
