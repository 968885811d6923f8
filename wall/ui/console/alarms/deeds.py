"""What an officer does with the alarms that are selected: one or a thousand of them, in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from wall.model.alarms.action import (
    Acknowledge,
    Action,
    Check,
    Close,
    Forward,
    Hold,
    Note,
    Reopen,
    Resume,
    Take,
)
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.mute import Mute
from wall.model.alarms.state import State, Verdict
from wall.model.alarms.workflow import Refusal
from wall.ui.alarms.port import AlarmsPort
from wall.ui.alarms.words import place_of, refusals_sentence, until_text, verdict_word
from wall.ui.console.alarms.deed_form import DeedForm, Question
from wall.ui.console.alarms.later import time_in, typed_hint, usual_times
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import Notice
from wall.ui.figures import number


class Deeds(QObject):
    """`selected` tells what the hand is on, `anchor` is what a form opens under; what comes of it is said in `notice`.

    `reopenable` tells how many were closed last: `reopen_closed` brings them back.
    """

    reopenable = Signal(int)

    def __init__(
        self,
        port: AlarmsPort,
        selected: Callable[[], Sequence[Alarm]],
        form: DeedForm,
        anchor: QWidget,
        notice: Notice,
        unix_time: Callable[[], float],
    ) -> None:
        super().__init__(anchor)
        self._port = port
        self._selected = selected
        self._form = form
        self._anchor = anchor
        self._notice = notice
        self._unix_time = unix_time
        self._homeward = Homeward(self)
        self._closed: tuple[int, ...] = ()

    # -- without a question

    def acknowledge(self) -> None:
        """I have seen them: those among the selected that nobody has."""
        new = [alarm for alarm in self._selected() if alarm.state is State.NEW]
        self._do(new or self._selected(), Acknowledge())

    def take(self) -> None:
        self._do(self._selected(), Take())

    def resume(self) -> None:
        self._do(self._selected(), Resume())

    def reopen(self) -> None:
        self._do(self._selected(), Reopen())

    def reopen_closed(self) -> None:
        """Take the last closing back."""
        closed, self._closed = self._closed, ()
        self._do_with(closed, Reopen())
        self.reopenable.emit(0)

    def check(self, alarm_id: int, step: int, is_done: bool, text: str) -> None:
        """A step of the checklist of this one."""
        self._do_with((alarm_id,), Check(step, is_done, text))

    def write_down(self, alarm_id: int, text: str, jpeg: bytes = b"") -> None:
        """A note on this one, whatever else is selected: what is typed beside a case belongs to it alone."""
        self._do_with((alarm_id,), Note(text, jpeg))

    # -- with one

    def forward(self) -> None:
        """To whom?"""
        title, hint = self._title(self.tr("Forward")), self.tr("To whom: name or unit")
        self._ask(Question(title, hint, self.tr("Forward"), lambda _none, to: self._do_asked(Forward(to))))

    def hold(self) -> None:
        """Until when, and why?"""

        def do(until_s: float, why: str) -> None:
            self._do_asked(Hold(until_s, why))

        title, hint = self._title(self.tr("Put on hold")), self.tr("Why it can wait")
        self._ask(self._until(title, hint, self.tr("Put on hold"), do))

    def close_alarms(self) -> None:
        """What was it, and why?"""
        choices = [(verdict_word(each), each) for each in Verdict]
        title, hint = self._title(self.tr("Close")), self.tr("What it was, and what was done")
        self._ask(Question(title, hint, self.tr("Close"), self._close, choices))

    def note(self) -> None:
        """Something worth knowing."""
        title, hint = self._title(self.tr("Note")), self.tr("What is worth knowing")
        self._ask(Question(title, hint, self.tr("Write down"), lambda _none, said: self._do_asked(Note(said))))

    def mute(self) -> None:
        """Hear nothing of the camera, or of the site, for how long, and why?"""
        whose = _whose(self._selected())
        if whose:
            title = self.tr("Hear nothing of {0} for a while").format(whose)
            self._ask(self._until(title, self.tr("Why"), self.tr("Mute"), self._mute))
        elif self._selected():
            self._notice.complain(self.tr("This alarm is of no camera and no site: there is nothing to mute."))

    # -- inside

    def _ask(self, question: Question) -> None:
        self._asked = tuple(self._selected())
        if self._asked:
            self._form.ask(question, self._anchor)

    def _title(self, deed: str) -> str:
        count = len(self._selected())
        return deed if count == 1 else self.tr("{0}: {1} alarms").format(deed, number(count))

    def _do_asked(self, action: Action) -> None:
        self._do(self._asked, action)

    def _close(self, verdict: Verdict, reason: str) -> None:
        self._closed = tuple(alarm.alarm_id for alarm in self._asked if alarm.is_open)
        self._do(self._asked, Close(verdict, reason))
        self.reopenable.emit(len(self._closed))

    def _mute(self, until_s: float, reason: str) -> None:
        """Of each camera once; of the site where it is of no camera."""
        whose = _whose(self._asked)
        for camera_id, site_id in _places(self._asked):
            muted = self._port.mute(Mute(camera_id, site_id, until_s, reason))
            self._homeward.follow(muted, lambda _mute: self._tell_muted(whose, until_s), self._notice.complain)

    def _tell_muted(self, whose: str, until_s: float) -> None:
        self._notice.say(self.tr("{0}: muted until {1}.").format(whose, until_text(until_s, self._unix_time())))

    def _until(self, title: str, hint: str, deed: str, then: Callable[[float, str], object]) -> Question:
        """One that asks until when, too."""
        times = usual_times(self._unix_time())
        return Question(title, hint, deed, then, times, partial(time_in, now_s=self._unix_time()), typed_hint())

    def _do(self, alarms: Sequence[Alarm], action: Action) -> None:
        self._do_with(tuple(alarm.alarm_id for alarm in alarms), action)

    def _do_with(self, alarm_ids: Sequence[int], action: Action) -> None:
        if alarm_ids:
            done = partial(self._tell, len(alarm_ids))
            self._homeward.follow(self._port.act(alarm_ids, action), done, self._notice.complain)

    def _tell(self, asked: int, refused: Mapping[int, Refusal]) -> None:
        self._notice.say(refusals_sentence(refused.values(), asked))


def _places(alarms: Iterable[Alarm]) -> dict[tuple[int, int], str]:
    """Camera or else site, each once, with what it is called; not those of neither."""
    placed = (alarm for alarm in alarms if alarm.camera_id or alarm.site_id)
    return {(each.camera_id, 0 if each.camera_id else each.site_id): place_of(each) for each in placed}


def _whose(alarms: Iterable[Alarm]) -> str:
    """What is muted with them; "" where nothing can be."""
    names = list(_places(alarms).values())
    if len(names) > 1:
        return QCoreApplication.translate("Deeds", "{0} places").format(number(len(names)))
    return names[0] if names else ""
