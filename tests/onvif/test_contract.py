"""Requests as the contract wants them, and what its parsing must not touch."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest
from lxml import etree

from wall.onvif.contract import Contract, Message, Service


@pytest.fixture(scope="module")
def contract() -> Contract:
    parsed = Contract()
    parsed.parse()
    return parsed


def tree(message: Message) -> etree._Element:
    return etree.fromstring(message.body)


def test_a_stream_is_asked_for_over_rtsp(contract: Contract) -> None:
    setup = {"Stream": "RTP-Unicast", "Transport": {"Protocol": "RTSP"}}
    message = contract.message(Service.MEDIA, "GetStreamUri", StreamSetup=setup, ProfileToken="P<1>&")
    root = tree(message)
    assert root.tag == "{http://www.onvif.org/ver10/media/wsdl}GetStreamUri"
    namespaces = {"trt": Service.MEDIA.value, "tt": "http://www.onvif.org/ver10/schema"}
    assert root.findtext("trt:StreamSetup/tt:Transport/tt:Protocol", None, namespaces) == "RTSP"
    assert root.findtext("trt:ProfileToken", None, namespaces) == "P<1>&"
    assert message.action == "http://www.onvif.org/ver10/media/wsdl/GetStreamUri"
    assert not message.wants_addressing


def test_media2_is_added(contract: Contract) -> None:
    root = tree(contract.message(Service.MEDIA2, "GetProfiles", Type=["VideoSource", "VideoEncoder"]))
    assert root.tag == "{http://www.onvif.org/ver20/media/wsdl}GetProfiles"
    assert [child.text for child in root] == ["VideoSource", "VideoEncoder"]
    assert {etree.QName(child).namespace for child in root} == {Service.MEDIA2.value}
    uri = contract.message(Service.MEDIA2, "GetStreamUri", Protocol="RTSP", ProfileToken="P1")
    assert uri.action == "http://www.onvif.org/ver20/media/wsdl/GetStreamUri"
    for operation in ("GetSnapshotUri", "GetVideoEncoderConfigurations"):
        assert tree(contract.message(Service.MEDIA2, operation, ProfileToken="P1"))[0].text == "P1"


def test_events_want_addressing(contract: Contract) -> None:
    assert contract.message(Service.EVENTS, "GetEventProperties").wants_addressing


def test_what_the_contract_does_not_have_is_our_mistake(contract: Contract) -> None:
    with pytest.raises((LookupError, ValueError)):
        contract.message(Service.DEVICE, "GetCoffee")
    with pytest.raises(TypeError):
        contract.message(Service.DEVICE, "GetServices", Coffee=True)


def test_the_same_question_is_built_once(contract: Contract) -> None:
    one = contract.message(Service.PTZ, "GetPresets", ProfileToken="P1")
    assert contract.message(Service.PTZ, "GetPresets", ProfileToken="P1") is one
    assert contract.message(Service.PTZ, "GetPresets", ProfileToken="P2") != one


def test_what_devices_make_us_remember_is_limited(contract: Contract) -> None:
    long = contract.message(Service.PTZ, "GetPresets", ProfileToken="x" * 1000)
    assert contract.message(Service.PTZ, "GetPresets", ProfileToken="x" * 1000) is not long


def test_it_is_prepared_beside_the_loop() -> None:
    async def prepare() -> bool:
        fresh = Contract()
        await asyncio.gather(fresh.prepare(), fresh.prepare())
        return fresh.is_ready

    assert asyncio.run(prepare())


def test_parsing_leaves_logging_alone() -> None:
    """In a process of its own: here somebody may have imported onvif-zeep before."""
    program = """
import logging, sys
from wall.onvif.contract import Contract
assert "zeep" not in sys.modules and "onvif" not in sys.modules, "imported too early"
Contract().parse()
root = logging.getLogger()
assert "onvif" in sys.modules
assert not root.handlers and root.level == logging.WARNING, (root.handlers, root.level)
assert logging.getLogger("zeep.client").level == logging.NOTSET
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=50)
    assert done.returncode == 0, done.stderr
