"""Takes one small picture of one camera, by the cheapest way that is honest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from wall.model.camera import Camera
from wall.model.device import Trouble
from wall.model.errors import MalformedReplyError, UnauthorizedError, UnreachableError, WallError
from wall.model.glimpse import Glimpse, Way
from wall.model.inventory import CameraRecord, DeviceRecord
from wall.model.stream import Source
from wall.model.tile import Cause
from wall.onvif.faults import DeviceFault
from wall.onvif.line import LoginDesk
from wall.onvif.snapshot import Snapshot
from wall.services.glimpse_logins import GlimpseLogins
from wall.services.glimpse_subjects import Subject
from wall.services.glimpse_ways import Ways
from wall.services.health import Clocks
from wall.services.identity import where
from wall.services.told_times import ToldTimes
from wall.video.glimpse.maker import Made
from wall.video.memory import PictureMemory

WITHIN_S = 20.0
"""For one camera, all ways and waits together."""

Box = tuple[int, int]
Show = Callable[[CameraRecord, DeviceRecord | None, str], Camera]


class ReadsSnapshots(Protocol):
    """`wall.onvif.snapshot.SnapshotReader`."""

    async def read(self, url: str, desk: LoginDesk, certificate_sha256: str = "") -> Snapshot: ...


class MakesGlimpses(Protocol):
    """`wall.video.glimpse.maker.GlimpseMaker`."""

    async def of_jpeg(self, jpeg: bytes, box: Box) -> Made: ...

    async def of_tile(self, memory: PictureMemory, box: Box) -> Made: ...

    async def of_keyframe(self, source: Source, box: Box) -> Made: ...


class SeesTiles(Protocol):
    """`wall.services.live_view.LiveView`."""

    def in_sight(self, sources: Iterable[Source]) -> tuple[PictureMemory, float] | None: ...


@dataclass(frozen=True, slots=True)
class Hands:
    """What pictures are taken with. `show` gives a camera with its streams and login, unless that is held back."""

    show: Show
    tiles: SeesTiles
    snapshots: ReadsSnapshots
    maker: MakesGlimpses
    logins: GlimpseLogins


class Glimpsing:
    """On the io loop. Remembers of each camera which way works, and whether its times can be believed.

    `least_width` is for pictures that are to be looked at closely: what is narrower is passed over as long as there is
    another way, and a keyframe comes from the largest stream.
    """

    def __init__(self, hands: Hands, clocks: Clocks, least_width: int = 0) -> None:
        self._hands = hands
        self._clocks = clocks
        self._least_width = least_width
        self._ways: dict[int, Ways] = {}
        self._times = ToldTimes()

    def forget_all_but(self, cameras: Iterable[int]) -> None:
        """The others are not there any more."""
        known = set(cameras)
        self._ways = {camera: ways for camera, ways in self._ways.items() if camera in known}
        self._times.forget_all_but(known)

    async def take(self, subject: Subject, box: Box, before: Glimpse | None) -> Glimpse:
        """A new one. WallError says why there is none; `glimpse_logins.Waiting` that it is nobody's fault."""
        camera = self._shown(subject)
        ways = self._ways.setdefault(subject.camera.camera_id, Ways())
        offered = self._offered(subject, camera)
        async with asyncio.timeout(WITHIN_S):
            while (way := ways.choose(offered, self._clocks.monotonic())) is not None:
                try:
                    taken = await self._take(way, subject, camera, box, before)
                except WallError as error:
                    offered.remove(way)
                    if not ways.failed(way, error, self._clocks.monotonic()) or not offered:
                        raise
                else:
                    ways.worked(way)
                    return taken
        if self._is_held_back(subject):
            raise UnauthorizedError(cause=Cause.LOGIN_WITHHELD)
        raise MalformedReplyError(cause=Cause.DECODER if ways.is_harmful else Cause.NO_VIDEO)

    # -- inside

    def _is_held_back(self, subject: Subject) -> bool:
        """Must no login be sent to its device? Refused at one place, it goes to no other: they have one account."""
        return self._hands.logins.is_held_back(subject.credential, subject.places)

    def _shown(self, subject: Subject) -> Camera | None:
        try:
            return self._hands.show(subject.camera, subject.device, "")
        except ValueError:
            return None  # No stream; perhaps it gives single pictures all the same.

    def _offered(self, subject: Subject, camera: Camera | None) -> list[Way]:
        is_on_wall = camera is not None and self._on_wall(camera) is not None
        there = {
            Way.TILE: is_on_wall,
            Way.SNAPSHOT: bool(subject.camera.snapshot_url),
            Way.KEYFRAME: camera is not None and not self._is_held_back(subject),
        }
        return [way for way in Way if there[way]]

    async def _take(
        self, way: Way, subject: Subject, camera: Camera | None, box: Box, before: Glimpse | None
    ) -> Glimpse:
        match way:
            case Way.SNAPSHOT:
                made, taken_s = await self._by_snapshot(subject, camera, box)
            case Way.TILE:
                assert camera is not None
                made, taken_s = await self._from_tile(camera, box)
            case Way.KEYFRAME:
                assert camera is not None
                source = camera.main if self._least_width else camera.source_for_grid()
                made = await self._hands.maker.of_keyframe(source, box)
                taken_s = made.came_s or self._clocks.monotonic()
        return self._glimpse(way, made, taken_s, before)

    async def _from_tile(self, camera: Camera, box: Box) -> tuple[Made, float]:
        found = self._on_wall(camera)
        if found is None:
            raise UnreachableError(cause=Cause.DECODER_LOST)  # It has just left the wall.
        memory, changed_s = found
        return await self._hands.maker.of_tile(memory, box), changed_s

    def _on_wall(self, camera: Camera) -> tuple[PictureMemory, float] | None:
        """What is decoded of it anyway, where that is large enough."""
        found = self._hands.tiles.in_sight(_sources(camera))
        return found if found is not None and found[0].width >= self._least_width else None

    async def _by_snapshot(self, subject: Subject, camera: Camera | None, box: Box) -> tuple[Made, float]:
        is_held_back = self._is_held_back(subject)  # Some give their pictures to everybody.
        login = camera.main.credentials if camera is not None and not is_held_back else None
        url = subject.camera.snapshot_url
        with self._hands.logins.desk(subject.credential, login, subject.address) as desk:
            try:
                snapshot = await self._hands.snapshots.read(url, desk, _pinned(subject, url))
            except DeviceFault as fault:
                raise _named(fault, was_withheld=is_held_back or desk.was_withheld) from None
        came_s = self._clocks.monotonic()
        made = await self._hands.maker.of_jpeg(snapshot.jpeg, box)
        if made.width < self._least_width:
            raise MalformedReplyError(f"a picture of {made.width}x{made.height}", cause=Cause.NOT_VIDEO)
        return made, self._times.taken_s(subject.camera.camera_id, came_s, snapshot.age_s, made.digest)

    def _glimpse(self, way: Way, made: Made, taken_s: float, before: Glimpse | None) -> Glimpse:
        is_same = before is not None and made.digest != "" and made.digest == before.digest
        return Glimpse(
            made.width,
            made.height,
            made.pixels,
            taken_s,
            self._clocks.unix() - (self._clocks.monotonic() - taken_s),
            before.same_since_s if is_same and before is not None else taken_s,
            way,
            made.digest,
        )


def _sources(camera: Camera) -> list[Source]:
    """The smallest first."""
    return [stream.source for stream in reversed(camera.streams)]


def _pinned(subject: Subject, url: str) -> str:
    """The certificate that the device has shown, where pictures come from the same server."""
    device = subject.device
    is_same = device is not None and where(device.device.address) == where(url)
    return device.device.certificate_sha256 if is_same and device is not None else ""


def _named(fault: DeviceFault, *, was_withheld: bool) -> WallError:
    """What it is to the overview. A device's fault without a cause of its own is no picture."""
    if was_withheld and fault.trouble is Trouble.LOGIN_NEEDED:
        return UnauthorizedError(cause=Cause.LOGIN_WITHHELD)
    if fault.trouble in (Trouble.LOGIN, Trouble.LOGIN_NEEDED):
        return UnauthorizedError(fault.detail, cause=fault.cause)
    if fault.trouble in (Trouble.UNREACHABLE, Trouble.TIMEOUT, Trouble.SESSIONS_FULL):
        return UnreachableError(fault.detail, cause=fault.cause)
    cause = Cause.NOT_VIDEO if fault.cause is Cause.UNKNOWN else fault.cause
    return MalformedReplyError(fault.detail, cause=cause)
