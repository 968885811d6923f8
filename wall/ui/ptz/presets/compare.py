"""The same spot over days: the newest picture of a duty view, or any other, over one of an earlier day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.model.ptz.reference import Reference
from wall.ui.console.homeward import Homeward
from wall.ui.console.kept_pictures import fitted
from wall.ui.console.parts import Check, EmptyState, Notice, button, heading, label
from wall.ui.figures import number
from wall.ui.ptz.presets import words
from wall.ui.ptz.presets.compare_view import CompareView
from wall.ui.ptz.presets.dates import DatesList
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.ptz.presets.sure_button import SureButton
from wall.ui.theme import LARGE, SPACE, Theme

_MOST = QSize(1920, 1080)
_SIDE = 76 * SPACE


class CompareSheet(QWidget):
    """`left` asks to go back. D turns the difference on and off; the arrows move the handle."""

    left = Signal()

    def __init__(self, theme: Theme, facts: DutyFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._home = Homeward(self)
        self._camera_id: int | None = None
        self._pictures: dict[int, QImage] = {}
        self._wished: tuple[Reference | None, Reference | None] = (None, None)
        """What was chosen as the earlier one and as the later one."""
        self.title = label(size=LARGE, is_bold=True)
        self.said = label(is_muted=True)
        self.notice = Notice(self)
        self.view = CompareView(theme, self)
        self.difference = Check(self.tr("Show what has changed (D)"), theme, self)
        self.days = DatesList(theme, facts.duty, self)
        self._later = button(self.tr("Compare with this one"), self._take_as_later)
        self._newest = button(self.tr("Compare with the newest"), self._take_newest)
        self._remove = SureButton(self.tr("Remove"), self._remove_current, self)
        self._empty = EmptyState(
            self.tr("Pictures of the duty view will stand here, one of each day: take the first one."),
            self.tr("Take a picture now"),
            self,
        )
        self._lay_out()
        self._empty.asked.connect(self.take)
        self.days.chosen.connect(self._take_as_earlier)
        self.days.key_pressed.connect(self._key)
        self.difference.toggled.connect(lambda on: setattr(self.view, "shows_difference", on))
        facts.pictures_changed.connect(self._renew)

    def open(self, camera_id: int, name: str) -> None:
        """Those of a dome."""
        if camera_id != self._camera_id:
            self._pictures.clear()
            self._wished = (None, None)
        self._camera_id = camera_id
        self.title.setText(self.tr("Over days: {0}").format(name))
        self.notice.clear()
        self._ask()
        self.days.setFocus()

    def take(self) -> None:
        """A picture now, to compare with."""
        if self._camera_id is not None:
            taking = self._facts.duty.take_reference(self._camera_id)
            self.notice.say(self.tr("A picture is being taken…"))
            self._home.follow(taking, self._was_taken, self._not_taken)

    # -- which

    def _was_taken(self, reference: Reference) -> None:
        self.notice.clear()
        if reference.camera_id == self._camera_id:
            self._wished = self._wished[0], None
            self._ask()

    def _not_taken(self, why: str) -> None:
        self.notice.complain(words.why(why))

    def _renew(self, camera_id: int) -> None:
        if camera_id == self._camera_id and self.isVisible():
            self._ask()

    def _ask(self) -> None:
        if self._camera_id is not None:
            asked = self._facts.duty.references(self._camera_id)
            self._home.follow(asked, partial(self._take_dates, self._camera_id), self.notice.complain)

    def _take_dates(self, camera_id: int, references: tuple[Reference, ...]) -> None:
        if camera_id != self._camera_id:
            return
        view = self._facts.view_of(camera_id)
        there = [each for each in references if view is None or each.token == view.token]
        self.days.show_dates(there)
        for each in (self.view, self.difference, self.days, self._later, self._newest, self._remove, self._heading):
            each.setVisible(bool(there))
        self._empty.setVisible(not there)
        ids = {each.reference_id for each in there}
        earlier, later = (each if each is not None and each.reference_id in ids else None for each in self._wished)
        self._wished = earlier, later
        self.days.mark(self._pair[0])
        self._show()

    @property
    def _pair(self) -> tuple[Reference | None, Reference | None]:
        """What is compared: where nobody has chosen, the newest with the last one of a day before."""
        rows = self.days.dates.rows
        earlier, later = self._wished
        later = later or (rows[0] if rows else None)
        if earlier is None and later is not None:
            before = [each for each in rows if words.day(each.taken_s) < words.day(later.taken_s)]
            others = [each for each in rows if each is not later]
            earlier = next(iter(before or others), None)
        return earlier, later

    def _take_as_earlier(self, reference: Reference | None) -> None:
        self._remove.calm()
        if reference is not None:
            self._wished = reference, self._wished[1]
            self._show()

    def _take_as_later(self) -> None:
        if self.days.current is not None:
            self._wished = self._wished[0], self.days.current
            self._show()

    def _take_newest(self) -> None:
        self._wished = self._wished[0], None
        self._show()

    def _remove_current(self) -> None:
        if self.days.current is not None:
            removing = self._facts.duty.remove_reference(self.days.current)
            self._home.follow(removing, lambda _done: None, self.notice.complain)

    # -- their pictures

    def _show(self) -> None:
        """Whichever was taken later stands at the right."""
        for each in self._pair:
            if each is not None and each.reference_id not in self._pictures:
                self._fetch(each)
                return
        pair = sorted((each for each in self._pair if each is not None), key=lambda each: each.taken_s)
        if not pair:
            self.view.show_pictures(QImage(), QImage(), ("", ""))
            self.said.clear()
            return
        earlier, later = pair[0] if len(pair) > 1 else None, pair[-1]
        self.view.show_pictures(
            self._pictures[earlier.reference_id] if earlier is not None else QImage(),
            self._pictures[later.reference_id],
            (words.moment(earlier.taken_s) if earlier is not None else "", words.moment(later.taken_s)),
        )
        self.said.setText(self._sentence(earlier, later))

    def _sentence(self, earlier: Reference | None, later: Reference) -> str:
        if earlier is None or earlier.reference_id == later.reference_id:
            return self.tr("Choose an earlier day in the list.")
        changed = self.tr("{0} % of the picture has changed").format(number(100 * self.view.changed_share))
        return f"{words.apart(earlier.taken_s, later.taken_s)}  ·  {changed}"

    def _fetch(self, reference: Reference) -> None:
        fetched = self._facts.duty.picture(reference.file)
        take = partial(self._take_picture, reference.reference_id)
        self._home.follow(fetched, take, partial(self._fail, reference.reference_id))

    def _take_picture(self, reference_id: int, jpeg: bytes) -> None:
        self._pictures[reference_id] = fitted(jpeg, _MOST)
        if len(self._pictures) > 24:
            wanted = {each.reference_id for each in self._pair if each is not None} | {reference_id}
            self._pictures = {key: image for key, image in self._pictures.items() if key in wanted}
        if any(each is not None and each.reference_id == reference_id for each in self._pair):
            self._show()

    def _fail(self, reference_id: int, why: str) -> None:
        self._take_picture(reference_id, b"")
        self.notice.complain(why)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(self.title, 1)
        head.addWidget(button(self.tr("Take a picture now"), self.take))
        head.addWidget(button(self.tr("Back"), self.left.emit))
        self._heading = heading(self.tr("The earlier day"))
        side = QWidget(self)
        side.setFixedWidth(_SIDE)
        days = QVBoxLayout(side)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(2 * SPACE)
        days.addWidget(self.difference)
        days.addWidget(self._heading)
        days.addWidget(self.days, 1)
        for each in (self._later, self._newest, self._remove):
            days.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.view, 1)
        row.addWidget(self._empty, 1)
        row.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 3 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.notice)
        column.addLayout(row, 1)

    def _key(self, event: QKeyEvent) -> None:
        """Letters would look for a day in the list."""
        if event.key() == Qt.Key.Key_D and not event.modifiers():
            self.difference.toggle()
            event.accept()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self._key(event)
        if not event.isAccepted():
            super().keyPressEvent(event)
