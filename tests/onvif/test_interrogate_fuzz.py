"""Devices whose every answer is damaged at random: an interrogation ends, and with a device."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

import pytest

from tests.onvif.desks import NotingDesk
from tests.onvif.scripted import Asked, scripted
from tests.onvif.test_interrogate import device_with, profile, service
from wall.model.device import Device
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.interrogate import Interrogator, Limits, Target
from wall.onvif.transport import Times

_PIECES = (
    *(b"<", b">", b"&", b'"', b"\0", b"\xff", b"]]>", b"<!DOCTYPE a>", b"&lol;", b"../", b"@", b"://"),
    *(b"HTTP/1.1 401 x\r\n", b"WWW-Authenticate: Digest nonce=x\r\n", b"Location: http://[::1\r\n", b"\r\n\r\n"),
    *(b"Transfer-Encoding: chunked\r\n", b"Content-Length: 99\r\n", b"token=", b"\xd8\x00", "Ngã Sáu".encode()),
)


def damaged(rng: random.Random, data: bytes) -> bytes:
    """The answer with a few things cut out, put in, doubled, or turned over."""
    mutable = bytearray(data)
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(mutable) + 1)
        match rng.randrange(4):
            case 0:
                del mutable[at : at + rng.randrange(1, 40)]
            case 1:
                mutable[at:at] = rng.choice(_PIECES)
            case 2:
                mutable[at:at] = mutable[at : at + rng.randrange(200)]
            case 3 if at < len(mutable):
                mutable[at] ^= 1 << rng.randrange(8)
    return bytes(mutable)


def damaged_device(seed: int) -> Callable[[Asked], bytes]:
    rng = random.Random(seed)
    services = "".join(
        service(name, f"/{name}") for name in ("ver10/media", "ver20/media", "ver20/ptz", "ver10/events")
    )
    whole = device_with(
        GetServices=_soap("GetServicesResponse", services),
        GetProfiles=_soap("GetProfilesResponse", profile("P1", "V1") + profile("P2", "V1", "H265")),
    )
    return lambda asked: damaged(rng, whole(asked))


def _soap(name: str, inner: str) -> bytes:
    body = f"<Envelope><Body><{name}>{inner}</{name}></Body></Envelope>".encode()
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)


@pytest.mark.parametrize("start", [0, 50, 100])
def test_whatever_a_device_answers_there_is_a_device(start: int) -> None:
    async def one(interrogator: Interrogator, seed: int) -> Device:
        async with scripted(damaged_device(seed)) as device:
            return await interrogator.interrogate(Target(device.address), NotingDesk(Credentials("admin", "geheim")))

    async def all_of_them() -> list[Device]:
        contract = Contract()
        limits = Limits(whole_s=8, whole_of_recorder_s=8, times=Times(connect_s=5, call_s=0.3), retry_after_s=())
        interrogator = Interrogator(contract, limits=limits)
        return await asyncio.gather(*(one(interrogator, seed) for seed in range(start, start + 50)))

    found = asyncio.run(asyncio.wait_for(all_of_them(), 50))
    assert len(found) == 50
    assert any(each.channels for each in found)
    for device in found:
        assert device.address.startswith("http://127.0.0.1:")
        assert "geheim" not in repr(device)
        for channel in device.channels:
            for stream in channel.streams:
                assert not stream.url or "127.0.0.1" in stream.url
