"""The presets of one dome: gone to, set, renamed, removed, and chosen as where it belongs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.device import Preset
from wall.model.ptz.duty import DutyView
from wall.model.ptz.reference import PresetPicture
from wall.ui.console.flow import Flow
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Notice, button, heading, label
from wall.ui.console.rtsp_form import field
from wall.ui.ptz.presets import words
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.ptz.presets.preset_list import PresetList, PresetRow
from wall.ui.ptz.presets.sure_button import SureButton
from wall.ui.theme import SPACE, Theme

_MOST_NAME = 64
"""Cameras take no more (ONVIF PTZ, section 5.4.1, tells no bound; most cut there)."""


class PresetPane(QWidget):
    """`known` tells the presets that the camera has (a tuple)."""

    known = Signal(object)

    def __init__(self, theme: Theme, facts: DutyFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._home = Homeward(self)
        self._camera_id: int | None = None
        self.presets: tuple[Preset, ...] = ()
        self._pictures: dict[str, PresetPicture] = {}
        self.notice = Notice(self)
        self.list = PresetList(theme, facts.duty, self)
        self.name = field(self.tr("Name of the place"))
        self.name.setMaxLength(_MOST_NAME)
        self._empty = label(is_muted=True)
        self._make_buttons()
        self._lay_out()
        self.list.activated.connect(lambda _index: self.go())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.name.textChanged.connect(lambda _text: self._show_actions())
        self.name.returnPressed.connect(self.save_new)
        facts.changed.connect(self._show)
        facts.pictures_changed.connect(self._renew_pictures)

    def show_dome(self, camera_id: int | None) -> None:
        """Those of this one."""
        self._camera_id, self.presets, self._pictures = camera_id, (), {}
        self.notice.clear()
        self.name.clear()
        self._empty.setText(self.tr("Asking for its presets …"))
        self._show()
        self.renew()

    def renew(self) -> None:
        """Ask the camera again, and the disk."""
        camera = self._camera_id
        if camera is not None:
            asked = self._facts.domes.presets(camera)
            self._home.follow(asked, partial(self._take, camera), partial(self._fail, camera))
            self._renew_pictures(camera)

    # -- what the hand does

    def go(self) -> None:
        """Go to the one in hand."""
        row = self.list.current
        if row is not None and self._camera_id is not None:
            self._facts.domes.go_preset(self._camera_id, row.preset.token)

    def save_new(self) -> None:
        """Keep what the dome looks at now under the name that was typed."""
        name = self.name.text().strip()
        if name and self._camera_id is not None:
            setting = self._facts.domes.set_preset(self._camera_id, name)
            self._home.follow(setting, partial(self._was_set, self._camera_id), self.notice.complain)
            self.name.clear()

    def save_here(self) -> None:
        """The preset in hand is what the dome looks at now."""
        row, camera = self.list.current, self._camera_id
        if row is not None and camera is not None:
            setting = self._facts.domes.set_preset(camera, words.name_of(row.preset), row.preset.token)
            self._home.follow(setting, partial(self._was_set, camera), self.notice.complain)

    def rename(self) -> None:
        """The preset in hand is called as was typed."""
        row, name, camera = self.list.current, self.name.text().strip(), self._camera_id
        if row is not None and name and camera is not None:
            renaming = self._facts.domes.rename_preset(camera, row.preset.token, name)
            renamed = partial(self._was_renamed, camera, row.preset.token, name)
            self._home.follow(renaming, renamed, self.notice.complain)
            self.name.clear()

    def remove(self) -> None:
        """Take the one in hand out of the camera: nobody can bring it back."""
        row, camera = self.list.current, self._camera_id
        if row is None or camera is None:
            return
        removing = self._facts.domes.remove_preset(camera, row.preset.token)
        self._home.follow(removing, partial(self._was_removed, camera, row.preset.token), self.notice.complain)

    def belongs_here(self) -> None:
        """The preset in hand is where the dome belongs."""
        row, camera = self.list.current, self._camera_id
        if row is None or camera is None:
            return
        token, name = row.preset.token, words.name_of(row.preset)
        former = self._facts.view_of(camera)
        view = DutyView(camera, token, name)
        if former is not None:
            view = DutyView(camera, token, name, former.return_after_s, former.picture_minute)
        self._home.follow(self._facts.duty.set_duty(view), lambda _done: None, self.notice.complain)

    # -- what comes of it

    def _was_set(self, camera: int, preset: Preset) -> None:
        """Its picture is taken at once: the dome looks there now."""
        duty = self._facts.duty
        duty.preset_was_set(camera, preset.token)
        self._home.follow(duty.take_preset_picture(camera, preset.token), lambda _done: None, self._complain_of_picture)
        if camera == self._camera_id:
            self.renew()

    def _was_renamed(self, camera: int, token: str, name: str, _done: None) -> None:
        view = self._facts.view_of(camera)
        if view is not None and view.token == token:
            keeping = self._facts.duty.set_duty(replace(view, name=name))
            self._home.follow(keeping, lambda _done: None, self.notice.complain)
        if camera == self._camera_id:
            self.renew()

    def _complain_of_picture(self, why: str) -> None:
        self.notice.complain(self.tr("The place is kept, but its picture could not be taken. {0}").format(why))

    def _was_removed(self, camera: int, token: str, _done: None) -> None:
        self._home.follow(self._facts.duty.forget_preset(camera, token), lambda _done: None, self.notice.complain)
        if camera == self._camera_id:
            self.renew()

    def _renew_pictures(self, camera: int) -> None:
        if camera == self._camera_id:
            asked = self._facts.duty.preset_pictures(camera)
            self._home.follow(asked, partial(self._take_pictures, camera), lambda _why: None)

    def _take(self, camera: int, presets: tuple[Preset, ...]) -> None:
        if camera == self._camera_id:
            self.presets = presets
            self._empty.setText(self.tr("It has no presets yet: point it somewhere, and keep the place."))
            self._show()
            self.known.emit(presets)

    def _take_pictures(self, camera: int, pictures: tuple[PresetPicture, ...]) -> None:
        if camera == self._camera_id:
            self._pictures = {each.token: each for each in pictures}
            self._show()

    def _fail(self, camera: int, why: str) -> None:
        if camera == self._camera_id:
            self._empty.setText("")
            self.notice.complain(why)
            self.known.emit(())

    # -- showing

    def _show(self) -> None:
        view = self._facts.view_of(self._camera_id) if self._camera_id is not None else None
        self.list.show_presets(self.presets, self._pictures, view.token if view is not None else "")
        self.list.setVisible(bool(self.presets))
        self._empty.setVisible(not self.presets and bool(self._empty.text()))
        self._show_actions()

    def _show_current(self) -> None:
        self._remove.calm()
        self._show_actions()

    def _show_actions(self) -> None:
        row: PresetRow | None = self.list.current
        has_name = bool(self.name.text().strip())
        for each in (self._go, self._here, self._remove):
            each.setEnabled(row is not None)
        self._belongs.setEnabled(row is not None and not row.is_duty)
        self._new.setEnabled(has_name)
        self._rename.setEnabled(has_name and row is not None)

    def _make_buttons(self) -> None:
        self._go = button(self.tr("Go there"), self.go, tip=self.tr("Enter"))
        self._here = button(self.tr("Set anew"), self.save_here, tip=self.tr("It is what the dome looks at now"))
        self._belongs = button(self.tr("It belongs here"), self.belongs_here)
        self._remove = SureButton(self.tr("Remove"), self.remove, self)
        self._new = button(self.tr("Keep the place"), self.save_new, tip=self.tr("What the dome looks at now"))
        self._rename = button(self.tr("Rename"), self.rename)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("Presets")))
        column.addWidget(self.notice)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addLayout(Flow(self._go, self._belongs, self._here, self._remove))
        column.addWidget(self.name)
        column.addLayout(Flow(self._new, self._rename))
        column.addStretch(0)
