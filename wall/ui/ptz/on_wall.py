"""PTZ of one wall window, also of one in whose program no camera can be moved."""

from __future__ import annotations

from wall.model.events import Event
from wall.ui.notice_box import NoticeBox
from wall.ui.ptz import words
from wall.ui.ptz.ptz_hand import PtzHand
from wall.ui.ptz.steering import Steering


class PtzOnWall:
    """UI thread. `hand` None: the keys say why nothing moves."""

    def __init__(self, hand: PtzHand | None, box: NoticeBox) -> None:
        self.hand = hand
        self._box = box

    @property
    def steering(self) -> Steering | None:
        return self.hand.steering if self.hand is not None else None

    def toggle(self) -> None:
        """Keys and mouse move the selected camera itself; and no more."""
        if self.hand is not None:
            self.hand.toggle()
        else:
            self._box.say(words.no_port())

    def toggle_pad(self) -> None:
        """The pad with all that it can do."""
        if self.hand is not None:
            self.hand.toggle_pad()
        else:
            self._box.say(words.no_port())

    def leave(self) -> bool:
        """Esc. False where nothing was driven."""
        return self.hand is not None and self.hand.leave()

    def take_note(self, event: Event) -> None:
        """A fact has come up."""
        if self.hand is not None:
            self.hand.take_note(event)

    def follow(self) -> None:
        """What is shown, or of when it is, may be something else."""
        if self.hand is not None:
            self.hand.mode.follow()

    def mark(self) -> None:
        """To be called every second."""
        if self.hand is not None:
            self.hand.mark()

    def end(self) -> None:
        """The window closes."""
        if self.hand is not None:
            self.hand.end()
