"""What can be said of the base map beside choosing it: how strong it is, and where another one comes from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from wall.model.map_kinds import SHIPPED, BaseMap, MapKind
from wall.ui.console.parts import button, label
from wall.ui.figures import number
from wall.ui.map.opacities import LEAST, Opacities
from wall.ui.map.server_form import ServerForm
from wall.ui.map.tools.side import panel_column
from wall.ui.theme import SPACE, TARGET

_STEP, _PAGE = 5, 20


class BasePanel(QWidget):
    """`shown` says which map lies under the cameras. `opacities` None: nothing can be seen through."""

    done_requested = Signal()

    def __init__(self, shown: Callable[[], BaseMap], opacities: Opacities | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self._opacities = opacities
        self.form = ServerForm(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(round(LEAST * 100), 100)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(_PAGE)
        self.slider.setMinimumHeight(TARGET)
        self.slider.setAccessibleName(self.tr("How strong the base map is"))
        self.said = label(is_muted=True)
        self._lay_out()
        self.slider.valueChanged.connect(self._keep)
        if opacities is not None:
            opacities.changed.connect(lambda _map_id: self.renew())

    def renew(self) -> None:
        """Another map may be shown."""
        base = self._shown()
        can_fade = self._can_fade(base)
        self.slider.setEnabled(can_fade)
        percent = round(self._opacities.of(base.map_id) * 100) if self._opacities and can_fade else 100
        was_blocked = self.slider.blockSignals(True)
        self.slider.setValue(percent)
        self.slider.blockSignals(was_blocked)
        if can_fade:
            self.said.setText(self.tr("{0}: {1} % over the city").format(base.name, number(percent)))
        elif base.map_id == SHIPPED:
            self.said.setText(self.tr("The city alone is shown: choose a plan or tiles to lie over it."))
        else:
            self.said.setText(self.tr("{0} is drawn in its own colours.").format(base.name))

    # -- inside

    def _can_fade(self, base: BaseMap) -> bool:
        return self._opacities is not None and (base.is_tiled or base.kind is MapKind.PLAN)

    def _keep(self, percent: int) -> None:
        base = self._shown()
        if self._opacities is not None and self._can_fade(base):
            self._opacities.keep(base.map_id, percent / 100)

    def _lay_out(self) -> None:
        column = panel_column(self, self.tr("Base map"), button(self.tr("Done"), self.done_requested.emit))
        column.addWidget(label(self.tr("How strong it is"), is_bold=True))
        column.addWidget(self.slider)
        column.addWidget(self.said)
        column.addSpacing(4 * SPACE)
        column.addWidget(self.form)
        column.addStretch(1)
