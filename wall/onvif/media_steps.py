"""The steps of an interrogation that make cameras: video sources, profiles, addresses, PTZ nodes and presets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import inf

from wall.model.device import Channel, Preset, Problem, PtzNode, Step, Trouble
from wall.onvif.addresses import is_path_only, rewrite, rewrite_snapshot, with_port_of
from wall.onvif.asking import Asking
from wall.onvif.calls import Calls
from wall.onvif.contract import Message, Service
from wall.onvif.faults import DeviceFault
from wall.onvif.reading.assemble import Uris, channels, merge, ptz_profiles
from wall.onvif.reading.nodes import read_nodes
from wall.onvif.reading.presets import read_presets
from wall.onvif.reading.profiles import RawProfile, read_profiles
from wall.onvif.reading.sources import VideoSource, read_sources
from wall.onvif.reading.uris import read_snapshot_uri, read_stream_uri
from wall.onvif.reading.values import problem_with

_read_profiles2 = partial(read_profiles, is_media2=True)


class MediaSteps:
    """Asks for all that belongs to cameras. `channels` is at any moment what is known so far."""

    def __init__(self, asking: Asking, calls: Calls) -> None:
        self._asking = asking
        self._calls = calls
        self._address = ""
        self._media_url = ""
        self._services: Mapping[str, str] = {}
        self._sources: tuple[VideoSource, ...] = ()
        self._profiles1: tuple[RawProfile, ...] = ()
        self._profiles2: tuple[RawProfile, ...] = ()
        self._uris: dict[str, Uris] = {}
        self._nodes: tuple[PtzNode, ...] = ()
        self._presets: dict[str, tuple[Preset, ...]] = {}

    def channels(self) -> tuple[tuple[Channel, ...], tuple[Problem, ...]]:
        """The cameras, and what is wrong with their profiles."""
        if not self._sources and not self._profiles:
            return (), ()
        return channels(self._sources, self._profiles1, self._profiles2, self._uris, self._nodes, self._presets)

    async def run(self, address: str, services: Mapping[str, str], on_channels: Callable[[int], None]) -> None:
        """Ask it all. `services` are addresses by namespace, as they can be used; `address` is the device service."""
        self._address, self._services = address, services
        await self._ask_profiles()
        on_channels(max(len(self._sources), len({each.source_token for each in self._profiles})))
        await self._ask_streams()
        await self._ask_snapshots()
        await self._ask_ptz()

    @property
    def _profiles(self) -> tuple[RawProfile, ...]:
        return merge(self._profiles1, self._profiles2)

    def _url(self, service: Service) -> str:
        return self._services.get(service.value, "")

    async def _ask_profiles(self) -> None:
        media, media2 = self._url(Service.MEDIA), self._url(Service.MEDIA2)
        if not media and not media2:
            media = self._address  # Many devices answer everything there, whatever they advertise.
        self._media_url = media
        ask = self._asking.ask
        if media:
            self._sources = await ask(Step.SOURCES, self._calls.sources(), media, read_sources) or ()
            self._profiles1 = await ask(Step.PROFILES, self._calls.profiles(), media, read_profiles) or ()
        if media2:
            # Where it is advertised and is not there, Media's word is enough.
            is_extra, question = bool(self._profiles1), self._calls.profiles2()
            self._profiles2 = await ask(Step.PROFILES, question, media2, _read_profiles2, is_optional=is_extra) or ()

    async def _ask_streams(self) -> None:
        elsewhere, other, path_only = [], [], []
        for profile in self._worth_asking():
            told = await self._ask_stream(profile)
            if not told:
                continue
            url, is_elsewhere = rewrite(told, self._address, scheme="rtsp")
            if not url.startswith("rtsp"):
                other.append(profile.token)
                continue
            self._uris[profile.token] = Uris(url)
            if is_elsewhere:
                elsewhere.append(place_of(told))
            if is_path_only(told, self._address):
                path_only.append(profile.token)
        self._complete(path_only)
        self._asking.note(*problem_with(Step.STREAMS, Trouble.FOREIGN_HOST, "told", elsewhere))
        self._asking.note(*problem_with(Step.STREAMS, Trouble.UNSUPPORTED, "no RTSP address, profiles", other))

    def _complete(self, tokens: Sequence[str]) -> None:
        """Of these only the path was told."""
        others = [uris.stream for token, uris in self._uris.items() if token not in tokens]
        for token in tokens:
            self._uris[token] = Uris(with_port_of(self._uris[token].stream, others))

    def _worth_asking(self) -> list[RawProfile]:
        """The profiles that may have a stream: without an encoder only where their source has none with one."""
        profiles = self._profiles
        served = {each.source_token for each in profiles if each.has_encoder}
        return [each for each in profiles if each.has_encoder or each.source_token not in served]

    async def _ask_stream(self, profile: RawProfile) -> str:
        """The stream's address as told, of whichever service knows it."""
        first: DeviceFault | None = None
        for message, url in self._ways(profile):
            try:
                return await self._asking.ask_or_fault(Step.STREAMS, message, url, read_stream_uri)
            except DeviceFault as fault:
                first = first or fault
                if fault.trouble in (Trouble.TIMEOUT, Trouble.UNREACHABLE) or self._asking.is_useless:
                    break
        if first is not None:
            self._asking.fail(first, profile.token)
            self._asking.stop_if_useless(first)
        return ""

    def _ways(self, profile: RawProfile) -> list[tuple[Message, str]]:
        """Where to ask for its address: of the service that tells most of it, then of the other that knows it."""
        media, media2 = self._media_url, self._url(Service.MEDIA2)
        ways = []
        if media and any(each.token == profile.token for each in self._profiles1):
            ways.append((self._calls.stream_uri(profile.token), media))
        if media2 and any(each.token == profile.token for each in self._profiles2):
            ways.append((self._calls.stream_uri2(profile.token), media2))
        return ways[::-1] if profile.is_media2 else ways

    async def _ask_snapshots(self) -> None:
        """One for each camera: of its smallest profile that has a stream, for single pictures are looked at in small.

        Some know one only of their main profile; that is asked then.
        """
        elsewhere = []
        for smallest, first in self._ends():
            is_alone = smallest is first
            profile, told = smallest, await self._ask_snapshot(smallest, is_optional=not is_alone) or ""
            if not told and not is_alone:
                profile, told = first, await self._ask_snapshot(first) or ""
            url, is_elsewhere = rewrite_snapshot(told, self._address)
            self._uris[profile.token] = replace(self._uris[profile.token], snapshot=url)
            if is_elsewhere:
                elsewhere.append(place_of(told))
            if not url:
                break  # Who has none for one camera has none for the others.
        self._asking.note(*problem_with(Step.SNAPSHOT, Trouble.FOREIGN_HOST, "told", elsewhere))

    def _ends(self) -> list[tuple[RawProfile, RawProfile]]:
        """Of each source the smallest and the first of its profiles that have a stream."""
        of_source: dict[str, list[RawProfile]] = {}
        for profile in self._profiles:
            if profile.token in self._uris:
                of_source.setdefault(profile.source_token, []).append(profile)
        return [(min(profiles, key=_pixels), profiles[0]) for profiles in of_source.values()]

    async def _ask_snapshot(self, profile: RawProfile, *, is_optional: bool = False) -> str | None:
        if self._media_url and any(each.token == profile.token for each in self._profiles1):
            message, url = self._calls.snapshot_uri(profile.token), self._media_url
        else:
            message, url = self._calls.snapshot_uri2(profile.token), self._url(Service.MEDIA2)
        return await self._asking.ask(Step.SNAPSHOT, message, url, read_snapshot_uri, is_optional=is_optional)

    async def _ask_ptz(self) -> None:
        """Only of devices that have a profile with PTZ: fixed cameras advertise the service, too."""
        url, moving = self._url(Service.PTZ), ptz_profiles(self._sources, self._profiles)
        if not url or not moving:
            return
        self._nodes = await self._asking.ask(Step.PTZ, self._calls.nodes(), url, read_nodes, is_optional=True) or ()
        for token in moving.values():
            presets = await self._asking.ask(
                Step.PRESETS, self._calls.presets(token), url, read_presets, is_optional=True
            )
            self._presets[token] = presets or ()


def _pixels(profile: RawProfile) -> float:
    """What does not tell its size is not thought to be small."""
    return profile.width * profile.height if profile.width and profile.height else inf


def place_of(told: str) -> str:
    """Host and port of an address, to be shown: without what may stand before an "@"."""
    return told.partition("://")[2].partition("/")[0].rpartition("@")[2] or "no host"
