"""How a login goes with devices of every temper: who asks for it, who refuses it, and how often it is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, TypeVar

import pytest

from tests.onvif.desks import NotingDesk
from tests.onvif.scripted import Asked, Scripted, clock, fault, http, scripted, soap
from wall.model.device import Auth, ClockReading, Device, Login, Trouble
from wall.model.stream import Credentials
from wall.onvif.contract import Contract
from wall.onvif.interrogate import Interrogator, Limits, Target
from wall.onvif.transport import Times

T = TypeVar("T")
LOGIN = Credentials("admin", "kín đáo")
DIGEST = 'WWW-Authenticate: Digest realm="cam", nonce="n{}", qop="auth"'
NOW = datetime(2026, 11, 23, 2, 44, 12, tzinfo=UTC)
ANSWERS = {
    "GetDeviceInformation": soap(
        "<GetDeviceInformationResponse><SerialNumber>S1</SerialNumber></GetDeviceInformationResponse>"
    ),
    "GetServices": soap(
        "<GetServicesResponse><Service><Namespace>http://www.onvif.org/ver10/media/wsdl</Namespace>"
        "<XAddr>/onvif/media</XAddr></Service></GetServicesResponse>"
    ),
}
OPEN = {"GetSystemDateAndTime", "GetServices", "GetCapabilities", "GetEndpointReference"}
LIMITS = Limits(times=Times(connect_s=10, call_s=10), retry_after_s=(0.02, 0.02))

Rule = Callable[[Asked], bytes | None]


@pytest.fixture(scope="module")
def contract() -> Contract:
    parsed = Contract()
    parsed.parse()
    return parsed


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(asyncio.wait_for(work, 40))


def device_that(rule: Rule, told: bytes | None = None) -> Callable[[Asked], bytes]:
    """Answers open questions, then asks `rule`; None lets a question in."""

    def answer(asked: Asked) -> bytes:
        if asked.call == "GetSystemDateAndTime":
            return told or clock(f"{NOW:%Y-%m-%dT%H:%M:%S}")
        refusal = None if asked.call in OPEN else rule(asked)
        if refusal is not None:
            return refusal
        return ANSWERS.get(asked.call) or soap(f"<{asked.call}Response/>")

    return answer


def interrogate(
    contract: Contract,
    answer: Callable[[Asked], bytes],
    login: Credentials | None = LOGIN,
    remembered: Device | None = None,
) -> tuple[Device, Scripted, NotingDesk]:
    async def ask() -> tuple[Device, Scripted, NotingDesk]:
        interrogator, desk = Interrogator(contract, NOW.timestamp, limits=LIMITS), NotingDesk(login)
        async with scripted(answer) as device:
            target = Target(device.address, remembered=remembered)
            return await interrogator.interrogate(target, desk), device, desk

    return run(ask())


def troubles(found: Device) -> set[Trouble]:
    return {problem.trouble for problem in found.problems}


def test_who_lets_everybody_in_is_shown_no_login(contract: Contract) -> None:
    found, device, desk = interrogate(contract, device_that(lambda asked: None))
    assert (found.login, found.auth, found.serial) == (Login.NOT_NEEDED, Auth.NONE, "S1")
    assert desk.requests == 0
    assert desk.told_all == [(Login.NOT_NEEDED, None)]
    assert not device.logins


@pytest.mark.parametrize(
    "refusal",
    [
        fault("ter:NotAuthorized", "Sender not authorized"),
        fault("ter:NotAuthorized", "Sender not authorized", 200),
        fault("wsse:FailedAuthentication", "no", 500),
        http("", 401),
        http("<html><title>401</title></html>", 401),
        http("Bad Request", 400),
        http("", 500),
    ],
    ids=["400", "200", "500", "bare 401", "html 401", "text 400", "empty 500"],
)
def test_however_a_device_asks_the_token_is_sent(contract: Contract, refusal: bytes) -> None:
    found, device, desk = interrogate(contract, device_that(lambda asked: None if asked.has_token else refusal))
    assert (found.login, found.auth, found.serial) == (Login.PROVEN, Auth.TOKEN, "S1")
    assert desk.told_all == [(Login.PROVEN, None)]
    assert not [each for each in device.logins if each.digest]


def test_who_takes_only_digest_gets_it(contract: Contract) -> None:
    found, device, desk = interrogate(
        contract, device_that(lambda asked: None if asked.digest else http("", 401, DIGEST.format(1)))
    )
    assert (found.login, found.auth) == (Login.PROVEN, Auth.DIGEST)
    assert desk.told_all == [(Login.PROVEN, None)]
    counts = [each.digest.partition("nc=")[2][:8] for each in device.logins if each.digest]
    assert counts == [f"{number:08x}" for number in range(1, len(counts) + 1)]
    assert len([each for each in device.logins if each.has_token]) == 1


def test_what_worked_goes_first_the_next_time(contract: Contract) -> None:
    known = Device("", auth=Auth.DIGEST)
    rule = device_that(lambda asked: None if asked.digest else http("", 401, DIGEST.format(1)))
    found, device, _ = interrogate(contract, rule, remembered=known)
    assert found.login is Login.PROVEN
    assert not [each for each in device.logins if each.has_token]


def test_a_refused_token_is_a_refusal_although_digest_is_offered(contract: Contract) -> None:
    """It has looked at the token: without one it says something else."""

    def rule(asked: Asked) -> bytes:
        if asked.has_token:
            return fault("ter:NotAuthorized", "wrong password", 401, DIGEST.format(2))
        return http("", 401, DIGEST.format(1))

    found, device, desk = interrogate(contract, device_that(rule))
    assert found.login is Login.REFUSED
    assert desk.told_all == [(Login.REFUSED, Trouble.LOGIN)]
    assert len(device.logins) == 1


@pytest.mark.parametrize("status", [200, 400, 401, 500])
def test_a_wrong_password_is_sent_once(contract: Contract, status: int) -> None:
    found, device, desk = interrogate(
        contract, device_that(lambda asked: fault("ter:NotAuthorized", "Sender not authorized", status))
    )
    assert (found.login, troubles(found)) == (Login.REFUSED, {Trouble.LOGIN})
    assert desk.told_all == [(Login.REFUSED, Trouble.LOGIN)]
    assert len(device.logins) == 1
    assert LOGIN.password.encode() not in b"".join(each.body for each in device.asked)


def test_a_device_that_challenges_for_ever_gets_one_digest(contract: Contract) -> None:
    challenges = iter(range(1000))
    found, device, desk = interrogate(
        contract, device_that(lambda asked: http("", 401, DIGEST.format(next(challenges))))
    )
    assert found.login is Login.REFUSED
    assert len([each for each in device.logins if each.digest]) == 1
    assert len(device.logins) == 2
    assert desk.told_all == [(Login.REFUSED, Trouble.LOGIN)]


def test_a_stale_nonce_is_no_refusal(contract: Contract) -> None:
    nonces = iter(range(1000))
    holds: list[str] = []

    def rule(asked: Asked) -> bytes | None:
        """Each nonce opens once."""
        if holds and f'nonce="{holds[-1]}"' in asked.digest:
            holds.append("")
            return None
        holds.append(f"n{next(nonces)}")
        return http("", 401, DIGEST.format(holds[-1][1:]) + (", stale=true" if asked.digest else ""))

    found, _, desk = interrogate(contract, device_that(rule))
    assert (found.login, found.auth) == (Login.PROVEN, Auth.DIGEST)
    assert desk.told_all == [(Login.PROVEN, None)]
    assert not troubles(found) & {Trouble.LOGIN, Trouble.FAULT}


def test_rights_that_are_missing_are_no_wrong_password(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        refused = asked.call in ("GetVideoSources", "GetRelayOutputs") or not asked.has_token
        return fault("ter:NotAuthorized", "no rights") if refused else None

    found, _, desk = interrogate(contract, device_that(rule))
    assert found.login is Login.PROVEN
    assert desk.told_all == [(Login.PROVEN, None)]
    assert Trouble.LOGIN not in troubles(found)
    assert Trouble.FAULT in troubles(found)


def test_who_takes_the_login_and_then_refuses_everything_is_left(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        is_welcome = asked.has_token and asked.call == "GetDeviceInformation"
        return None if is_welcome else fault("ter:NotAuthorized", "no")

    _, device, _ = interrogate(contract, device_that(rule))
    assert device.calls[-1] == "GetVideoSources"
    assert len([each for each in device.logins if each.call not in OPEN]) == 3


def test_a_clock_that_moved_is_asked_again(contract: Contract) -> None:
    """The device was set right between our question and the token."""
    clocks = iter([clock("1970-01-01T00:00:05"), clock("2026-11-23T02:44:12")])

    def answer(asked: Asked) -> bytes:
        if asked.call == "GetSystemDateAndTime":
            return next(clocks)
        is_right = b"<u:Created>2026-11-23T02:44:12Z" in asked.body
        return device_that(lambda asked: None if is_right else fault("ter:NotAuthorized", "no"))(asked)

    found, device, desk = interrogate(contract, answer)
    assert found.login is Login.PROVEN
    assert desk.told_all == [(Login.PROVEN, None)]
    assert device.calls.count("GetSystemDateAndTime") == 2
    assert found.clock is not None and abs(found.clock.offset_s) < 1


def test_a_clock_that_is_refused_twice_is_a_clock_and_no_password(contract: Contract) -> None:
    rule = device_that(lambda asked: fault("wsse:MessageExpired" if asked.has_token else "ter:NotAuthorized", "x"))
    found, device, desk = interrogate(contract, rule)
    assert found.login is Login.UNTRIED
    assert desk.told_all == [(Login.UNTRIED, Trouble.CLOCK)]
    assert Trouble.CLOCK in troubles(found) and Trouble.LOGIN not in troubles(found)
    assert len(device.logins) == 1


def test_a_refusal_where_the_time_is_unknown_is_one_and_says_so(contract: Contract) -> None:
    refusal = fault("ter:NotAuthorized", "x")
    found, device, desk = interrogate(contract, device_that(lambda asked: refusal, told=refusal))
    assert desk.told_all == [(Login.REFUSED, Trouble.LOGIN)]
    assert found.problems[-1].trouble is Trouble.LOGIN
    assert "clock" in found.problems[-1].detail
    assert len(device.logins) == 1


def test_the_time_that_the_fault_tells_is_taken(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        if not asked.has_token:
            return fault("ter:NotAuthorized", "x")
        is_right = b"<u:Created>2020-05-05T05:05:0" in asked.body
        return None if is_right else fault("wsse:MessageExpired", "the time here is 2020-05-05T05:05:05Z")

    found, device, _ = interrogate(contract, device_that(rule))
    assert found.login is Login.PROVEN
    assert len([each for each in device.logins if each.call == "GetDeviceInformation"]) == 2


@pytest.mark.parametrize(
    "told",
    [
        fault("ter:NotAuthorized", "x", 400, "Date: " + format_datetime(NOW.replace(year=2017), usegmt=True)),
        clock("2022-13-45T25:61:61", "Date: " + format_datetime(NOW.replace(year=2017), usegmt=True)),
    ],
    ids=["refused", "rubbish"],
)
def test_the_clock_comes_from_the_date_header_where_it_must(contract: Contract, told: bytes) -> None:
    def rule(asked: Asked) -> bytes | None:
        return None if b"<u:Created>2017-11-23T02:44:1" in asked.body else fault("ter:NotAuthorized", "x")

    found, _, _ = interrogate(contract, device_that(rule, told))
    assert found.login is Login.PROVEN
    assert found.clock is not None
    assert abs(found.clock.offset_s - (NOW.replace(year=2017) - NOW).total_seconds()) <= 1


def test_a_clock_that_nothing_tells_is_the_remembered_one(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes | None:
        return None if b"<u:Created>2026-11-23T03:44:12Z" in asked.body else fault("ter:NotAuthorized", "x")

    known = Device("", clock=ClockReading(3600.0, 1.0))
    found, _, _ = interrogate(contract, device_that(rule, fault("ter:NotAuthorized", "x")), remembered=known)
    assert (found.login, found.clock) == (Login.PROVEN, known.clock)


def test_full_sessions_are_waited_for(contract: Contract) -> None:
    fulls = iter([True, True])

    def rule(asked: Asked) -> bytes | None:
        if asked.has_token and next(fulls, False):
            return fault("ter:BlockedThreadUpperLimit", "too many", 503)
        return None if asked.has_token else fault("ter:NotAuthorized", "x")

    found, _, desk = interrogate(contract, device_that(rule))
    assert (found.login, desk.told_all) == (Login.PROVEN, [(Login.PROVEN, None)])


def test_full_sessions_are_never_a_refusal(contract: Contract) -> None:
    def rule(asked: Asked) -> bytes:
        return fault("ter:BlockedThreadUpperLimit", "x", 503) if asked.has_token else fault("ter:NotAuthorized", "x")

    found, device, desk = interrogate(contract, device_that(rule))
    assert (found.login, desk.told_all) == (Login.UNTRIED, [(Login.UNTRIED, Trouble.SESSIONS_FULL)])
    assert troubles(found) == {Trouble.SESSIONS_FULL}
    assert len(device.logins) == 1 + len(LIMITS.retry_after_s)


def test_without_a_login_the_device_is_left_in_peace(contract: Contract) -> None:
    found, device, desk = interrogate(contract, device_that(lambda asked: fault("ter:NotAuthorized", "x")), None)
    assert (found.login, troubles(found)) == (Login.UNTRIED, {Trouble.LOGIN_NEEDED})
    assert device.calls[-1] == "GetDeviceInformation"
    assert desk.requests == 1


def test_a_device_that_only_fails_proves_no_login(contract: Contract) -> None:
    """It fails with and without; all else it lets everybody ask."""
    rule = device_that(lambda asked: http("", 500) if asked.call == "GetDeviceInformation" else None)
    found, device, desk = interrogate(contract, rule)
    assert found.login is Login.UNTRIED
    assert desk.told_all == [(Login.UNTRIED, None)]
    assert len(device.logins) == 1
    assert "GetProfiles" in device.calls
