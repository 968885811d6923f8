"""Recording by hand on one screen: what the key does, and what the tiles say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from wall.model.camera import Camera
from wall.model.events import RecordingChanged
from wall.model.recording import FAULTS, Hitch, Recording
from wall.ui import recording_words
from wall.ui.corner import Corner, CornerMark
from wall.ui.notice_box import NoticeBox
from wall.ui.recordings_port import RecordingsPort
from wall.ui.showing import Showing
from wall.ui.tile import Tile

_TELL_MS = 5000
_FAULT_S = 60.0
"""For how long a tile says that it is not recorded any more."""


class RecordingHand:
    """UI thread. `recordings` None: nothing is recorded in this program."""

    def __init__(
        self,
        recordings: RecordingsPort | None,
        showing: Showing,
        box: NoticeBox,
        monotonic: Callable[[], float],
        unix: Callable[[], float],
    ) -> None:
        self._recordings = recordings
        self._showing = showing
        self._box = box
        self._monotonic = monotonic
        self._unix = unix
        self._told: dict[int, RecordingChanged] = {}
        """What was told last, by camera: of those that go on."""
        self._faults: dict[int, tuple[Recording, float]] = {}
        """Those that ended badly, and until when that is said."""
        self._asked: set[int] = set()
        """The cameras whose recording was ended here: this window says what came of it."""
        if recordings is not None:
            self._told = {key: RecordingChanged(each) for key, each in recordings.under_way.items()}

    def toggle(self) -> None:
        """Record the selected camera; or end that."""
        camera = self._showing.selected_part.camera
        tile = self._showing.tile_at(self._showing.selected_cell)
        if camera is None or camera.camera_id == 0:
            self._box.say(QCoreApplication.translate("Wall", "There is no camera in this cell"))
        elif self._recordings is None:
            self._box.say(QCoreApplication.translate("Wall", "Nothing can be recorded here"))
        elif camera.camera_id in self._recordings.under_way:
            self._asked.add(camera.camera_id)
            self._recordings.stop(camera.camera_id)
        elif tile is not None and tile.source is not None:
            self._begin(self._recordings, camera, tile)

    def take_note(self, event: RecordingChanged) -> None:
        """How far a recording has come."""
        recording = event.recording
        camera_id = recording.camera_id
        self._faults.pop(camera_id, None)
        if recording.end is None:
            self._told[camera_id] = event
        else:
            self._told.pop(camera_id, None)
            if recording.end in FAULTS:
                self._faults[camera_id] = recording, self._monotonic() + _FAULT_S
            if camera_id in self._asked or recording.end in FAULTS:
                self._asked.discard(camera_id)
                self._box.say(_ended(recording), _TELL_MS)
        self.mark()

    def mark(self) -> None:
        """Bring the marks of all visible tiles up to date; to be called every second, and when others are shown."""
        self._mark(self._showing.visible_tiles())

    def _begin(self, recordings: RecordingsPort, camera: Camera, tile: Tile) -> None:
        assert tile.source is not None
        recordings.start(camera, tile.source, tile.clock_offset_s)
        said = QCoreApplication.translate("Wall", "Recording: {0}").format(f"{camera.number}  {camera.name}")
        self._box.say(said)

    def _mark(self, tiles: Iterable[Tile]) -> None:
        now_s = self._monotonic()
        self._faults = {key: fault for key, fault in self._faults.items() if now_s < fault[1]}
        for tile in tiles:
            tile.mark(CornerMark.RECORDING, self._corner(tile.camera.camera_id))

    def _corner(self, camera_id: int) -> Corner | None:
        if (told := self._told.get(camera_id)) is not None:
            return Corner(CornerMark.RECORDING, self._so_far(told), told.hitch is not Hitch.NONE)
        if camera_id in self._faults:
            end = self._faults[camera_id][0].end
            assert end is not None
            return Corner(CornerMark.RECORDING, recording_words.not_recording(end), is_wrong=True)
        return None

    def _so_far(self, told: RecordingChanged) -> str:
        if told.hitch is Hitch.SLOW_DISK:
            return recording_words.hitch_sentence(told.hitch)
        parts = told.recording.parts
        return recording_words.duration(self._unix() - (parts[0].started_s if parts else told.recording.started_s))


def _ended(recording: Recording) -> str:
    """What came of it."""
    translate = QCoreApplication.translate
    name = f"{recording.number}  {recording.name}"
    if recording.end in FAULTS:
        why = recording_words.end_sentence(recording.end)
        return translate("Wall", "The recording of {0} has ended: {1}").format(name, why)
    length, path = recording_words.duration(recording.seconds), Path(recording.parts[0].path)
    return translate("Wall", "Recorded {0} of {1}: {2}").format(length, name, path)
