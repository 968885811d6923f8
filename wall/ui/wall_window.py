"""The window of one screen of the wall: assembles the view, the line at the top, the hand and the keys."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QEvent, QPoint, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QKeySequence, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from wall.model.events import Event, RecordingChanged, ScreensChanged, SoundChanged, WorkFailed
from wall.model.palette import Entry, Kind
from wall.model.screen import Screen
from wall.ui import words
from wall.ui.alarms.before_picture import BeforePicture
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.hand import AlarmHand
from wall.ui.calling import Calling
from wall.ui.exposure import Exposure
from wall.ui.forecast import foretelling
from wall.ui.hand import Hand
from wall.ui.holding import Holding
from wall.ui.key_list import KeyList
from wall.ui.keys import Keyboard
from wall.ui.lens import Lens
from wall.ui.moments import Clocks, Moments
from wall.ui.notice_box import NoticeBox
from wall.ui.palette_book import PaletteBook, Places, no_places
from wall.ui.palette_deeds import OpenInConsole, PaletteDeeds
from wall.ui.palette_sheet import PaletteSheet
from wall.ui.ports import LiveViewPort
from wall.ui.ptz import words as ptz_words
from wall.ui.ptz.on_wall import PtzOnWall
from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.ptz_hand import PtzHand
from wall.ui.recording_hand import RecordingHand
from wall.ui.recordings_port import RecordingsPort
from wall.ui.replay.bar import ReplayBar
from wall.ui.replay.desk import ReplayDesk
from wall.ui.replay.halted_tours import HaltedTours
from wall.ui.room_port import RoomPort
from wall.ui.screen_state import ScreenState, TileReport
from wall.ui.showing import Showing
from wall.ui.signals import EventBridge
from wall.ui.sound_hand import SoundHand
from wall.ui.sound_port import SoundPort
from wall.ui.theme import Theme
from wall.ui.tile_numbers import TileNumbers
from wall.ui.top_line import TopLine
from wall.ui.wall_following import wall_following
from wall.ui.wall_frame import WallFrame
from wall.ui.wall_keys import layout_keys, wall_keys
from wall.ui.wall_view import PaintedHook, WallView
from wall.ui.wishes import Wishes

_TELL_WITHIN_MS = 100
_FAILURE_MS = 8000
_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class WallWindow(QWidget):
    """One screen of the wall. `closed` follows when everything was given back to the live view."""

    closed = Signal()

    def __init__(
        self,
        room: RoomPort,
        screen: Screen,
        live: LiveViewPort,
        events: EventBridge,
        theme: Theme,
        numbers: TileNumbers,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], QDateTime] = QDateTime.currentDateTime,
        unix_time: Callable[[], float] = time.time,
        pictures: Path | None = None,
        open_in_console: OpenInConsole | None = None,
        places: Places = no_places,
        recordings: RecordingsPort | None = None,
        sound: SoundPort | None = None,
        ptz: PtzPort | None = None,
        alarms: AlarmFacts | None = None,
        keeps_hidden: bool = False,
    ) -> None:
        """`numbers` are shared by all that show tiles through `live`; `pictures` is where snapshots are saved;
        `open_in_console` is what Ctrl+Enter does in the palette, `places` are the sites that it knows. `keeps_hidden`:
        what stands here is received on while nobody can see the window.
        """
        super().__init__()
        self._room, self._screen_id = room, screen.screen_id
        self._open_in_console = open_in_console
        self._clocks = Clocks(monotonic, wall_clock, unix_time)
        self._dress(theme, screen.number)
        self._view = WallView(theme, monotonic, self)
        self._exposure = Exposure(self)
        self.showing = Showing(room, screen.screen_id, self._view, live, numbers, monotonic, keeps_hidden=keeps_hidden)
        self._state = ScreenState(self.showing, monotonic)
        self.wishes = Wishes(room, screen.screen_id, self.showing)
        self._box = NoticeBox(theme, self._view)
        self._make_looks(theme, live)
        self._make_moments(theme, pictures or _pictures_folder(), recordings, sound)
        self.alarms = AlarmHand(alarms, room.cameras, self.showing, self._box, unix_time, self)
        before = partial(BeforePicture, theme, live, events, numbers, (monotonic, unix_time))
        self.alarms.show_over(self._view, screen.screen_id, theme, before)
        self.ptz = PtzOnWall(self._make_ptz(ptz, theme) if ptz is not None else None, self._box)
        self._hand = Hand(room, screen.screen_id, self._view, self.showing, self.lens, self.ptz.steering)
        self._make_frame(theme, events, places, foretelling(room, live))
        self._connect(events)
        self._tell()
        self.resize(1280, 720 + self._top.height())
        self._view.setFocus()

    # -- what it is made of

    def _make_looks(self, theme: Theme, live: LiveViewPort) -> None:
        """How pictures are called up, looked at and followed."""
        view, box, clocks = self._view, self._box, self._clocks
        self._calling = Calling(self._room, self._screen_id, self.wishes, box, clocks.monotonic, self)
        self.lens = Lens(self.showing)
        self.holding = Holding(self.showing, box, clocks.monotonic, clocks.wall)
        self.following = wall_following(self._room, theme, self.showing, self.wishes, view, live.seen, box.say)
        tours = HaltedTours(self._room, self._screen_id, self.showing)
        self.replay = ReplayDesk(self.showing, tours, box, clocks)
        self._replay_bar = ReplayBar(self.replay, theme, view, box.keep_clear_of)

    def _make_moments(
        self, theme: Theme, pictures: Path, recordings: RecordingsPort | None, sound: SoundPort | None
    ) -> None:
        """What is kept of a tile, and what is heard."""
        showing, box, clocks = self.showing, self._box, self._clocks
        self._moments = Moments(self._room, showing, self._view, theme, box, clocks, pictures)
        self._recording = RecordingHand(recordings, showing, box, clocks.monotonic, clocks.unix)
        self.sound = SoundHand(sound, showing, box, clocks.monotonic)

    def _make_ptz(self, port: PtzPort, theme: Theme) -> PtzHand:
        clock = self._clocks.monotonic
        view, showing, holding, box = self._view, self.showing, self.holding, self._box
        return PtzHand(port, self._screen_id, self, view, showing, holding, box, theme, clock)

    def _make_frame(self, theme: Theme, events: EventBridge, places: Places, foretell: Callable[[Entry], str]) -> None:
        """Keys, the line at the top, and what opens above everything."""
        keys, layouts = wall_keys(self), layout_keys(self.wishes, self._room.layouts)
        self.keyboard = Keyboard((*keys, *layouts), self, self._room.keys, events)
        actions = self.keyboard.actions
        self._top = TopLine(theme, actions[len(keys) :], actions[: len(keys)], self)
        self._frame = WallFrame(self, self._top, self._view, self._replay_bar, self._box)
        self._key_list = KeyList(theme, self.keyboard.actions, self, self._hint())
        self._tells_failures = self._open_in_console is None  # Else the console does.
        self._palette = self._make_palette(theme, events, places, foretell)

    def _connect(self, events: EventBridge) -> None:
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tell_and_note)
        self._soon = QTimer(self, singleShot=True, interval=_TELL_WITHIN_MS)
        self._soon.timeout.connect(self._tell)
        self.showing.changed.connect(self.replay.changed)
        self.replay.changed.connect(self.ptz.follow)
        self.showing.changed.connect(self._tell_soon)
        view = self._view
        view.pointer_moved.connect(self._frame.follow_pointer)
        view.pointer_moved.connect(lambda _y: self._replay_bar.stir())
        self._exposure.changed.connect(view.set_uncovered)
        view.cell_pressed.connect(self._press)
        view.cell_opened.connect(self._open)
        view.menu_requested.connect(self._open_menu)
        events.happened.connect(self._take_note, Qt.ConnectionType.QueuedConnection)
        self._second.start()

    # -- what the program asks

    @property
    def screen_id(self) -> int:
        """Which screen of the wall it is."""
        return self._screen_id

    @property
    def is_seen(self) -> bool:
        """Can anybody see its pictures?"""
        return self._view.is_seen

    def tiles_not_live(self) -> list[TileReport]:
        """What of the visible wall is not live at this moment. Before the window is shown: everything."""
        return self._state.tiles_not_live()

    def screenshot(self) -> QImage:
        """The window as it is painted now, in device pixels."""
        return self.grab().toImage()

    def hear_painted(self, hook: PaintedHook | None) -> None:
        """Have every newly painted picture told to `hook` (tile, picture, monotonic seconds)."""
        self._view.on_painted = hook

    # -- what the operator asks of the window itself

    def enter(self) -> None:
        """End what is being typed, else the selected picture alone, and back."""
        if not self._calling.press("Return"):
            self.wishes.toggle_single()

    def go_back(self) -> None:
        """One step out of what is under way."""
        if self._calling.press("Esc"):
            return
        if self._key_list.isVisible():
            self._key_list.hide()
        elif self.ptz.leave() or self.following.close_it() or self.holding.let_go() or self.lens.show_whole():
            return
        elif self.replay.past is not None:
            self.replay.go_live()
        elif self.wishes.board.single:
            self.wishes.toggle_single()
        elif self.isFullScreen():
            self.toggle_full_screen()

    def retry(self) -> None:
        """Try the selected camera again."""
        self.showing.retry()

    def bookmark(self) -> None:
        """Keep this moment of the selected camera."""
        self._moments.bookmark()

    def record(self) -> None:
        """Record the selected camera, or end that."""
        self._recording.toggle()

    def save_snapshot(self) -> None:
        """Write the selected picture to a file."""
        self._moments.save()

    def copy_snapshot(self) -> None:
        """Put the selected picture on the clipboard."""
        self._moments.copy()

    def toggle_facts(self) -> None:
        """Write the figures of its stream over each picture, and take them away."""
        self.showing.sights.has_facts = not self.showing.sights.has_facts
        self.showing.see()

    def toggle_palette(self) -> None:
        """Find anything, or leave that."""
        self._palette.toggle_over(self._view.width(), self._view.height())

    def toggle_full_screen(self) -> None:
        """Fill the display, and back; a kiosk, which has no frame, stays as it is."""
        if self.windowFlags() & Qt.WindowType.FramelessWindowHint:
            return
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def change_keys(self) -> None:
        """Open the page of keys, which is in the console."""
        if self._open_in_console is not None:
            self._open_in_console(Entry(Kind.ACTION, "console.change_keys", ""))
        else:
            self._box.say(self.tr("Keys are changed in the console."))

    def toggle_key_list(self) -> None:
        """Show all keys, and hide them."""
        self._key_list.toggle_over(self.width(), self.height())

    def _press(self, cell: int) -> None:
        self._room.select(self._screen_id)
        self._view.setFocus()
        self.wishes.select(cell)

    def _open(self, cell: int) -> None:
        self.wishes.toggle_single_at(cell)

    def _open_menu(self, cell: int, at: QPoint) -> None:
        self._press(cell)
        self._top.open_deeds(at)

    def _make_palette(
        self, theme: Theme, events: EventBridge, places: Places, foretell: Callable[[Entry], str]
    ) -> PaletteSheet:
        book = PaletteBook(self._room, events, lambda: self.keyboard.actions, places, self)
        deeds = PaletteDeeds(self._room, book, self._open_in_console)
        hint = self.tr("Enter: into the selected cell · Ctrl+Enter: in the console") if self._open_in_console else ""
        sheet = PaletteSheet(theme, book, self._view, hint, foretell)
        sheet.chosen.connect(lambda entry, otherwise: self.wishes.act(partial(deeds.do, entry, otherwise=otherwise)))
        return sheet

    # -- telling

    def _take_note(self, event: Event) -> None:
        self.showing.take_note(event)
        self.ptz.take_note(event)
        if isinstance(event, ScreensChanged):
            for screen in event.screens:
                if screen.screen_id == self._screen_id:
                    self._name(screen.number)
        elif isinstance(event, RecordingChanged):
            self._recording.take_note(event)
        elif isinstance(event, SoundChanged):
            self.sound.take_note(event)
        elif isinstance(event, WorkFailed) and self._tells_failures:
            self._box.say(words.cause_with_detail(event.cause, event.detail), _FAILURE_MS)

    def _tell_soon(self) -> None:
        """Many facts at once are told once."""
        if not self._soon.isActive():
            self._soon.start()

    def _tell_and_note(self) -> None:
        self._tell()
        is_seen = self._view.is_seen and not self.isMinimized()
        self._room.note_shown(self._screen_id, self._state.shown() if is_seen else {})

    def _tell(self) -> None:
        """Bring the line at the top up to date."""
        self._recording.mark()
        self.sound.mark()
        self.ptz.mark()
        self._top.show_time(self._clocks.wall())
        self._top.show_counts(*self._state.counts())
        self._top.show_layout(self.showing.board.layout)
        self._top.show_place(self._state.place())

    def _hint(self) -> str:
        numbers = self.tr(
            "A number and Enter: that camera. 127/4: into cell 4. + and −: along its site. *2: the second view"
        )
        closer = self.tr(
            "Wheel or two fingers: closer. A drag then moves the picture; by its name, or with Ctrl or Alt, the tile"
        )
        return f"{numbers}\n{closer}\n{ptz_words.hint()}"

    # -- how it stands

    def _dress(self, theme: Theme, number: int) -> None:
        self._name(number)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.ground)
        self.setPalette(palette)

    def _name(self, number: int) -> None:
        self.setWindowTitle("CityWall – " + self.tr("Screen {0}").format(number))

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() in _NO_MODIFIERS or event.text() in ("+", "*", "/")
        name = QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)
        if not (is_plain and self._calling.press(name)):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._room.select(self._screen_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._frame.lay_out()
        if self._palette.isVisible():
            self._palette.stand_over(self._view.width(), self._view.height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.WindowStateChange:
            self._frame.lay_out()
        elif event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self._second.isActive():
            self._room.select(self._screen_id)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if self._second.isActive():
            for timer in (self._second, self._soon):
                timer.stop()
            self._palette.close_up()
            watchers = (self.ptz, self.sound, self.replay, self._moments, self._calling, self._hand, self._box)
            for part in (*watchers, self._replay_bar, self._exposure, self.alarms, self.following, self.showing):
                part.end()
            self.closed.emit()


def _pictures_folder() -> Path:
    """The operator's own."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures or Path.home(), "CityWall")
