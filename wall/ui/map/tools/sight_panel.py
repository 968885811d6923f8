"""Who sees the spot: the cameras in their order, how they are now, how well they see it; one or all onto the wall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wall.model.geo.sight import Enough, Look
from wall.model.health import Health, Verdict
from wall.model.inventory import Inventory
from wall.ui import words
from wall.ui.console.city import City
from wall.ui.console.parts import button, label
from wall.ui.figures import number
from wall.ui.map.tools.lengths import length
from wall.ui.map.tools.rows import TwoLines, TwoLinesList
from wall.ui.map.tools.side import panel_column
from wall.ui.theme import SPACE, Theme

_MOST = 200
_DETAIL_GAP = "  ·  "


class SightPanel(QWidget):
    """`put_requested` tells which cameras are to be brought onto the wall, `picked` the one in hand (or None)."""

    put_requested = Signal(object)
    picked = Signal(object)
    done_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = TwoLinesList(theme, self)
        self._looks: Sequence[Look] | None = None
        self._hint = label(is_muted=True)
        self._all = button(self.tr("All on the wall"), self._put_all, tip=self.tr("Those that see it, the best first"))
        self._one = button(self.tr("On the wall"), self.put_chosen, tip=self.tr("The chosen ones (Enter)"))
        self._lay_out()
        self.list.opened.connect(lambda _row: self.put_chosen())
        self.list.picked.connect(lambda row: self.picked.emit(row.key if isinstance(row, TwoLines) else None))
        self.show_looks(None, City(Inventory()), {})

    def show_looks(self, looks: Sequence[Look] | None, city: City, health: Mapping[int, Health]) -> None:
        """These see the spot; None: nobody has asked yet."""
        self._looks = looks
        self.list.rows.show([_row(look, city, health) for look in (looks or ())[:_MOST]])
        self._hint.setText(self._words(looks))
        seeing = [look for look in looks or () if not look.must_turn]
        self._all.setEnabled(bool(seeing))
        self._one.setEnabled(bool(looks))
        self.list.setVisible(bool(looks))

    def put_chosen(self) -> None:
        """The chosen ones, else the best."""
        rows = self.list.chosen or self.list.rows.rows[:1]
        if rows:
            self.put_requested.emit(tuple(camera for row in rows for camera in row.cameras))

    # -- inside

    def _put_all(self) -> None:
        seeing = tuple(look.eye.camera_id for look in self._looks or () if not look.must_turn)
        if seeing:
            self.put_requested.emit(seeing)

    def _words(self, looks: Sequence[Look] | None) -> str:
        if looks is None:
            return self.tr("Click a spot on the map: here stands which cameras see it, the best first.")
        seeing = sum(not look.must_turn for look in looks)
        if not looks:
            return self.tr("No camera sees this spot, as far as is known where they stand and look.")
        if seeing == len(looks):
            return self.tr("{0} cameras see this spot.").format(number(seeing))
        return self.tr("{0} cameras see this spot, {1} could turn to it.").format(
            number(seeing), number(len(looks) - seeing)
        )

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(2 * SPACE)
        below.addWidget(self._one, 1)
        below.addWidget(self._all, 1)
        column = panel_column(self, self.tr("Who sees this?"), button(self.tr("Done"), self.done_requested.emit))
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        column.addStretch(0)


def enough_words(enough: Enough) -> str:
    """What the pixels there are enough for."""
    translate = QCoreApplication.translate
    return {
        Enough.MONITOR: translate("Sight", "to watch"),
        Enough.DETECT: translate("Sight", "to see a person"),
        Enough.OBSERVE: translate("Sight", "to see what they do"),
        Enough.RECOGNISE: translate("Sight", "to recognise a person"),
        Enough.IDENTIFY: translate("Sight", "to identify a person"),
    }[enough]


def _row(look: Look, city: City, health: Mapping[int, Health]) -> TwoLines:
    camera, known = city.cameras.get(look.eye.camera_id), health.get(look.eye.camera_id)
    name = str(look.eye.camera_id)
    if camera is not None:
        name = camera.nickname or camera.name
        name = name if camera.number is None else f"{camera.number}  {name}"
    return TwoLines(
        look.eye.camera_id,
        name,
        _DETAIL_GAP.join(_details(look, known)),
        known.verdict if known else Verdict.UNKNOWN,
        (look.eye.camera_id,),
    )


def _details(look: Look, health: Health | None) -> list[str]:
    translate = QCoreApplication.translate
    told = [length(look.distance_m)]
    if look.must_turn:
        told.append(translate("Sight", "could turn to it"))
    else:
        told.append(enough_words(look.enough_for))
    if health is not None and health.verdict in (Verdict.LOST, Verdict.ILL):
        told.append(words.health_word(health))
    if look.eye.is_approximate:
        told.append(translate("Sight", "its place is approximate"))
    return told
