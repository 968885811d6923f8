"""One tile as the painting widget knows it: where it stands, what is known of it, and its newest picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from wall.model.camera import Camera
from wall.model.events import StreamMeasured
from wall.model.framing import frame_area
from wall.model.grid import Rect
from wall.model.other_stream import OtherStream
from wall.model.picture import Picture, PictureBox, PictureFeed
from wall.model.stream import Source
from wall.model.tile import Cause, Thresholds, TileState, TileStatus
from wall.model.video import Level
from wall.model.zoom import Frame, Placed
from wall.ui.corner import Corner, CornerMark
from wall.ui.marks import Sign
from wall.ui.past import Past
from wall.ui.sight import PLAIN, Sight
from wall.ui.tile_facts import StreamFact, TileFacts

_RGB32 = QImage.Format.Format_RGB32
_NOWHERE = Rect(0, 0, 0, 0)
_REMEMBERED_WIDTH_PX = 640
_TOO_OLD = TileStatus(TileState.LATE, Cause.SLOW)
_DOUBT_MARGIN_S = 0.5
_A_PIXEL = 0.01
_REPLAY = TileStatus(TileState.REPLAY)
_OPENING = TileStatus(TileState.CONNECTING, Cause.OPENING)
_WAKING = TileStatus(TileState.CONNECTING, Cause.FIRST_PICTURE)
_CUT_OFF = (TileState.NO_SIGNAL, TileState.LOGIN_REFUSED, TileState.SESSIONS_FULL, TileState.UNSUPPORTED)
_UNHEARD = (Cause.DECODER_LOST, Cause.MEMORY)
"""Nothing of the stream is received any more."""
_PLAYING = (TileState.CONNECTING, TileState.LIVE, TileState.LATE, TileState.FROZEN)


@dataclass(frozen=True, slots=True)
class LastPicture:
    """A copy of a picture that outlives its feed, and when it was decoded."""

    image: QImage
    picture_s: float


@dataclass(frozen=True, slots=True)
class Overlay:
    """Something painted once and laid over every picture, in device pixels of the wall."""

    x: int
    y: int
    image: QImage


@dataclass(frozen=True, slots=True)
class OldLabels:
    """What stands on a picture that is not in colour: for this state, and with this age, until there is another."""

    status: TileStatus
    age: str
    overlays: tuple[Overlay, ...]


class Tile:
    """Mutable, owned by the UI thread. Times are monotonic seconds.

    `image` lies over the memory of `picture` without a copy: QImage does not keep that memory alive, so the
    two are set and dropped together, and always before the feed is given back.
    """

    def __init__(self, number: int, camera: Camera, feed: PictureFeed, limits: Thresholds, since_s: float) -> None:
        self.number = number
        self.camera = camera
        self.source: Source | None = None
        """What is received for it."""
        self.feed = feed
        self.limits = self._usual_limits = limits
        self.status = _OPENING
        """What ails what comes now, also while the tile looks back."""
        self.past: Past | None = None
        """Where it looks back; `feed` and `picture` are those of the past then."""
        self.note: TileStatus | None = None
        """What ails another stream of this camera, for which this tile stands in."""
        self.sign: Sign | None = None
        """Why it is this camera that stands here, where nobody has put it."""
        self.clock_offset_s: float | None = None
        """How far the camera's clock is ahead of ours, as was told last: a picture that stays has it, too."""
        self.facts = TileFacts()
        self.sight = PLAIN
        self.is_held = False
        """Does the operator hold a picture of it?"""
        self.since_s = self.begun_s = since_s
        self.picture: Picture | None = None
        self.image: QImage | None = None
        self.kept: LastPicture | None = None
        self.grey: QImage | None = None
        self.overlays: tuple[Overlay, ...] | None = None
        self.old_labels: OldLabels | None = None
        self.corners: dict[CornerMark, Corner] = {}
        self.corner_overlay: Overlay | None = None
        self.band: tuple[str, ...] = ()
        """What stands along its upper edge while keys and mouse mean its camera, the longest first."""
        self.alarm: tuple[str, ...] = ()
        """What stands there, in a frame, while nobody has acknowledged an alarm of its camera."""
        self.band_overlay: Overlay | None = None
        self.importance = 0
        """How late it is decoded with less when the machine has too much to do."""
        self.other: OtherStream | None = None
        """The camera's other stream that its cell can do with."""
        self.size = PictureBox(0, 0)
        """The picture size last asked for, device pixels."""
        self.cell = _NOWHERE
        self.area = _NOWHERE
        self.target = _NOWHERE
        """Where in `area` the picture stands."""
        self.crop: QRectF | None = None
        """Which part of it, in its own pixels; None is all of it."""
        self.is_exact = True
        self.is_letterboxed = False
        self.update_rect = QRect()
        self.dirty = True
        self.painted_age = -1
        self.current_until_s: float | None = None
        """Painted in colour, and until when that stays true; None where it was painted as old."""

    def place(self, cell: Rect, update_rect: QRect) -> None:
        """Stand in a cell; in the same one nothing changes. `update_rect` is it in the widget's logical pixels."""
        if (cell, update_rect) == (self.cell, self.update_rect):
            return
        self.cell, self.update_rect = cell, update_rect
        self._look_anew()

    def see(self, sight: Sight) -> None:
        """Be looked at like this from now on."""
        if sight != self.sight:
            self.sight, self.is_held = sight, sight.held is not None
            self._look_anew()

    def learn(self, fact: StreamFact) -> None:
        """Something became known of its stream."""
        self.facts = self.facts.with_fact(fact)
        if isinstance(fact, StreamMeasured):
            self.clock_offset_s = fact.clock_offset_s
        if self.sight.has_facts:
            self.overlays = self.old_labels = None
            self.dirty = True

    def tell(self, status: TileStatus, since_s: float) -> None:
        """Take note of what the tile now is."""
        self.status, self.since_s = status, since_s
        self.limits = self._usual_limits.at(Level.KEYFRAMES if status.easing is Cause.KEYFRAMES else Level.FULL)
        if status.state in _CUT_OFF or status.cause in _UNHEARD:
            self.facts = self.facts.cut_off()
        self.overlays = self.old_labels = None
        self.dirty = True

    def annotate(self, note: TileStatus | None) -> None:
        """Say what ails the stream this tile stands in for."""
        if note != self.note:
            self.note, self.overlays, self.dirty = note, None, True

    def rename(self, camera: Camera) -> None:
        """The camera may have another number or name by now."""
        if camera != self.camera:
            self.camera, self.overlays, self.old_labels, self.dirty = camera, None, None, True

    def give_sign(self, sign: Sign | None) -> None:
        """Say why this camera stands here."""
        if sign != self.sign:
            self.sign, self.overlays, self.old_labels, self.dirty = sign, None, None, True

    def mark(self, mark: CornerMark, corner: Corner | None) -> None:
        """Say at the top right what is being done with the camera; None: not any more."""
        if self.corners.get(mark) != corner:
            self.corners = {key: each for key, each in self.corners.items() if key is not mark}
            if corner is not None:
                self.corners[mark] = corner
            self.corner_overlay, self.band_overlay, self.dirty = None, None, True
            if self.sight.has_facts or self.past is not None:
                self.overlays = self.old_labels = None  # They stand beside it.

    def announce(self, band: tuple[str, ...]) -> None:
        """Say along the upper edge that keys and mouse mean the camera itself; (): not any more."""
        if band != self.band:
            self.band = band
            self.overlays = self.old_labels = self.band_overlay = None
            self.dirty = True

    def warn(self, alarm: tuple[str, ...]) -> None:
        """Say what nobody has acknowledged, the longest first; (): nothing any more."""
        if alarm != self.alarm:
            self.alarm, self.overlays, self.old_labels, self.band_overlay, self.dirty = alarm, None, None, None, True

    def wake(self, now_s: float) -> None:
        """It has rested: what is known of it is old, but for a fault."""
        if self.status.state in _PLAYING:
            self.status = _WAKING
        self.facts = self.facts.at_rest()
        self.since_s = now_s
        self.overlays = self.old_labels = None
        self.dirty = True

    @property
    def looks_back(self) -> bool:
        """Does it, and is that wanted?"""
        return self.past is not None and self.past.is_wanted

    def look_back(self, past: Past) -> None:
        """Show the past instead of what comes. Until its first picture comes, the present one stays, and fades."""
        self.kept = self.let_go()
        self.feed, self.past = past.feed, past
        self._look_anew()

    def come_back(self, now_s: float) -> None:
        """Show again what comes, as soon as there is a picture of it."""
        if self.past is not None:
            self.wake(now_s)
            self.past.leave(now_s)

    def drop_past(self) -> None:
        """Look back no more, at once; what was shown of the past goes, for it would look like an old picture."""
        if self.past is not None:
            self.feed, self.past = self.past.present, None
            self.image = self.picture = self.kept = None
            self.current_until_s = None
            self._look_anew()

    def say_of_past(self, label: str, sentence: str) -> None:
        """What stands on a tile that looks back."""
        if self.past is not None and (self.past.label, self.past.sentence) != (label, sentence):
            self.past.label, self.past.sentence = label, sentence
            if sentence:
                self.kept = None  # Nor does it stand in for what comes next.
            self._look_anew()

    def has_come(self) -> bool:
        """Is there something to show since it was asked for, a picture or a reason why there is none?"""
        return self.status.state is not TileState.CONNECTING or self.feed.has_newer()

    def take(self) -> bool:
        """Hold the newest picture. True if it is another one than before."""
        if self.past is not None and not self.past.is_wanted and self.past.present.has_newer():
            self.drop_past()
        picture = self.feed.hold()
        if picture is None or picture is self.picture:
            return False
        former, self.picture = self.picture, picture
        self.image = QImage(picture.pixels, picture.width, picture.height, picture.stride, _RGB32)
        self.kept = self.grey = None
        if former is None or (former.width, former.height) != (picture.width, picture.height):
            self._aim()
        return former is None or former.count != picture.count or former.picture_s != picture.picture_s

    def let_go(self) -> LastPicture | None:
        """Drop every reference into the feed's memory; give a copy of the last picture."""
        self.take()  # Another tile of the same stream may have taken a newer one since.
        if self.image is not None and self.picture is not None:
            self.kept = LastPicture(_small_copy(self.image), self.picture.picture_s)
        self.image = self.picture = None
        return self.kept

    def remember(self, kept: LastPicture) -> None:
        """Show a picture of an earlier feed, with its true age, until there is a new one."""
        self.kept = kept
        self._aim()

    def shown_image(self) -> QImage | None:
        """The picture to paint, new or remembered."""
        return self.image or (self.kept.image if self.kept else None)

    def newest_image(self) -> QImage | None:
        """The same for whoever looks at its pixels outside of painting: those of a picture that was painted earlier may
        be written over by now, because other tiles show the same stream.
        """
        if self.take():
            self.dirty = True
        return self.shown_image()

    def seen_image(self) -> QImage | None:
        """What the operator sees: the picture that is held, else the one that is shown."""
        return self.sight.held.image if self.sight.held is not None else self.shown_image()

    @property
    def frame(self) -> Frame:
        """The picture and where it may stand, for whoever zooms and pans."""
        image = self.seen_image()
        shape = (image.width(), image.height()) if image else (self.area.width, self.area.height)
        return Frame(shape, self.area, self.sight.framing)

    def picture_s(self) -> float | None:
        """When the shown picture was decoded."""
        if self.picture is not None:
            return self.picture.picture_s
        return self.kept.picture_s if self.kept else None

    def status_at(self, now_s: float) -> TileStatus:
        """What the tile is, doubted: a picture too old is never called live, whatever was said before."""
        if self.past is not None:
            return _REPLAY
        if self.status.is_live and self.picture_s() is not None and not self.is_current(now_s):
            return _TOO_OLD
        return self.status

    def is_current(self, now_s: float) -> bool:
        """May the picture be shown as it is, in colour?"""
        until_s = self._current_until_s()
        return until_s is not None and now_s <= until_s

    def age_s(self, now_s: float) -> float:
        """How old is what the picture shows; without a picture, how long the tile is what it is.

        A frozen camera sends its old picture again and again: it is as old as the last change seen.
        """
        taken_s = self.picture_s()
        if taken_s is None:
            return now_s - self.since_s
        if self.status.state is TileState.FROZEN:
            taken_s = min(taken_s, self.since_s - self.limits.frozen_after_s)
        return now_s - taken_s

    def seen_age_s(self, now_s: float) -> float:
        """The age of what the operator sees: that of a held picture grows."""
        return now_s - self.sight.held.picture_s if self.sight.held is not None else self.age_s(now_s)

    def wants_paint(self, now_s: float) -> bool:
        """Asked at every tick: is there something new to see? A tile in colour answers almost for free."""
        if self.is_held:
            return self.dirty or int(self.seen_age_s(now_s)) != self.painted_age
        if self.past is not None:
            if self.past.has_left(now_s):
                self.drop_past()
            return self.dirty or self.feed.has_newer()
        if self.current_until_s is not None:
            return self.dirty or self.feed.has_newer() or now_s > self.current_until_s
        return self.dirty or int(self.age_s(now_s)) != self.painted_age or self._has_first_picture()

    def turns_grey(self, now_s: float) -> bool:
        """Will it be painted as an old one, which takes longer? Not if a first picture has come in the meantime."""
        return not (self.is_held or self.past is not None or self.is_current(now_s) or self._has_first_picture())

    def note_painted(self, now_s: float) -> bool:
        """It is about to be painted as of now. True if in colour."""
        is_current = self.is_current(now_s)
        self.dirty = False
        self.current_until_s = self._current_until_s() if is_current else None
        self.painted_age = int(self.seen_age_s(now_s))
        return is_current

    def _current_until_s(self) -> float | None:
        """Until when the picture may be shown in colour.

        For a live one this is only the last resort: the room below says late and frozen in time, but if it has
        died, the picture must not stay live all the same.
        """
        taken_s = self.picture_s()
        if taken_s is None:
            return None
        if self.status.is_live:
            return taken_s + max(self.limits.late_after_s, self.limits.frozen_after_s) + _DOUBT_MARGIN_S
        return taken_s + self.limits.late_after_s if self.status.state is TileState.CONNECTING else None

    def _has_first_picture(self) -> bool:
        return self.status.state in (TileState.LIVE, TileState.CONNECTING) and self.feed.has_newer()

    def _look_anew(self) -> None:
        self.area = frame_area(self.cell, self.sight.framing)
        self.grey = self.overlays = self.old_labels = self.corner_overlay = self.band_overlay = None
        self.dirty = True
        self._aim()

    def _aim(self) -> None:
        frame = self.frame
        placed = frame.placed(self.sight.zoom)
        self.target = placed.target
        self.crop = None if placed.crop.is_whole else _crop(placed, frame.shape)
        self.is_exact = self.crop is None and frame.shape == (self.target.width, self.target.height)
        self.is_letterboxed = self.target != self.area


def _crop(placed: Placed, shape: tuple[int, int]) -> QRectF:
    """A part of a picture in its own pixels; as many as it has on the wall begin at a whole one, and are then copied
    as they are.
    """
    crop, target = placed.crop, placed.target
    part = QRectF(crop.x * shape[0], crop.y * shape[1], crop.width * shape[0], crop.height * shape[1])
    if abs(part.width() - target.width) < _A_PIXEL and abs(part.height() - target.height) < _A_PIXEL:
        return QRectF(round(part.x()), round(part.y()), target.width, target.height)
    return part


def _small_copy(image: QImage) -> QImage:
    """A copy to remember: dozens of them in the size of a whole wall would take half a gigabyte."""
    if image.width() <= _REMEMBERED_WIDTH_PX:
        return image.copy()
    return image.scaledToWidth(_REMEMBERED_WIDTH_PX)
