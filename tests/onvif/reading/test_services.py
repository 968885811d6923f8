"""Where a device offers what."""

from __future__ import annotations

from tests.onvif.reading.replies import answer
from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.services import read_capabilities, read_services

DEVICE, MEDIA = "http://www.onvif.org/ver10/device/wsdl", "http://www.onvif.org/ver10/media/wsdl"


def service(namespace: str, address: str) -> str:
    return f"<tds:Service><tds:Namespace>{namespace}</tds:Namespace><tds:XAddr>{address}</tds:XAddr></tds:Service>"


def test_services_in_their_order_and_the_first_address_of_each() -> None:
    told = service(DEVICE, "http://h/d") + service(MEDIA + "/", " http://h/m\n") + service(MEDIA, "http://h/other")
    body = answer(f"<tds:GetServicesResponse>{told}</tds:GetServicesResponse>")
    assert read_services(body) == (((DEVICE, "http://h/d"), (MEDIA, "http://h/m")), ())


def test_services_that_lack_something_are_named() -> None:
    told = service(DEVICE, "http://h/d") + service(MEDIA, "") + service("", "http://h/x")
    services, problems = read_services(answer(f"<tds:GetServicesResponse>{told}</tds:GetServicesResponse>"))
    assert services == ((DEVICE, "http://h/d"),)
    assert problems == (Problem(Step.SERVICES, Trouble.INCOMPLETE, f"without address or name: {MEDIA}, http://h/x"),)


def test_an_empty_answer_is_a_problem() -> None:
    nothing = Problem(Step.SERVICES, Trouble.INCOMPLETE, "no service at all")
    assert read_services(answer("<tds:GetServicesResponse/>")) == ((), (nothing,))
    assert read_capabilities(answer("<tds:GetCapabilitiesResponse/>")) == ((), (nothing,))


def test_capabilities_name_services_too() -> None:
    body = answer(
        "<tds:GetCapabilitiesResponse><tds:Capabilities>"
        "<tt:Device><tt:XAddr>http://h/d</tt:XAddr></tt:Device>"
        "<tt:PTZ><tt:XAddr>http://h/p</tt:XAddr></tt:PTZ>"
        "<tt:Events/>"
        "<tt:Extension>"
        "<hik:hikCapabilities><hik:XAddr>http://h/hik</hik:XAddr></hik:hikCapabilities>"
        "<tt:DeviceIO><tt:XAddr>http://h/io</tt:XAddr></tt:DeviceIO>"
        "<tt:Media2><tt:XAddr>http://h/m2</tt:XAddr></tt:Media2>"
        "</tt:Extension></tds:Capabilities></tds:GetCapabilitiesResponse>"
    )
    services, problems = read_capabilities(body)
    assert services == (
        (DEVICE, "http://h/d"),
        ("http://www.onvif.org/ver20/ptz/wsdl", "http://h/p"),
        ("http://www.onvif.org/ver10/deviceIO/wsdl", "http://h/io"),
        ("http://www.onvif.org/ver20/media/wsdl", "http://h/m2"),
    )
    assert [problem.detail for problem in problems] == [
        "without address or name: http://www.onvif.org/ver10/events/wsdl"
    ]
