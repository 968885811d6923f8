"""The ONVIF contract: which services there are, and the request that each of their operations takes.

onvif-zeep gives the service table and the WSDL files, zeep reads them and builds requests from them. That is done
once for the whole fleet. Measured (Python 3.11, two cores): importing both 0.26 CPU-seconds, device 0.11, media 0.17,
PTZ 0.08, Imaging 0.04, events 0.02, Media2 under 0.01; a request 0.03 to 0.13 ms, 0.001 ms where the same
was built before.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from wall.model.errors import StartError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEDIA2 = Path(__file__).with_name("media2.wsdl")
_NOWHERE = "http://device.invalid/"
_MOST_KEPT = 2048
_MOST_KEPT_ARGUMENTS = 200


class Service(Enum):
    """The services that are asked. The value is the namespace by which a device advertises each."""

    DEVICE = "http://www.onvif.org/ver10/device/wsdl"
    MEDIA = "http://www.onvif.org/ver10/media/wsdl"
    MEDIA2 = "http://www.onvif.org/ver20/media/wsdl"
    PTZ = "http://www.onvif.org/ver20/ptz/wsdl"
    IMAGING = "http://www.onvif.org/ver20/imaging/wsdl"
    EVENTS = "http://www.onvif.org/ver10/events/wsdl"


_TABLE_NAMES = {
    Service.DEVICE: "devicemgmt",
    Service.MEDIA: "media",
    Service.PTZ: "ptz",
    Service.IMAGING: "imaging",
    Service.EVENTS: "events",
}

_MORE_BINDINGS = {Service.EVENTS: ("PullPointSubscriptionBinding", "SubscriptionManagerBinding")}
"""The operations of one service that stand in other bindings of its file."""


@dataclass(frozen=True, slots=True)
class Message:
    """A request as the contract wants it, without what belongs to one device: its address and its login.

    `body` is the XML of the element inside the SOAP body. `wants_addressing`: a WS-Addressing header goes with it, and
    `parameters`, the XML of what an endpoint reference wants to have said (WS-Addressing 1.0 SOAP Binding, 3.2).
    `waits_s`: so long the device may wait before it answers, and what it answers then it hands out but once; None for
    all other questions.
    """

    operation: str
    action: str
    body: str
    wants_addressing: bool
    parameters: str = ""
    waits_s: float | None = None


class Contract:
    """The parsed contract, shared by all devices. `prepare` once; `message` then, in one thread at a time."""

    def __init__(self) -> None:
        self._bindings: dict[Service, _Binding] = {}
        self._kept: dict[tuple[Service, str, str], Message] = {}
        self._parsing = threading.Lock()

    @property
    def is_ready(self) -> bool:
        """Has everything been parsed?"""
        return len(self._bindings) == len(Service)

    async def prepare(self) -> None:
        """Parse it beside the event loop; at once where that has been done. StartError where its files are missing."""
        if not self.is_ready:
            await asyncio.to_thread(self.parse)

    def parse(self) -> None:
        """Parse it here and now, half a second of work. Any thread. StartError where its files are missing."""
        with self._parsing:
            if not self.is_ready:
                with _uncollected():
                    self._bindings = _parse_all()

    def message(self, service: Service, operation: str, **arguments: Any) -> Message:
        """The request for an operation. LookupError or TypeError for what the contract does not have: our mistake."""
        said = repr(arguments)
        key = (service, operation, said)
        found = self._kept.get(key)
        if found is None:
            found = self._bindings[service].message(operation, arguments)
            # Tokens come from devices: what they can make us remember is limited.
            if len(self._kept) < _MOST_KEPT and len(said) < _MOST_KEPT_ARGUMENTS:
                self._kept[key] = found
        return found

    def fresh(self, service: Service, operation: str, **arguments: Any) -> Message:
        """The same, but not kept: for a request that is not made twice, such as one with a position in it."""
        return self._bindings[service].message(operation, arguments)


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is made meanwhile is here to stay: the garbage collector need never walk it.

    It is some hundred thousand objects; each full collection would hold every thread, the window's too, for 0.15 s.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


class _Binding:
    """One service's parsed WSDL. Requests come out of zeep as trees; they leave here as text."""

    def __init__(self, client: Any, names: Sequence[str]) -> None:
        self._client = client
        self._proxies = [client.create_service(name, _NOWHERE) for name in names]

    def message(self, operation: str, arguments: Mapping[str, Any]) -> Message:
        from lxml import etree

        proxy = self._proxy_of(operation)
        envelope: _Element = self._client.create_message(proxy, operation, **arguments)
        header, body = envelope.find("{*}Header"), envelope.find("{*}Body")
        assert body is not None
        text = etree.tostring(body[0], encoding="unicode")
        return Message(operation, proxy._binding.get(operation).soapaction, text, header is not None)

    def _proxy_of(self, operation: str) -> Any:
        has_it = (each for each in self._proxies if operation in each._binding._operations)
        return next(has_it, self._proxies[0])


def _parse_all() -> dict[Service, _Binding]:
    table, folder = _onvif_zeep()
    bindings = {Service.MEDIA2: _parse(_MEDIA2, f"{{{Service.MEDIA2.value}}}Media2Binding")}
    for service, name in _TABLE_NAMES.items():
        entry = table[name]
        names = (entry["binding"], *_MORE_BINDINGS.get(service, ()))
        bindings[service] = _parse(folder / entry["wsdl"], *(f"{{{entry['ns']}}}{each}" for each in names))
    return bindings


def _parse(path: Path, *names: str) -> _Binding:
    import zeep

    try:
        settings = zeep.Settings(strict=False)
        client = zeep.Client(str(path), transport=_files_only(), settings=settings)  # type: ignore[no-untyped-call]
    except (OSError, zeep.exceptions.Error) as error:
        raise StartError(f"the ONVIF contract cannot be read ({path.name}): install CityWall again") from error
    return _Binding(client, names)


def _files_only() -> Any:
    """A transport for zeep that opens files and never asks the network."""
    from zeep.transports import Transport

    class FilesOnly(Transport):
        def load(self, url: str) -> bytes:
            path = Path(url)
            if urlsplit(url).scheme not in ("", "file") or not path.is_file():
                raise FileNotFoundError(url)
            return path.read_bytes()

    return FilesOnly()  # type: ignore[no-untyped-call]


def _onvif_zeep() -> tuple[Mapping[str, Mapping[str, str]], Path]:
    """The service table of onvif-zeep and the folder of its WSDL files.

    WORKAROUND onvif-zeep 0.2.12: its import calls logging.basicConfig(INFO) and silences a logger of zeep. A root
    logger that has a handler is left alone by that.
    """
    shield, root, zeep_client = logging.NullHandler(), logging.getLogger(), logging.getLogger("zeep.client")
    level = zeep_client.level
    root.addHandler(shield)
    try:
        import onvif
        from onvif.definition import SERVICES
    finally:
        root.removeHandler(shield)
        zeep_client.setLevel(level)
    folder = Path(onvif.__file__).parents[1] / "wsdl"
    return SERVICES, folder
