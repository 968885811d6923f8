"""Listening to a tile of one screen: what the keys of sound do, and what the tile says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from wall.model.camera import Camera
from wall.model.events import SoundChanged
from wall.model.sound import Heard, Loudness, SoundPhase
from wall.model.stream import Source
from wall.model.tile import Cause
from wall.ui.corner import Corner, CornerMark
from wall.ui.notice_box import NoticeBox
from wall.ui.showing import Showing
from wall.ui.sound_port import SoundPort
from wall.ui.tile import Tile

_TELL_MS = 5000
_FAULT_S = 15.0
"""For how long a tile says why it is not heard."""


class SoundHand:
    """UI thread. `sound` None: nothing can be listened to in this program.

    Of all windows one has the tile that is listened to; it ends that when the tile leaves the screen, looks back, or
    nobody can see the window.
    """

    def __init__(
        self, sound: SoundPort | None, showing: Showing, box: NoticeBox, monotonic: Callable[[], float]
    ) -> None:
        self._sound = sound
        self._showing = showing
        self._box = box
        self._monotonic = monotonic
        self._heard: Heard | None = None
        """What is listened to here."""
        self._failed_s = 0.0
        self._marked: set[Tile] = set()

    def toggle(self) -> None:
        """Listen to the selected camera; or end that. One that is not heard is tried again."""
        camera = self._showing.selected_part.camera
        tile = self._showing.tile_at(self._showing.selected_cell)
        heard = self._heard
        if camera is None or camera.camera_id == 0:
            self._box.say(QCoreApplication.translate("Wall", "There is no camera in this cell"))
        elif self._sound is None:
            self._box.say(QCoreApplication.translate("Wall", "Nothing can be heard here"))
        elif heard is not None and heard.camera_id == camera.camera_id and heard.phase is not SoundPhase.FAILED:
            self._stop()
            self._box.say(QCoreApplication.translate("Wall", "The sound is off"))
        elif tile is not None and tile.past is not None:
            self._box.say(QCoreApplication.translate("Wall", "A replay has no sound"))
        elif tile is not None and tile.source is not None:
            self._begin(self._sound, camera, tile.source)

    def toggle_mute(self) -> None:
        """Silence for as long as somebody talks in the room; or hear again."""
        if self._sound is not None:
            self._turn(replace(self._sound.loudness, is_muted=not self._sound.loudness.is_muted))

    def turn(self, steps: int) -> None:
        """Louder, or quieter."""
        if self._sound is not None:
            self._turn(self._sound.loudness.turned(steps))

    def take_note(self, event: SoundChanged) -> None:
        """What is listened to, here or at another window."""
        mine, heard = self._heard, event.heard
        if mine is None or heard is None or heard.token < mine.token:
            return  # Nobody but this window ends what it has begun; that was about something former.
        self._heard = heard if heard.token == mine.token else None
        if self._heard is not None and heard.phase is SoundPhase.FAILED is not mine.phase:
            self._failed_s = self._monotonic()
            self._say_why(heard)
        self.mark()

    def mark(self) -> None:
        """Bring the marks up to date; to be called every second, and when other tiles are shown."""
        tiles = self._tiles() if self._heard is not None else set()
        if self._heard is not None and (not tiles or self._is_over(self._heard)):
            self._stop()
            tiles = set()
        for tile in self._marked - tiles:
            tile.mark(CornerMark.SOUND, None)
        for tile in tiles:
            tile.mark(CornerMark.SOUND, self._corner())
        self._marked = tiles

    def end(self) -> None:
        """The window closes."""
        self._stop()

    def _begin(self, sound: SoundPort, camera: Camera, shown: Source) -> None:
        sources = dict.fromkeys((shown, *(stream.source for stream in camera.streams)))
        token = sound.listen(camera.camera_id, list(sources))
        self._heard = Heard(camera.camera_id, token, loudness=sound.loudness)
        self._box.say(QCoreApplication.translate("Wall", "Sound: {0}").format(f"{camera.number}  {camera.name}"))
        self.mark()

    def _stop(self) -> None:
        if self._heard is not None and self._sound is not None:
            self._sound.stop(self._heard.token)
            self._heard = None
            self.mark()

    def _turn(self, loudness: Loudness) -> None:
        assert self._sound is not None
        self._sound.turn(loudness)
        if loudness.is_muted:
            self._box.say(QCoreApplication.translate("Wall", "Muted"))
        else:
            self._box.say(QCoreApplication.translate("Wall", "Volume {0} %").format(loudness.volume))

    def _tiles(self) -> set[Tile]:
        """Those that are heard: of what was, nothing is, and nothing that nobody can see."""
        assert self._heard is not None
        camera_id = self._heard.camera_id
        tiles = self._showing.visible_tiles() if not self._showing.is_away else ()
        return {tile for tile in tiles if tile.camera.camera_id == camera_id and tile.past is None}

    def _is_over(self, heard: Heard) -> bool:
        return heard.phase is SoundPhase.FAILED and self._monotonic() - self._failed_s > _FAULT_S

    def _corner(self) -> Corner:
        assert self._heard is not None
        heard = self._heard
        if heard.phase is SoundPhase.PLAYING:
            return Corner(CornerMark.SOUND, is_off=heard.loudness.gain == 0)
        if heard.cause is Cause.NONE:
            return Corner(CornerMark.SOUND, "…")
        return Corner(CornerMark.SOUND, _why(heard.cause), is_wrong=True)

    def _say_why(self, heard: Heard) -> None:
        said = QCoreApplication.translate("Wall", "No sound: {0}").format(_why(heard.cause))
        self._box.say(said, _TELL_MS)


def _why(cause: Cause) -> str:
    return QCoreApplication.translate("Cause", cause.value)
