"""What an interrogation makes of devices that are broken, rude, slow, elsewhere, or not what they were."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.onvif.desks import NotingDesk
from tests.onvif.scripted import Asked, Scripted, clock, fault, http, scripted, soap
from tests.onvif.test_transport import server_context
from wall.model.device import Device, Login, Step, Trouble
from wall.model.stream import Codec, Credentials
from wall.onvif.contract import Contract
from wall.onvif.faults import DeviceFault
from wall.onvif.interrogate import Interrogator, Limits, Target
from wall.onvif.transport import Times

T = TypeVar("T")
Answer = Callable[[Asked], bytes | Awaitable[bytes]]
LOGIN = Credentials("admin", "kín đáo")
PATIENT = Limits(times=Times(connect_s=10, call_s=10), retry_after_s=(0.02,))


@pytest.fixture(scope="module")
def contract() -> Contract:
    parsed = Contract()
    parsed.parse()
    return parsed


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(work, 50))


def interrogate(
    contract: Contract, answer: Answer, limits: Limits = PATIENT, remembered: Device | None = None
) -> tuple[Device, Scripted, NotingDesk]:
    async def ask() -> tuple[Device, Scripted, NotingDesk]:
        desk = NotingDesk(LOGIN)
        async with scripted(answer) as device:
            target = Target(device.address, remembered=remembered)
            return await Interrogator(contract, limits=limits).interrogate(target, desk), device, desk

    return run(ask())


def troubles(found: Device) -> list[tuple[Step, Trouble]]:
    return [(problem.step, problem.trouble) for problem in found.problems]


def profile(token: str, source: str, encoding: str = "H264", width: int = 1280) -> str:
    return (
        f'<Profiles token="{token}"><Name>{token}</Name>'
        f"<VideoSourceConfiguration><SourceToken>{source}</SourceToken></VideoSourceConfiguration>"
        f"<VideoEncoderConfiguration><Encoding>{encoding}</Encoding>"
        f"<Resolution><Width>{width}</Width><Height>720</Height></Resolution></VideoEncoderConfiguration></Profiles>"
    )


def service(namespace: str, address: str) -> str:
    return f"<Service><Namespace>http://www.onvif.org/{namespace}/wsdl</Namespace><XAddr>{address}</XAddr></Service>"


def uri(address: str) -> bytes:
    return soap(f"<XResponse><MediaUri><Uri>{address}</Uri></MediaUri></XResponse>")


GOOD: dict[str, bytes] = {
    "GetSystemDateAndTime": clock(),
    "GetServices": soap(f"<GetServicesResponse>{service('ver10/media', '/onvif/media')}</GetServicesResponse>"),
    "GetDeviceInformation": soap(
        "<GetDeviceInformationResponse><Manufacturer>Maker</Manufacturer><Model>M1</Model><FirmwareVersion>1.0"
        "</FirmwareVersion><SerialNumber>S1</SerialNumber><HardwareId>H1</HardwareId></GetDeviceInformationResponse>"
    ),
    "GetVideoSources": soap('<GetVideoSourcesResponse><VideoSources token="V1"/></GetVideoSourcesResponse>'),
    "GetProfiles": soap(f"<GetProfilesResponse>{profile('P1', 'V1')}</GetProfilesResponse>"),
    "GetStreamUri": uri("rtsp://10.9.9.9:8554/live?a=1&amp;b=2"),
    "GetSnapshotUri": uri("http://10.9.9.9/snap.jpg"),
}


def device_with(**changed: bytes) -> Callable[[Asked], bytes]:
    answers = {**GOOD, **changed}
    return lambda asked: answers.get(asked.call, fault("ter:ActionNotSupported", "unknown"))


def test_a_small_device_is_complete(contract: Contract) -> None:
    found, device, _ = interrogate(contract, device_with())
    assert found.is_complete
    [channel] = found.channels
    assert channel.streams[0].url == "rtsp://127.0.0.1:8554/live?a=1&b=2"
    assert channel.streams[0].codec is Codec.H264
    assert channel.snapshot_url.startswith("http://127.0.0.1:")
    assert troubles(found) == [(Step.STREAMS, Trouble.FOREIGN_HOST), (Step.SNAPSHOT, Trouble.FOREIGN_HOST)]
    assert "10.9.9.9" in found.problems[0].detail
    assert {each.path for each in device.asked} == {"/onvif/device_service", "/onvif/media"}


@pytest.mark.parametrize(
    "broken", ["GetDeviceInformation", "GetServices", "GetVideoSources", "GetSnapshotUri", "GetStreamUri"]
)
@pytest.mark.parametrize(
    "answer",
    [http("<html><body>hello</body></html>"), http("", 500), soap(""), http("rubbish \xff"), fault("ter:Action", "x")],
    ids=["page", "empty 500", "nothing", "rubbish", "fault"],
)
def test_one_step_that_fails_costs_only_itself(contract: Contract, broken: str, answer: bytes) -> None:
    found, _, _ = interrogate(contract, device_with(**{broken: answer}))
    assert found.is_complete == (broken != "GetStreamUri")
    assert found.channels[0].streams[0].width == 1280
    assert found.problems


@pytest.mark.parametrize("answer", [http("", 500), soap(""), fault("ter:Action", "x"), clock("2022-13-45T25:61:61")])
def test_without_a_clock_the_rest_goes_on(contract: Contract, answer: bytes) -> None:
    found, _, _ = interrogate(contract, device_with(GetSystemDateAndTime=answer))
    assert found.is_complete
    assert found.clock is None
    assert found.problems[0].step is Step.CLOCK


@pytest.mark.parametrize(
    ("told", "endpoint"),
    [
        ("urn:uuid:00075fca-f8fa-faf8-ca5f-0700075fca5f", "urn:uuid:00075fca-f8fa-faf8-ca5f-0700075fca5f"),
        (" 00075fca-f8fa-faf8-ca5f-0700075fca5f\n", "urn:uuid:00075fca-f8fa-faf8-ca5f-0700075fca5f"),
        ("uuid:00000000-0000-0000-0000-000000000000", ""),
        ("camera-7", "camera-7"),
        ("", ""),
    ],
)
def test_a_device_reached_by_address_tells_its_identity(contract: Contract, told: str, endpoint: str) -> None:
    reply = soap(f"<GetEndpointReferenceResponse><GUID>{told}</GUID></GetEndpointReferenceResponse>")
    found, _, _ = interrogate(contract, device_with(GetEndpointReference=reply))
    assert found.endpoint == endpoint


def test_a_web_server_is_no_camera(contract: Contract) -> None:
    found, device, desk = interrogate(contract, lambda asked: http("<html><title>Router</title></html>"))
    assert troubles(found) == [(Step.CLOCK, Trouble.NOT_ONVIF)]
    assert "Router" in found.problems[0].detail
    assert (len(device.asked), desk.requests) == (1, 0)


def test_only_capabilities_are_enough(contract: Contract) -> None:
    capabilities = soap(
        "<GetCapabilitiesResponse><Capabilities><Media><XAddr>http://10.9.9.9:80/m</XAddr></Media></Capabilities>"
        "</GetCapabilitiesResponse>"
    )
    found, device, _ = interrogate(
        contract, device_with(GetServices=fault("ter:ActionNotSupported"), GetCapabilities=capabilities)
    )
    assert found.is_complete
    assert (Step.SERVICES, Trouble.FOREIGN_HOST) in troubles(found)
    assert "/m" in {each.path for each in device.asked}


def test_media2_tells_what_media_cannot(contract: Contract) -> None:
    """A profile that only Media2 knows is asked of Media2; one that both know is asked once."""

    def answer(asked: Asked) -> bytes:
        if asked.path == "/m2" and asked.call == "GetProfiles":
            return soap(
                "<GetProfilesResponse>"
                + "".join(
                    f'<Profiles token="{token}"><Configurations>'
                    "<VideoSource><SourceToken>V1</SourceToken></VideoSource>"
                    "<VideoEncoder><Encoding>H265</Encoding><Resolution><Width>3840</Width><Height>2160</Height>"
                    "</Resolution></VideoEncoder></Configurations></Profiles>"
                    for token in ("P1", "P2")
                )
                + "</GetProfilesResponse>"
            )
        if asked.call == "GetStreamUri":
            told.append((asked.path, b"P2" in asked.body))
            return uri("rtsp://127.0.0.1/p2" if b"P2" in asked.body else "rtsp://127.0.0.1/p1")
        services = service("ver10/media", "/m1") + service("ver20/media", "/m2")
        return device_with(GetServices=soap(f"<GetServicesResponse>{services}</GetServicesResponse>"))(asked)

    told: list[tuple[str, bool]] = []
    found, _, _ = interrogate(contract, answer)
    streams = found.channels[0].streams
    assert [(stream.token, stream.codec) for stream in streams] == [("P1", Codec.H265), ("P2", Codec.H265)]
    assert ("/m2", True) in told
    assert len(told) == 2


def test_a_profile_without_address_is_named_and_the_others_stay(contract: Contract) -> None:
    def answer(asked: Asked) -> bytes:
        if asked.call == "GetStreamUri" and b"bad" in asked.body:
            return fault("ter:IncompleteConfiguration", "no stream")
        profiles = profile("bad", "V1", width=640) + profile("good", "V1")
        return device_with(GetProfiles=soap(f"<GetProfilesResponse>{profiles}</GetProfilesResponse>"))(asked)

    found, _, _ = interrogate(contract, answer)
    assert [bool(stream.url) for stream in found.channels[0].streams] == [True, False]
    [problem] = [each for each in found.problems if each.trouble is Trouble.FAULT]
    assert problem.step is Step.STREAMS and "bad" in problem.detail


def test_an_address_that_is_not_rtsp_is_not_kept(contract: Contract) -> None:
    found, _, _ = interrogate(contract, device_with(GetStreamUri=uri("http://127.0.0.1/mjpeg")))
    assert not found.is_complete
    assert (Step.STREAMS, Trouble.UNSUPPORTED) in troubles(found)


def test_a_login_in_an_address_is_not_kept(contract: Contract) -> None:
    found, _, _ = interrogate(contract, device_with(GetStreamUri=uri("rtsp://admin:geheim@10.9.9.9/a")))
    assert found.is_complete
    assert "geheim" not in repr(found)


def test_nobody_follows_to_a_foreign_host(contract: Contract) -> None:
    async def ask() -> tuple[Device, Scripted]:
        async with scripted(lambda asked: GOOD["GetSystemDateAndTime"]) as foreign:
            where = foreign.address.replace("127.0.0.1", "localhost")
            async with scripted(lambda asked: http("", 302, f"Location: {where}")) as device:
                found = await Interrogator(contract, limits=PATIENT).interrogate(
                    Target(device.address), NotingDesk(LOGIN)
                )
            return found, foreign

    found, foreign = run(ask())
    assert not foreign.asked
    assert {trouble for _, trouble in troubles(found)} == {Trouble.FOREIGN_HOST}


def test_a_device_may_send_on_to_itself(contract: Contract) -> None:
    def answer(asked: Asked) -> bytes:
        return device_with()(asked) if asked.path != "/onvif/device_service" else http("", 301, "Location: /there")

    found, device, _ = interrogate(contract, answer)
    assert found.is_complete
    assert found.address.endswith("/there")
    assert [each.path for each in device.asked].count("/onvif/device_service") == 1


def test_a_circle_of_redirects_ends(contract: Contract) -> None:
    found, device, _ = interrogate(contract, lambda asked: http("", 302, "Location: " + asked.path))
    assert troubles(found)[0] == (Step.CLOCK, Trouble.NOT_ONVIF)
    assert len(device.asked) == 2


def test_a_slow_device_is_left_with_what_it_told(contract: Contract) -> None:
    async def answer(asked: Asked) -> bytes:
        if asked.call == "GetStreamUri":
            await asyncio.sleep(60)
        return device_with()(asked)

    limits = Limits(whole_s=2.0, times=Times(connect_s=10, call_s=10))
    began_s = time.monotonic()
    found, _, desk = interrogate(contract, answer, limits)
    assert time.monotonic() - began_s < 20
    assert troubles(found) == [(Step.STREAMS, Trouble.TIMEOUT)]
    assert found.channels[0].streams[0].token == "P1"
    assert desk.told_all == [(Login.NOT_NEEDED, None)]


def test_a_device_that_falls_silent_is_not_asked_everything(contract: Contract) -> None:
    async def answer(asked: Asked) -> bytes:
        if asked.call not in ("GetSystemDateAndTime", "GetServices"):
            await asyncio.sleep(60)
        return device_with()(asked)

    found, device, _ = interrogate(contract, answer, Limits(times=Times(connect_s=10, call_s=1.0)))
    assert {trouble for _, trouble in troubles(found)} == {Trouble.TIMEOUT}
    assert len(device.asked) == 4


def test_a_recorder_has_more_time(contract: Contract) -> None:
    async def answer(asked: Asked) -> bytes:
        if asked.call == "GetStreamUri":
            await asyncio.sleep(0.3)
        profiles = "".join(profile(f"P{number}", f"V{number}") for number in range(9))
        return device_with(GetProfiles=soap(f"<GetProfilesResponse>{profiles}</GetProfilesResponse>"))(asked)

    limits = Limits(whole_s=2.0, whole_of_recorder_s=30.0, times=Times(connect_s=10, call_s=10))
    found, _, _ = interrogate(contract, answer, limits)
    assert len([channel for channel in found.channels if channel.streams and channel.streams[0].url]) == 9


def test_the_wait_at_the_desk_is_not_the_devices(contract: Contract) -> None:
    async def ask() -> Device:
        proven = asyncio.Event()
        desk = NotingDesk(LOGIN, proven)
        rule = device_with()

        def answer(asked: Asked) -> bytes:
            is_closed = asked.call == "GetDeviceInformation" and not asked.has_token
            return fault("ter:NotAuthorized") if is_closed else rule(asked)

        limits = Limits(whole_s=2.0, times=Times(connect_s=10, call_s=10))
        async with scripted(answer) as device:
            work = asyncio.create_task(Interrogator(contract, limits=limits).interrogate(Target(device.address), desk))
            await asyncio.sleep(2.3)
            assert not work.done()
            proven.set()
            return await work

    found = run(ask())
    assert found.is_complete and found.login is Login.PROVEN


def test_no_login_goes_to_another_certificate(contract: Contract, tmp_path: Path) -> None:
    def answer(asked: Asked) -> bytes:
        return device_with()(asked) if asked.has_token or asked.call in GOOD else fault("ter:NotAuthorized")

    async def ask() -> tuple[Device, Device, Scripted, NotingDesk, Trouble]:
        interrogator, desk = Interrogator(contract, limits=PATIENT), NotingDesk(LOGIN)
        async with scripted(answer, server_context(tmp_path, "one")) as device:
            known = await interrogator.interrogate(Target(device.address), NotingDesk(LOGIN))
            await interrogator.check(Target(device.address, remembered=known))
        async with scripted(answer, server_context(tmp_path, "another")) as impostor:
            target = Target(impostor.address, remembered=known)
            found = await interrogator.interrogate(target, desk)
            with pytest.raises(DeviceFault) as caught:
                await interrogator.check(target)
        return known, found, impostor, desk, caught.value.trouble

    known, found, impostor, desk, checked = run(ask())
    assert known.is_complete and len(known.certificate_sha256) == 64
    assert known.channels[0].streams[0].url.startswith("rtsp://")
    assert troubles(found) == [(Step.CLOCK, Trouble.CERTIFICATE)]
    assert found.certificate_sha256 == known.certificate_sha256
    assert (impostor.asked, desk.requests) == ([], 0)
    assert checked is Trouble.CERTIFICATE


def test_closing_ends_what_is_under_way(contract: Contract) -> None:
    async def ask() -> Device:
        asked_once = asyncio.Event()

        async def answer(asked: Asked) -> bytes:
            asked_once.set()
            await asyncio.sleep(60)
            return b""

        interrogator = Interrogator(contract, limits=PATIENT)
        async with scripted(answer) as device:
            work = asyncio.create_task(interrogator.interrogate(Target(device.address), NotingDesk(LOGIN)))
            await asked_once.wait()
            await interrogator.close()
            return await work

    assert troubles(run(ask())) == [(Step.CLOCK, Trouble.UNREACHABLE)]


@pytest.mark.parametrize("answer", [clock("2022-13-45T25:61:61"), http("", 500), soap("<Nothing/>")])
def test_a_check_needs_a_clock(contract: Contract, answer: bytes) -> None:
    async def ask() -> None:
        async with scripted(lambda asked: answer) as device:
            await Interrogator(contract, limits=PATIENT).check(Target(device.address))

    with pytest.raises(DeviceFault):
        run(ask())
