"""The patrols of one dome: sent on one, called back, made, changed, taken away and brought back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.device import Preset
from wall.model.ptz.patrol import Patrol
from wall.model.ptz.status import CameraTour
from wall.ui.console.flow import Flow
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import ElidedButton, Notice, button, heading, label
from wall.ui.figures import number
from wall.ui.map.tools.rows import ROW_PX, TwoLines, TwoLinesList
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.ptz.presets.patrol_form import PatrolForm
from wall.ui.theme import SPACE, Theme

_MOST_ROWS = 5


class PatrolPane(QWidget):
    """UI thread."""

    def __init__(self, theme: Theme, facts: DutyFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._home = Homeward(self)
        self._camera_id: int | None = None
        self._presets: tuple[Preset, ...] = ()
        self._tours: tuple[CameraTour, ...] = ()
        self._gone: Patrol | None = None
        self.notice = Notice(self)
        self.list = TwoLinesList(theme, self)
        self.form = PatrolForm(theme, self)
        self.form.hide()
        self._hint = label(self.tr("No patrol yet: it goes from preset to preset, and stays at each."), is_muted=True)
        self._start = button(self.tr("Send on patrol"), self.start_or_stop)
        self._new = button(self.tr("New patrol…"), self.begin_new)
        self._change = button(self.tr("Change…"), self.begin_change)
        self._remove = button(self.tr("Remove"), self.remove)
        self._back = ElidedButton(self.bring_back, self)
        self._lay_out()
        self.list.picked.connect(lambda _row: self._show_actions())
        self.list.opened.connect(lambda _row: self.start_or_stop())
        self.form.given.connect(self._keep)
        self.form.left.connect(self._leave_form)
        facts.changed.connect(self._show)

    def show_dome(self, camera_id: int | None) -> None:
        """Those of this one."""
        self._camera_id, self._presets, self._tours, self._gone = camera_id, (), (), None
        self.notice.clear()
        self._leave_form()
        ability = self._facts.domes.ability(camera_id) if camera_id is not None else None
        if camera_id is not None and ability is not None and ability.tours:
            asked = self._facts.duty.tours(camera_id)
            self._home.follow(asked, partial(self._take_tours, camera_id), lambda _why: None)

    def take_presets(self, presets: Sequence[Preset]) -> None:
        """The camera has these."""
        self._presets = tuple(presets)
        self._show_actions()

    def go_back(self) -> bool:
        """Esc: the form first."""
        was_open = self.form.isVisible()
        self._leave_form()
        return was_open

    # -- what the hand does

    def start_or_stop(self) -> None:
        """Send the dome on the patrol in hand, or call it back from it."""
        patrol = self._current
        if patrol is None:
            return
        if patrol.is_on:
            self._facts.duty.stop(patrol.camera_id)
        else:
            self._facts.duty.start(patrol.patrol_id)

    def begin_new(self) -> None:
        self._begin(None)

    def begin_change(self) -> None:
        """Change the one in hand."""
        if self._current is not None:
            self._begin(self._current)

    def remove(self) -> None:
        """Take the one in hand away; it can be brought back until another one is."""
        patrol = self._current
        if patrol is not None:
            self._gone = patrol
            self._home.follow(
                self._facts.duty.remove_patrol(patrol.patrol_id), lambda _done: None, self.notice.complain
            )

    def bring_back(self) -> None:
        """The one that was taken away last."""
        gone, self._gone = self._gone, None
        if gone is not None:
            self._keep(gone)

    # -- inside

    @property
    def _current(self) -> Patrol | None:
        row = self.list.current
        found = (each for each in self._patrols if row is not None and each.patrol_id == row.key)
        return next(found, None)

    @property
    def _patrols(self) -> tuple[Patrol, ...]:
        return self._facts.patrols_of(self._camera_id) if self._camera_id is not None else ()

    def _begin(self, patrol: Patrol | None) -> None:
        if self._camera_id is not None:
            self.form.show()
            self.form.begin(self._camera_id, patrol, self._presets, self._tours)
            self._show()

    def _leave_form(self) -> None:
        self.form.hide()
        self._show()

    def _keep(self, patrol: object) -> None:
        assert isinstance(patrol, Patrol)
        self._home.follow(self._facts.duty.keep_patrol(patrol), self._was_kept, self.form.complain)

    def _was_kept(self, _patrol_id: int) -> None:
        self._leave_form()

    def _take_tours(self, camera_id: int, tours: tuple[CameraTour, ...]) -> None:
        if camera_id == self._camera_id:
            self._tours = tours
            self._show_actions()

    def _show(self) -> None:
        patrols = self._patrols
        self.list.rows.show([TwoLines(each.patrol_id, each.name, self._detail(each)) for each in patrols])
        is_listed = self.form.isHidden()
        self.list.setVisible(is_listed and bool(patrols))
        self.list.setFixedHeight(min(_MOST_ROWS, len(patrols)) * ROW_PX + 2)
        self._hint.setVisible(is_listed and not patrols)
        self._show_actions()

    def _detail(self, patrol: Patrol) -> str:
        if patrol.tour:
            told = self.tr("a tour of the camera's own")
        else:
            round_s = sum(each.dwell_s for each in patrol.stops)
            told = self.tr("{0} stops  ·  {1} s in all").format(number(len(patrol.stops)), f"{round_s:g}")
        return self.tr("on  ·  {0}").format(told) if patrol.is_on else told

    def _show_actions(self) -> None:
        patrol, is_listed = self._current, self.form.isHidden()
        for each in (self._start, self._change, self._remove):
            each.setVisible(is_listed and bool(self._patrols))
            each.setEnabled(patrol is not None)
        self._new.setVisible(is_listed)
        is_on = patrol is not None and patrol.is_on
        self._start.setText(self.tr("Call it back") if is_on else self.tr("Send on patrol"))
        self._new.setEnabled(bool(self._presets or self._tours))
        self._back.setVisible(is_listed and self._gone is not None)
        if self._gone is not None:
            self._back.show_text(self.tr("Bring back: {0}").format(self._gone.name))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("Patrols")))
        column.addWidget(self._hint)
        column.addWidget(self.list)
        column.addLayout(Flow(self._start, self._new, self._change, self._remove, self._back))
        column.addWidget(self.notice)
        column.addWidget(self.form)
