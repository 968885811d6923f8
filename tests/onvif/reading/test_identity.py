"""Who a device is."""

from __future__ import annotations

import pytest

from tests.onvif.reading.replies import answer
from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.identity import Identity, read_endpoint, read_identity


def reply(**told: str) -> str:
    inner = "".join(f"<tds:{name}>{value}</tds:{name}>" for name, value in told.items())
    return f"<tds:GetDeviceInformationResponse>{inner}</tds:GetDeviceInformationResponse>"


def test_a_device_says_who_it_is() -> None:
    body = answer(reply(Manufacturer="Acme", Model="Dome\n 3", FirmwareVersion="1.2", SerialNumber="7", HardwareId="H"))
    assert read_identity(body) == (Identity("Acme", "Dome 3", "1.2", "7", "H"), ())


def test_what_is_missing_is_named_and_the_rest_kept() -> None:
    identity, problems = read_identity(answer(reply(Manufacturer="Acme", Model="", SerialNumber="7", HardwareId="1")))
    assert identity == Identity("Acme", serial="7", hardware="1")
    assert problems == (Problem(Step.IDENTITY, Trouble.INCOMPLETE, "not told: Model, FirmwareVersion"),)


@pytest.mark.parametrize(
    "template", ["${MODEL}", "{{ model }}", "%MODEL%", "@MODEL@", "&lt;%= model %&gt;", "%s", "[[m]]"]
)
def test_a_template_that_was_not_filled_in_is_missing(template: str) -> None:
    identity, problems = read_identity(answer(reply(Manufacturer="Acme", Model=template)))
    assert identity == Identity("Acme")
    assert "Model" in problems[0].detail


def test_any_type_will_do() -> None:
    body = answer(
        reply(Manufacturer="Acme").replace("<tds:Manu", '<tds:Manufacturer xsi:type="xs:anyType"><tds:Manu', 1)
    )
    assert read_identity(body)[0].manufacturer == "Acme"


def test_long_and_unprintable_words_are_cut_and_cleaned() -> None:
    assert read_identity(answer(reply(Model="M" * 5000, Manufacturer="A\u202ecme\x07")))[0].model == "M" * 100
    assert read_identity(answer(reply(Model="M", Manufacturer="A\u202ecme")))[0].manufacturer == "A cme"


def test_an_endpoint_may_be_nil() -> None:
    guid = "<tds:GetEndpointReferenceResponse><tds:GUID>{}</tds:GUID></tds:GetEndpointReferenceResponse>"
    assert read_endpoint(answer(guid.format(" urn:uuid:1 "))) == ("urn:uuid:1", ())
    assert read_endpoint(answer(guid.format(""))) == ("", ())
    assert read_endpoint(answer("<tds:GetEndpointReferenceResponse/>")) == ("", ())
