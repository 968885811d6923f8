"""One interrogation: everything that one device is asked, in its order, and the device that comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from wall.model.device import Device, Problem, Relay, Step, Trouble
from wall.onvif.addresses import rewrite
from wall.onvif.asking import Asking, InterrogationOver
from wall.onvif.calls import Calls
from wall.onvif.contract import Service
from wall.onvif.exchange import Exchange
from wall.onvif.faults import DeviceFault
from wall.onvif.line import Line
from wall.onvif.media_steps import MediaSteps, place_of
from wall.onvif.reading.identity import Identity, read_endpoint, read_identity
from wall.onvif.reading.relays import read_relays
from wall.onvif.reading.scopes import Description, described, read_scopes
from wall.onvif.reading.services import Services, read_capabilities, read_services
from wall.onvif.reading.topics import read_topics
from wall.onvif.reading.values import problem_with
from wall.onvif.transport import Wire
from wall.onvif.xml import Element

_UUID = re.compile(r"(?:urn:)?(?:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What to interrogate: the URL of a device service. `remembered` is what an earlier interrogation found."""

    address: str
    endpoint: str = ""
    remembered: Device | None = None


class Interrogation:
    """Asks one device everything. `device` is at any moment what is known so far."""

    def __init__(self, target: Target, calls: Calls, exchange: Exchange, line: Line, wire: Wire) -> None:
        self._target = target
        self._calls = calls
        self._exchange = exchange
        self._line = line
        self._wire = wire
        self._asking = Asking(line)
        self._media = MediaSteps(self._asking, calls)
        self._identity = Identity()
        self._description = Description()
        self._endpoint = target.endpoint or (target.remembered.endpoint if target.remembered else "")
        self._services: Services = ()
        self._topics: tuple[str, ...] = ()
        self._relays: tuple[Relay, ...] = ()

    async def run(self, on_channels: Callable[[int], None]) -> None:
        """Ask everything; what fails is noted. `on_channels` hears how many cameras there are, once that is known."""
        try:
            await self._asking.clock(self._target.address)
            await self._ask_services()
            await self._ask_identity()
            await self._media.run(self._address, dict(self._services), on_channels)
            await self._ask_topics_and_relays()
        except InterrogationOver:
            pass

    def cut_off(self, after_s: float) -> None:
        """The time is over: note in which step."""
        self._asking.note(Problem(self._asking.step, Trouble.TIMEOUT, f"not done within {after_s:g} s"))

    def device(self) -> Device:
        """What is known of it so far."""
        identity, description, remembered = self._identity, self._description, self._target.remembered
        cameras, problems = self._media.channels()
        self._asking.note(*problems)
        return Device(
            address=self._address,
            endpoint=self._endpoint,
            name=description.name or (remembered.name if remembered else ""),
            location=description.location or (remembered.location if remembered else ""),
            manufacturer=identity.manufacturer,
            model=identity.model,
            firmware=identity.firmware,
            serial=identity.serial,
            hardware=identity.hardware or description.hardware,
            clock=self._line.clock,
            auth=self._line.auth,
            login=self._line.login,
            services=self._services,
            channels=cameras,
            topics=self._topics,
            relays=self._relays,
            certificate_sha256=self._wire.certificate_sha256,
            problems=self._asking.problems,
        )

    @property
    def _address(self) -> str:
        """Where it was reached: where the device itself sent on to, if it did."""
        return self._exchange.moved(self._target.address)

    async def _ask_services(self) -> None:
        """Older devices know only capabilities; some leave Media out of one of the two."""
        url, fault = self._target.address, None
        told: Services = ()
        try:
            told = await self._asking.ask_or_fault(
                Step.SERVICES, self._calls.services(), url, _read_services, is_open=True
            )
        except DeviceFault as refused:
            fault = refused
            self._asking.stop_if_useless(fault)
        if not _has_media(told):
            question = self._calls.capabilities()
            more = await self._asking.ask(Step.SERVICES, question, url, read_capabilities, is_open=True) or ()
            told = (*told, *((name, where) for name, where in more if name not in dict(told)))
        if fault is not None and not told:
            self._asking.fail(fault)
        rewritten = [(name, *rewrite(where, self._address)) for name, where in told]
        self._services = tuple((name, where) for name, where, _ in rewritten if where)
        elsewhere = [where for (_, where), (_, _, is_elsewhere) in zip(told, rewritten, strict=True) if is_elsewhere]
        self._asking.note(*problem_with(Step.SERVICES, Trouble.FOREIGN_HOST, "told", map(place_of, elsewhere)))

    async def _ask_identity(self) -> None:
        """Here it is learnt whether the device wants a login."""
        ask, url = self._asking.ask, self._target.address
        question = self._calls.identity()
        self._identity = await ask(Step.IDENTITY, question, url, read_identity, is_first=True) or Identity()
        scopes = await ask(Step.IDENTITY, self._calls.scopes(), url, read_scopes, is_optional=True) or ()
        self._description = described(scopes)
        if not self._endpoint:
            question = self._calls.endpoint()
            told = await ask(Step.IDENTITY, question, url, read_endpoint, is_optional=True, is_open=True)
            self._endpoint = _endpoint(told or "")

    async def _ask_topics_and_relays(self) -> None:
        ask, events = self._asking.ask, dict(self._services).get(Service.EVENTS.value)
        if events:
            self._topics = await ask(Step.TOPICS, self._calls.topics(), events, read_topics, is_optional=True) or ()
        question, url = self._calls.relays(), self._target.address
        self._relays = await ask(Step.RELAYS, question, url, read_relays, is_optional=True) or ()


def _endpoint(told: str) -> str:
    """The identity as discovery has it, with its prefix; "" for one that tells nothing apart (all zeros)."""
    found = _UUID.fullmatch(told.strip())
    if found is None:
        return told.strip()
    return f"urn:uuid:{found[1]}" if found[1].strip("0-") else ""


def _read_services(body: Element) -> tuple[Services, tuple[Problem, ...]]:
    """Without a word of complaint where it lists nothing: then capabilities are asked."""
    told, problems = read_services(body)
    return told, problems if told else ()


def _has_media(services: Services) -> bool:
    names = {name for name, _ in services}
    return bool(names & {Service.MEDIA.value, Service.MEDIA2.value})
