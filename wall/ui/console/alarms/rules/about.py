"""Which signals a rule is about: kinds, places, hours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wall.model.alarms.rule import Concern, Rule
from wall.model.alarms.signal import Source
from wall.ui.alarms.words import ALL_KINDS, kind_word, source_word
from wall.ui.console.alarms.rules.concern_text import (
    cameras_in,
    cameras_text,
    names_in,
    parts_of,
    sites_in,
    sites_text,
)
from wall.ui.console.alarms.rules.fields import Chips, Rows
from wall.ui.console.alarms.rules.hours import Hours
from wall.ui.console.city import City
from wall.ui.console.parts import heading
from wall.ui.theme import SPACE, Theme


class About(QWidget):
    """`changed` follows each change by hand."""

    changed = Signal()

    def __init__(self, theme: Theme, city: Callable[[], City], parent: QWidget) -> None:
        super().__init__(parent)
        self._city = city
        self._concern = Concern()
        self.kinds = Chips([(kind_word(each), each) for each in ALL_KINDS], self)
        self.sources = Chips([(source_word(each), each) for each in Source], self)
        self.hours = Hours(theme, self)
        self.cameras, self.but, self.sites, self.wards, self.tags = (QLineEdit(self) for _ in range(5))
        self.topic, self.others = QLineEdit(self), QLineEdit(self)
        self.others.setPlaceholderText(self.tr("Words of other systems, with commas: fire, smoke"))
        self.topic.setPlaceholderText(self.tr("Any; or a part of the source's own word for it"))
        self.cameras.setPlaceholderText(self.tr("All; or numbers: 5, 7, 12"))
        self.but.setPlaceholderText(self.tr("None; or numbers of cameras it is not about"))
        self.sites.setPlaceholderText(self.tr("All; or their names, with commas"))
        self.wards.setPlaceholderText(self.tr("All; or their names, with commas"))
        self.tags.setPlaceholderText(self.tr("Any; or tags, with commas"))
        self._lay_out()
        for chips in (self.kinds, self.sources, self.hours):
            chips.changed.connect(self.changed)
        for line in (self.others, self.topic, self.cameras, self.but, self.sites, self.wards, self.tags):
            line.textEdited.connect(lambda _text: self.changed.emit())

    def show_rule(self, rule: Rule) -> None:
        """As it is kept."""
        concern = self._concern = rule.concern
        self.kinds.choose(concern.kinds)
        self.sources.choose(concern.sources)
        self.others.setText(", ".join(sorted(concern.kinds - frozenset(ALL_KINDS))))
        self.topic.setText(concern.topic)
        self.cameras.setText(cameras_text(self._city(), concern.cameras))
        self.but.setText(cameras_text(self._city(), concern.but_cameras))
        self.sites.setText(sites_text(self._city(), concern.sites))
        self.wards.setText(", ".join(sorted(concern.wards)))
        self.tags.setText(", ".join(sorted(concern.tags)))
        self.hours.show_schedule(concern.schedule)

    def leave_out(self, camera_id: int) -> None:
        """It is not about this camera any more, until that is kept as a draft only."""
        self.but.setText(cameras_text(self._city(), self._concern.but_cameras | {camera_id}))
        self.changed.emit()

    def concern(self) -> Concern | str:
        """As it is typed; else, in words, what cannot be understood."""
        try:
            return replace(
                self._concern,
                kinds=frozenset(str(each) for each in self.kinds.chosen) | frozenset(parts_of(self.others.text())),
                sources=frozenset(each for each in self.sources.chosen if isinstance(each, Source)),
                topic=self.topic.text().strip(),
                schedule=self.hours.schedule(),
                **self._places(),
            )
        except ValueError as error:
            return str(error)

    # -- inside

    def _places(self) -> dict[str, Any]:
        """Where it holds. ValueError, in words, for what is not in the city."""
        city, kept = self._city(), self._concern
        wards = frozenset(site.ward for site in city.sites.values() if site.ward)
        tags = frozenset(tag for camera in city.cameras.values() for tag in camera.tags)
        no_camera = self.tr("There is no camera {0}.")
        no_site = self.tr("There is no site {0}, or there are several: write it with its ward.")
        found = {
            "cameras": (cameras_in(city, self.cameras.text(), kept.cameras), no_camera),
            "but_cameras": (cameras_in(city, self.but.text(), kept.but_cameras), no_camera),
            "sites": (sites_in(city, self.sites.text(), kept.sites), no_site),
            "wards": (names_in(wards, self.wards.text(), kept.wards), self.tr("There is no ward {0}.")),
            "tags": (names_in(tags, self.tags.text(), kept.tags), self.tr("No camera has the tag {0}.")),
        }
        for (_, unknown), sentence in found.values():
            if unknown:
                raise ValueError(sentence.format(unknown[0]))
        return {name: known for name, ((known, _), _) in found.items()}

    def _lay_out(self) -> None:
        rows = Rows()
        rows.add(self.tr("Kinds"), self.kinds)
        rows.add(self.tr("Said by"), self.sources)
        for name, line in (
            (self.tr("Other kinds"), self.others),
            (self.tr("Topic"), self.topic),
            (self.tr("Cameras"), self.cameras),
            (self.tr("But not"), self.but),
            (self.tr("Sites"), self.sites),
            (self.tr("Wards"), self.wards),
            (self.tr("Tags"), self.tags),
        ):
            line.setAccessibleName(name)
            rows.add(name, line)
        self.hours.put_into(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("What it is about")))
        column.addLayout(rows)
