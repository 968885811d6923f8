"""The page of other systems: how their alarms come in, and how a supervisor is told of ours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wall.model.alarms.push import GIVE_UP_S, PushChanged
from wall.model.alarms.told_events import IntakeChanged
from wall.model.alarms.ways_in import IN_LOGIN, OUT_LOGIN, USUAL_TOPICS, WaysIn
from wall.model.alarms.ways_out import USUAL_TOPIC_OUT, WaysOut
from wall.model.events import Event
from wall.model.stream import Credentials
from wall.ui.alarms.ways_port import WaysPort
from wall.ui.console.alarms.rules.fields import Rows
from wall.ui.console.choice import Choice
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Notice, button, heading, label
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.tabbing import tab_as_read
from wall.ui.console.ways.broker_group import BrokerGroup
from wall.ui.console.ways.group import Group
from wall.ui.console.ways.hook_group import HookGroup
from wall.ui.console.ways.webhook_group import WebhookGroup
from wall.ui.console.ways.words import heard_sentence, pushed_sentence
from wall.ui.signals import EventBridge
from wall.ui.theme import SPACE, Theme

T = TypeVar("T")

_HOUR_S = 3600.0
COUNT_MS = 1_000
"""Who tries whether another system comes through looks at how many messages there were."""


class WaysPage(QWidget):
    """What is typed and not kept stays until it is kept or taken back; what is kept is in force at once."""

    def __init__(self, theme: Theme, port: WaysPort, wall: RoomFacts, events: EventBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._port = port
        self._wall = wall
        self._events = events
        self._homeward = Homeward(self)
        self._make_groups(theme)
        self.shown_on = Choice([(self.tr("none"), 0)], self.tr("The supervisor's screen"), theme, self)
        self.notice = Notice(self)
        self._lay_out()
        tab_as_read(self)
        for group in self.groups:
            group.changed.connect(self._changed_by_hand)
        self.shown_on.activated.connect(lambda _place: self._changed_by_hand())
        wall.screens_changed.connect(self._offer_screens)
        events.happened.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._offer_screens()
        self._count_again = QTimer(self, interval=COUNT_MS)
        self._count_again.timeout.connect(self._show_health)
        self.take_back()

    @property
    def groups(self) -> tuple[Group, ...]:
        return self.broker, self.webhook, self.hook, self.publishing

    # -- what the window asks

    def enter(self) -> None:
        """Put the hand on the first switch."""
        self.broker.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """In force from now on, or say what is wrong with it."""
        try:
            wanted, logins = self.draft(), self._logins()
        except ValueError as error:
            self.notice.complain(str(error))
            return
        if wanted.hears_itself:
            self.notice.complain(
                self.tr("What is published on that topic would come back as an alarm: choose another.")
            )
            return
        self._keep.setEnabled(False)
        self._homeward.follow(self._port.keep(wanted, logins), lambda _none: self._tell_kept(), self._complain)

    def take_back(self) -> None:
        """As it is in force."""
        settings = self._port.settings
        self.broker.show_settings(settings.broker)
        self.webhook.show_settings(settings.webhook)
        self.hook.show_settings(settings.out.hook)
        self.publishing.show_settings(settings.out.broker)
        self._show_screen(settings.out.screen_id)
        self.notice.clear()
        self._tell_changed()
        self._show_health()

    def go_back(self) -> bool:
        """Esc: away with the sentence, then with what is typed and not kept. False: neither was."""
        if self.notice.text:
            self.notice.clear()
        elif self.is_changed:
            self.take_back()
        else:
            return False
        return True

    def end(self) -> None:
        """Hear no more."""
        self._events.happened.disconnect(self._hear)

    @property
    def is_changed(self) -> bool:
        """Is something typed that is not kept?"""
        if any(each.is_typed for each in (self.broker.login, self.hook.token, self.publishing.login)):
            return True
        try:
            return self.draft() != self._port.settings
        except ValueError:
            return True

    def draft(self) -> WaysIn:
        """As it is typed. ValueError, in words, with whose it is, where it makes no sense."""
        out = WaysOut(
            _of(self.hook, self.hook.settings),
            _of(self.publishing, self.publishing.settings),
            int(self.shown_on.currentData()),
        )
        return WaysIn(_of(self.broker, self.broker.settings), _of(self.webhook, self.webhook.settings), out)

    # -- inside

    def _logins(self) -> dict[str, Credentials]:
        """Those that are new."""
        typed = (
            (self.broker, self.broker.login),
            (self.hook, self.hook.token),
            (self.publishing, self.publishing.login),
        )
        found = {each.credential: _of(group, each.typed) for group, each in typed if group.on.isChecked()}
        return {name: login for name, login in found.items() if login is not None}

    def _changed_by_hand(self) -> None:
        """What was said of it as it was holds no more."""
        self.notice.clear()
        self._tell_changed()

    def _tell_changed(self) -> None:
        for each in (self._keep, self._back):
            each.setEnabled(self.is_changed)

    def _tell_kept(self) -> None:
        self.take_back()
        self.notice.say(self.tr("Kept, and in force."))

    def _complain(self, text: str) -> None:
        self._tell_changed()
        self.notice.complain(self.tr("Nothing was changed: {0}").format(text))

    @Slot(object)
    def _hear(self, event: Event) -> None:
        if isinstance(event, IntakeChanged | PushChanged) and self.isVisible():
            self._show_health()

    def _show_health(self) -> None:
        ways_in, ways_out = self._port.health()
        for group, heard in zip((self.broker, self.webhook), ways_in, strict=True):
            group.state.setText(self.tr("Now: {0}").format(heard_sentence(heard)))
        for group, pushed in zip((self.hook, self.publishing), ways_out, strict=True):
            group.state.setText(self.tr("Now: {0}").format(pushed_sentence(pushed)))

    def _offer_screens(self) -> None:
        chosen = self.shown_on.currentData()
        with QSignalBlocker(self.shown_on):
            while self.shown_on.count() > 1:
                self.shown_on.removeItem(1)
            for each in self._wall.room.screens:
                self.shown_on.addItem(self.tr("screen {0}: {1}").format(each.number, each.name), each.screen_id)
        self._show_screen(chosen)
        self.shown_on.updateGeometry()

    def _show_screen(self, screen_id: int) -> None:
        """One that is gone stays chosen: the wall may get it back."""
        with QSignalBlocker(self.shown_on):
            if self.shown_on.findData(screen_id) < 0:
                self.shown_on.addItem(self.tr("a screen that is gone"), screen_id)
            self.shown_on.setCurrentIndex(self.shown_on.findData(screen_id))

    # -- assembling

    def _make_groups(self, theme: Theme) -> None:
        port = self._port
        self.broker = BrokerGroup(
            self.tr("MQTT: Frigate, ONVIF Profile M, others"),
            self.tr("listen to a broker"),
            IN_LOGIN,
            USUAL_TOPICS,
            (port.try_broker, port.new_client_id),
            theme,
            self,
        )
        self.webhook = WebhookGroup(
            self.tr("HTTP"), self.tr("take alarms from whoever has the token"), port, theme, self
        )
        self.hook = HookGroup(self.tr("HTTP"), self.tr("post alarms to an address"), port.try_hook, theme, self)
        self.publishing = BrokerGroup(
            self.tr("MQTT"),
            self.tr("publish alarms on a topic"),
            OUT_LOGIN,
            (USUAL_TOPIC_OUT,),
            (port.try_publishing, port.new_client_id),
            theme,
            self,
            publishes=True,
        )

    def _lay_out(self) -> None:
        inside = QWidget(self)
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        columns.setSpacing(8 * SPACE)
        about_in = self.tr("What other systems say becomes alarms by the rules.")
        about_out = self.tr(
            "Alarms whose rule says “tell the supervisor”, and urgent ones to which nobody reacts in time."
            " What cannot be sent waits, and is tried for {0} hours."
        ).format(round(GIVE_UP_S / _HOUR_S))
        columns.addLayout(_column(self.tr("Others tell us"), about_in, self.broker, self.webhook), 1)
        columns.addLayout(
            _column(self.tr("The supervisor is told"), about_out, self._screen_row(), self.hook, self.publishing), 1
        )
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        around.setSpacing(2 * SPACE)
        around.addWidget(self.notice)
        around.addWidget(scroll, 1)
        around.addLayout(self._deeds())

    def _screen_row(self) -> QWidget:
        """Where alarms pop up for him, besides the screen of their rule."""
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        rows = Rows()
        rows.add(self.tr("Screen"), self.shown_on)
        column.addWidget(heading(self.tr("On the wall")))
        column.addLayout(rows)
        return made

    def _deeds(self) -> QHBoxLayout:
        self._keep = button(self.tr("Keep"), self.keep, tip=self.tr("It holds from now on (Ctrl+S)"))
        self._back = button(self.tr("Take back"), self.take_back, is_flat=True, tip=self.tr("As it is in force"))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for each in (self._keep, self._back):
            row.addWidget(each)
        row.addStretch(1)
        return row

    # -- Qt

    def showEvent(self, event: object) -> None:
        self._show_health()
        self._count_again.start()

    def hideEvent(self, event: object) -> None:
        """A token that was made and kept is shown no more; one that is not kept yet is not lost."""
        self._count_again.stop()
        if not self.is_changed:
            self.webhook.forget()


def _of(group: Group, ask: Callable[[], T]) -> T:
    """What it says; what is wrong with it names the way. ValueError."""
    try:
        return ask()
    except ValueError as error:
        raise ValueError(f"{group.title}: {error}") from None


def _column(title: str, about: str, *groups: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(5 * SPACE)
    head = QVBoxLayout()
    head.setSpacing(SPACE)
    head.addWidget(label(title, is_bold=True))
    head.addWidget(label(about, is_muted=True))
    column.addLayout(head)
    for each in groups:
        column.addWidget(each)
    column.addStretch(1)
    return column
