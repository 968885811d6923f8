"""A player of recordings: the picture, and below it the buttons, the line and the time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import QDateTime, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.model.events import Event, PlaybackChanged
from wall.model.film import FilmPhase, Reel
from wall.model.recording import Part
from wall.ui.console.choice import Choice
from wall.ui.console.film_button import FilmButton, FilmMark
from wall.ui.console.film_view import FilmView
from wall.ui.console.parts import label
from wall.ui.console.time_line import TimeLine
from wall.ui.recording_words import duration
from wall.ui.recordings_port import PlaybackPort
from wall.ui.signals import EventBridge
from wall.ui.theme import SMALL, SPACE, Theme

_RATES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
_JUMP_S = 5.0
_OPEN_MS = 120
"""A list that is walked through opens nothing on the way."""


class Player(QWidget):
    """Shows one recording; keys come through `press`. `failed` follows where it cannot be played."""

    failed = Signal()

    def __init__(self, theme: Theme, playback: PlaybackPort, events: EventBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._playback = playback
        self._token = 0
        self._reel = Reel(())
        self._at_s = 0.0
        self._phase = FilmPhase.STANDING
        self._rate = 1.0
        self._is_open = self._runs = False
        self.view = FilmView(theme, self)
        self.line = TimeLine(theme, self)
        self.play_button = FilmButton(FilmMark.PLAY, theme, self.toggle, self.tr("Play, and pause (Space)"), self)
        self._back = FilmButton(FilmMark.BACK, theme, lambda: self.step(-1), self.tr("One picture back (,)"), self)
        self._on = FilmButton(FilmMark.ON, theme, lambda: self.step(1), self.tr("One picture on (.)"), self)
        self.speed = Choice([(_rate_text(rate), rate) for rate in _RATES], self.tr("Speed"), theme, self)
        self.speed.setToolTip(self.tr("Speed (+ and −)"))
        self.speed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.speed.setCurrentIndex(_RATES.index(1.0))
        self.time = label()
        self.time.setWordWrap(False)
        self.clock = label(size=SMALL, is_muted=True)
        self.clock.setWordWrap(False)
        self._open_soon = QTimer(self, singleShot=True, interval=_OPEN_MS)
        self._open_soon.timeout.connect(self._open)
        self._lay_out()
        self.view.resized.connect(self._resize)
        self.view.pressed.connect(self.toggle)
        self.line.sought.connect(self.seek)
        self.speed.activated.connect(lambda place: self.set_rate(_RATES[place]))
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._show()

    # -- what is shown

    def show_parts(self, parts: Sequence[Part], notice: str = "") -> None:
        """Another recording, standing at its beginning, in a moment; without files, the notice."""
        self._close()
        self._reel, self._at_s = Reel(parts), 0.0
        seams = list(accumulate(part.seconds for part in parts))[:-1]
        self.line.show_film(self._reel.seconds, seams)
        self.view.show_feed(None, notice)
        self._runs = False
        if parts and self.isVisible():
            self._open_soon.start()
        self._show()

    @property
    def at_s(self) -> float:
        """Where it is."""
        return self._at_s

    @property
    def is_running(self) -> bool:
        return self._phase is FilmPhase.RUNNING

    # -- what the hand does

    def toggle(self) -> None:
        """Play, or pause."""
        if self._runs and self._phase in (FilmPhase.RUNNING, FilmPhase.OPENING):
            self.pause()
        elif self._reel.parts:
            self._runs = True
            self._playback.play() if self._is_open else self._ensure_open()

    def pause(self) -> None:
        """Stand still."""
        self._runs = False
        if self._is_open:
            self._playback.pause()

    def seek(self, at_s: float) -> None:
        """Go to a moment."""
        if self._reel.parts:
            self._ensure_open()
            self._at_s = min(max(0.0, at_s), self._reel.seconds)
            self._playback.seek(self._at_s)
            self._show()

    def step(self, pictures: int) -> None:
        """So many pictures on, or back."""
        if self._reel.parts:
            self._ensure_open()
            self._runs = False
            self._playback.step(pictures)

    def set_rate(self, rate: float) -> None:
        """How fast it runs."""
        self._rate = rate
        self.speed.setCurrentIndex(_RATES.index(rate))
        if self._is_open:
            self._playback.set_rate(rate)

    def press(self, event: QKeyEvent) -> None:
        """A key that may be the player's: then the event is accepted."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            return
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_Comma: lambda: self.step(-1),
            Qt.Key.Key_Period: lambda: self.step(1),
            Qt.Key.Key_Left: lambda: self.seek(self._at_s - _JUMP_S),
            Qt.Key.Key_Right: lambda: self.seek(self._at_s + _JUMP_S),
            Qt.Key.Key_Plus: lambda: self._change_rate(1),
            Qt.Key.Key_Minus: lambda: self._change_rate(-1),
        }
        if event.key() in deeds:
            deeds[Qt.Key(event.key())]()
            event.accept()

    # -- inside

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(SPACE)
        for each in (self._back, self.play_button, self._on):
            below.addWidget(each)
        below.addSpacing(SPACE)
        below.addWidget(self.line, 1)
        below.addSpacing(SPACE)
        below.addWidget(self.time)
        below.addWidget(self.speed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.view, 1)
        column.addLayout(below)
        column.addWidget(self.clock)

    def _change_rate(self, steps: int) -> None:
        place = _RATES.index(self._rate) + steps
        self.set_rate(_RATES[min(max(0, place), len(_RATES) - 1)])

    def _ensure_open(self) -> None:
        if not self._is_open:
            self._open_soon.stop()
            self._open()

    def _open(self) -> None:
        self._token, feed = self._playback.open(self._reel.parts, *self.view.pixels, runs=self._runs)
        self._is_open = True
        self._phase = FilmPhase.OPENING
        self.view.show_feed(feed)
        if self._rate != 1.0:
            self._playback.set_rate(self._rate)
        self._show()

    def _close(self) -> None:
        self._open_soon.stop()
        if self._is_open:
            self._playback.close()
        self._is_open, self._token, self._phase = False, 0, FilmPhase.STANDING
        self.view.show_feed(None)

    def _resize(self) -> None:
        if self._is_open:
            self._playback.resize(*self.view.pixels)

    def _take_note(self, event: Event) -> None:
        if not isinstance(event, PlaybackChanged) or event.token != self._token:
            return
        has_failed = event.phase is FilmPhase.FAILED and self._phase is not FilmPhase.FAILED
        self._phase = event.phase
        if not self.line.is_dragged:
            self._at_s = event.at_s
        self._show()
        if has_failed:
            self.view.say(self.tr("This film cannot be played."))
            self.failed.emit()

    def _show(self) -> None:
        has_film = bool(self._reel.parts)
        for each in (self.play_button, self._back, self._on, self.speed):
            each.setEnabled(has_film)
        self.play_button.show_mark(FilmMark.PAUSE if self.is_running else FilmMark.PLAY)
        self.line.show_at(self._at_s)
        self.time.setText(f"{duration(self._at_s)} / {duration(self._reel.seconds)}" if has_film else "")
        self.clock.setText(_clock(self._reel.taken_s(self._at_s)) if has_film else "")

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.press(event)

    def showEvent(self, event: object) -> None:
        if self._reel.parts and not self._is_open:
            self._open_soon.start()

    def hideEvent(self, event: object) -> None:
        self._close()


def _rate_text(rate: float) -> str:
    return f"{rate:g}×"


def _clock(taken_s: float) -> str:
    """When that was, by our clock."""
    return QDateTime.fromMSecsSinceEpoch(round(taken_s * 1000)).toString("dd/MM/yyyy HH:mm:ss.zzz")[:-2]
