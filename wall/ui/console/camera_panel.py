"""The right panel: the selected camera, its picture, what is known of it, what is wrong with it, and its actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wall.model.camera import Camera
from wall.model.device import Device, RawReply
from wall.model.events import StreamMeasured
from wall.model.inventory import CameraRecord, credential_of, to_show
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.ui.console.camera_facts import as_text, facts_of
from wall.ui.console.city import site_label
from wall.ui.console.facts import Facts
from wall.ui.console.facts_list import FactsList
from wall.ui.console.homeward import Homeward
from wall.ui.console.live_picture import LivePicture
from wall.ui.console.parts import EmptyState, Notice, button, label
from wall.ui.console.ports import FleetPort
from wall.ui.console.problems_list import ProblemsList
from wall.ui.console.state_line import StateLine
from wall.ui.console.tree_model import camera_label
from wall.ui.theme import LARGE, SPACE, Theme


class CameraPanel(QWidget):
    """`raw_requested` asks for the viewer of raw replies: the camera's name, and the replies of its last test."""

    raw_requested = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        facts: Facts,
        fleet: FleetPort,
        picture: Callable[[QWidget], LivePicture],
        unix_time: Callable[[], float],
        seen: Callable[[Source], SeenStream],
        parent: QWidget,
    ) -> None:
        """`seen` tells what a stream was seen to send."""
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts = facts
        self._fleet = fleet
        self._unix_time = unix_time
        self._seen = seen
        self._homeward = Homeward(self)
        self._camera: CameraRecord | None = None
        self._tested: dict[int, tuple[RawReply, ...]] = {}
        self._testing: set[int] = set()
        self.picture = picture(self)
        self.picture.measured.connect(self._note_stream)
        self.picture.learnt.connect(self._show_what_was_learnt)
        self.title = label(size=LARGE, is_bold=True)
        self.state = StateLine(theme, self)
        self.notice = Notice(self)
        self.problems = ProblemsList(theme, self)
        self.details = FactsList(self)
        self._lay_out()
        facts.city_changed.connect(self._show)
        facts.health_changed.connect(self._show_health)
        self._show()

    @property
    def camera_id(self) -> int | None:
        """Which camera is shown."""
        return self._camera.camera_id if self._camera else None

    def open(self, camera_id: int) -> None:
        """Show a camera."""
        if camera_id != self.camera_id:
            self._camera = self._facts.city.cameras.get(camera_id)
            self.notice.clear()
            self._scroll.verticalScrollBar().setValue(0)
            self._show()

    def test(self) -> None:
        """Ask the device everything again; a plain stream is opened again."""
        camera = self._camera
        if camera is None:
            return
        self.picture.retry()
        if camera.device_id is None or camera.device_id in self._testing:
            return
        device_id = camera.device_id
        try:
            self._fleet.test(device_id, self._homeward.answer(partial(self._take_result, device_id)))
        except ValueError:
            self.notice.complain(self.tr("This device is not kept any more."))
            return
        self._testing.add(device_id)
        self._show_actions()

    def show_raw(self) -> None:
        """Ask for the viewer of raw replies."""
        if self._camera is not None and self._camera.device_id in self._tested:
            self.raw_requested.emit(camera_label(self._camera), self._tested[self._camera.device_id])

    def copy(self) -> None:
        """Put all that stands here on the clipboard; no secret is among it."""
        if self._camera is not None:
            city, health = self._facts.city, self._facts.health.get(self._camera.camera_id)
            facts = facts_of(city, self._camera, health, self._unix_time(), self._seen)
            text = as_text(camera_label(self._camera), facts, self.problems.as_lines())
            QGuiApplication.clipboard().setText(text)
            self.notice.say(self.tr("Copied."))

    # -- inside

    def _lay_out(self) -> None:
        self._test = button(self.tr("Test"), self.test, tip=self.tr("Ask the device everything again (F5)"))
        self._raw = button(
            self.tr("Raw replies"), self.show_raw, tip=self.tr("What went over the network in the last test")
        )
        self._copy = button(self.tr("Copy"), self.copy)
        self._body = QWidget(self)
        self._empty = EmptyState(self.tr("The camera you choose will stand here, with its live picture."), parent=self)
        actions = QHBoxLayout()
        actions.setSpacing(2 * SPACE)
        for each in (self._test, self._raw, self._copy):
            actions.addWidget(each)
        actions.addStretch(1)
        words_below = QWidget(self)
        inner = QVBoxLayout(words_below)
        inner.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 4 * SPACE)
        inner.setSpacing(2 * SPACE)
        inner.addWidget(self.title)
        inner.addWidget(self.state)
        inner.addLayout(actions)
        inner.addWidget(self.notice)
        inner.addWidget(self.problems)
        inner.addWidget(self.details)
        inner.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(words_below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._empty, 1)

    def _show(self) -> None:
        if self._camera is not None:
            self._camera = self._facts.city.cameras.get(self._camera.camera_id)
        has_one = self._camera is not None
        for each in (self.picture, self._scroll):
            each.setVisible(has_one)
        self._empty.setVisible(not has_one)
        if self._camera is None:
            self.picture.show_camera(None)
            return
        self._show_picture(self._camera)
        self.title.setText(camera_label(self._camera))
        record = self._facts.city.device_of(self._camera)
        self.problems.show_problems(record.device.problems if record else ())
        self._show_facts(self._camera)
        self._show_actions()

    def _show_picture(self, camera: CameraRecord) -> None:
        site = self._facts.city.site_of(camera)
        login = self._fleet.login_of(camera.camera_id)
        try:
            name = credential_of(camera, self._facts.city.device_of(camera))
            shown: Camera | None = to_show(camera, camera.number or 0, site_label(site) if site else "", login, name)
        except ValueError:
            shown = None
        self.picture.show_camera(shown, "" if shown else self.tr("No stream of this camera is known yet: test it."))

    def _show_facts(self, camera: CameraRecord) -> None:
        health = self._facts.health.get(camera.camera_id)
        self.state.show_health(self._facts.verdict_of(camera.camera_id), health)
        self.details.show_facts(facts_of(self._facts.city, camera, health, self._unix_time(), self._seen))

    def _show_health(self, changed: frozenset[int]) -> None:
        if self._camera is not None and self._camera.camera_id in changed:
            self._show_facts(self._camera)

    def _show_what_was_learnt(self) -> None:
        if self._camera is not None:
            self._show_facts(self._camera)

    def _note_stream(self, measured: StreamMeasured) -> None:
        """Hand on what is seen of the stream: the fleet opens none to learn it."""
        if self._camera is not None:
            self._fleet.note_stream(self._camera.camera_id, measured.fps, measured.kbit_s, measured.latency_ms)

    def _show_actions(self) -> None:
        device_id = self._camera.device_id if self._camera else None
        is_testing = device_id in self._testing
        self._test.setEnabled(not is_testing)
        self._test.setText(self.tr("Testing…") if is_testing else self.tr("Test"))
        self._raw.setVisible(device_id is not None)
        self._raw.setEnabled(device_id in self._tested)

    def _take_result(self, device_id: int, device: Device, replies: tuple[RawReply, ...]) -> None:
        self._testing.discard(device_id)
        self._tested[device_id] = replies
        self._show_actions()
        if self._camera is None or self._camera.device_id != device_id:
            return
        at = datetime.fromtimestamp(self._unix_time()).strftime("%H:%M:%S")
        self.problems.show_problems(device.problems)
        if device.problems:
            sentence = self.tr("Tested at {0}: {1} calls, {2} problems.")
        else:
            sentence = self.tr("Tested at {0}: {1} calls, no problem.")
        self.notice.say(sentence.format(at, len(replies), len(device.problems)))

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.picture.setFixedHeight(self.width() * 9 // 16)
