"""Alarms in the hand on one screen: what nobody has acknowledged is said on its tiles, and the keys acknowledge it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from wall.model.alarms.action import Acknowledge
from wall.model.alarms.workflow import Refusal
from wall.ui.alarms.bands import AlarmBands
from wall.ui.alarms.before_picture import BeforePicture
from wall.ui.alarms.cards_on_wall import CardsOnWall
from wall.ui.alarms.eyes import eyes_on
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.insets import BeforeInsets
from wall.ui.alarms.mute_marks import MuteMarks
from wall.ui.alarms.words import refusals_sentence
from wall.ui.homeward import Homeward
from wall.ui.keys import Key
from wall.ui.notice_box import NoticeBox
from wall.ui.room_port import CamerasPort
from wall.ui.showing import Showing
from wall.ui.theme import Theme
from wall.ui.wall_view import WallView


class AlarmHand:
    """UI thread. `facts` None: nobody keeps alarms in this program."""

    def __init__(
        self,
        facts: AlarmFacts | None,
        cameras: CamerasPort,
        showing: Showing,
        box: NoticeBox,
        unix_time: Callable[[], float],
        parent: QObject,
    ) -> None:
        self._facts = facts
        self._cameras = cameras
        self._showing = showing
        self._box = box
        self._homeward = Homeward(parent)
        self.bands = AlarmBands(facts, showing, cameras, parent) if facts is not None else None
        self.mutes = MuteMarks(facts, showing, cameras.of_site, unix_time, parent) if facts is not None else None
        self.insets: BeforeInsets | None = None
        self.lead: Callable[[], object] | None = None
        """Leads to the most urgent alarm where it is worked on; None: there is no console here."""
        self.cards: CardsOnWall | None = None

    def show_over(self, view: WallView, screen_id: int, theme: Theme, make: Callable[[QWidget], BeforePicture]) -> None:
        """Of alarms of this screen: what was before, beside what is live; and what has no picture, in words."""
        if self._facts is not None:
            self.insets = BeforeInsets(self._facts, self._showing, view, screen_id, make)
            self.cards = CardsOnWall(self._facts, self._showing, view, screen_id, theme)

    def go_to_unseen(self) -> None:
        """The most urgent one that nobody has acknowledged, in the console."""
        if self._facts is None or not self._facts.unseen():
            self._box.say(QCoreApplication.translate("Wall", "There is no alarm that is not acknowledged"))
        elif self.lead is None:
            self._box.say(QCoreApplication.translate("Wall", "Alarms are worked on in the console, which is not here"))
        else:
            self.lead()

    def acknowledge(self) -> None:
        """All that the selected camera has: its picture is seen. Where it has none, what stands here in words."""
        facts = self._facts
        mine = self._of_selected() or [each.alarm_id for each in (self.cards.alarms if self.cards else ())]
        if facts is None or not mine:
            self._box.say(QCoreApplication.translate("Wall", "This camera has no alarm that is not acknowledged"))
            return
        self._homeward.follow(facts.port.act(mine, Acknowledge()), self._tell, self._box.say)

    def _of_selected(self) -> list[int]:
        camera = self._showing.selected_part.camera
        if camera is None or self._facts is None:
            return []
        new = self._facts.unseen()
        return [each.alarm_id for each in new if camera.camera_id in eyes_on(each, self._cameras)]

    def panic(self) -> None:
        """The operator's own key, at the selected camera."""
        camera = self._showing.selected_part.camera
        if self._facts is None:
            self._box.say(QCoreApplication.translate("Wall", "Nobody keeps alarms here"))
            return
        said = self._facts.port.panic(camera.camera_id if camera is not None else 0)
        raised = QCoreApplication.translate("Wall", "Panic: the alarm is raised")
        self._homeward.follow(said, lambda _none: self._box.say(raised), self._box.say)

    def end(self) -> None:
        """The window closes."""
        for part in (self.bands, self.mutes, self.insets, self.cards):
            if part is not None:
                part.end()

    def _tell(self, refused: Mapping[int, Refusal]) -> None:
        done = QCoreApplication.translate("Wall", "Acknowledged")
        self._box.say(refusals_sentence(refused.values(), len(refused)) or done)


def alarm_keys(hand: AlarmHand) -> tuple[Key, ...]:
    """The same keys as in the console."""
    translate = QCoreApplication.translate
    group = translate("Wall", "Alarms")
    unseen, ack, panic = (
        translate("Wall", "The most urgent alarm, in the console"),
        translate("Wall", "Acknowledge the alarms of the camera"),
        translate("Wall", "Panic: an alarm of my own"),
    )
    return (
        Key(("F10",), unseen, hand.go_to_unseen, action_id="wall.alarm_unseen", group=group),
        Key(("F12",), ack, hand.acknowledge, action_id="wall.alarm_ack", group=group),
        Key(("Shift+F12",), panic, hand.panic, action_id="wall.panic", group=group),
    )
