"""Reads what any make sends: by local names, whatever the prefixes, and with broken XML mended."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from lxml import etree

from tests.simulator.caller import Answer, Caller
from tests.simulator.soap import DEVICE, MEDIA, MEDIA2

STREAM = '<StreamSetup><Transport xmlns="http://www.onvif.org/ver10/schema"><Protocol>RTSP</Protocol></Transport></StreamSetup>'


def elements(answer: Answer, name: str) -> Iterator[etree._Element]:
    """Every element of that local name, declared or not."""
    root = etree.fromstring(answer.body, etree.XMLParser(recover=True, resolve_entities=False))
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2].rpartition(":")[2] == name:
            yield element


def texts(answer: Answer, name: str) -> list[str]:
    """Their texts."""
    return [element.text or "" for element in elements(answer, name)]


def tokens(answer: Answer, name: str = "Profiles") -> list[str]:
    """Their tokens."""
    return [element.get("token", "") for element in elements(answer, name)]


def ask(address: str, *questions: tuple[str, str, str]) -> list[Answer]:
    """The answers to calls (name, namespace, inner), over one connection, after the clock was learnt."""

    async def all_of_them() -> list[Answer]:
        async with Caller(address) as caller:
            await caller.ask("/onvif/device_service", "GetSystemDateAndTime", DEVICE)
            return [await caller.ask("/onvif/device_service", *question) for question in questions]

    return asyncio.run(all_of_them())


def serial_of(address: str) -> str:
    """The device's serial number."""
    (answer,) = ask(address, ("GetDeviceInformation", DEVICE, ""))
    return texts(answer, "SerialNumber")[0]


def stream_addresses(address: str) -> set[str]:
    """The addresses of all streams that Media or Media2 list and tell."""
    media, media2 = ask(address, ("GetProfiles", MEDIA, ""), ("GetProfiles", MEDIA2, "<Type>All</Type>"))
    profiles = dict.fromkeys(tokens(media) + (tokens(media2) if media2.status == 200 else []))
    questions = [("GetStreamUri", MEDIA, f"{STREAM}<ProfileToken>{token}</ProfileToken>") for token in profiles]
    return {uri for answer in ask(address, *questions) for uri in texts(answer, "Uri")}
