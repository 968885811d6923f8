"""What a device's refusal means, in all its shapes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.onvif.fixtures import AXIS, BOSCH, REFUSING, REOLINK, exchanges, needs_captures, replies_of, single_reply
from tests.onvif.reading.replies import NAMESPACES, envelope
from wall.model.device import Trouble
from wall.model.errors import WallError
from wall.model.tile import Cause
from wall.onvif.faults import DeviceFault, date_of, read_body
from wall.onvif.xml import local_name, text

LOGIN_PAGE = b"<!DOCTYPE html>\n<html><head><title>Web Service</title></head><body>Please log in</body></html>"


def fault_of(status: int, data: bytes, headers: dict[str, str] | None = None) -> DeviceFault:
    with pytest.raises(DeviceFault) as caught:
        read_body(status, headers or {}, data)
    return caught.value


def soap12(subcode: str, reason: str = "", detail: str = "", header: str = "") -> bytes:
    inner = f"<s:Subcode><s:Value>{subcode}</s:Value></s:Subcode>" if subcode else ""
    return envelope(
        f"<s:Fault><s:Code><s:Value>s:Sender</s:Value>{inner}</s:Code><s:Reason><s:Text>{reason}</s:Text></s:Reason>"
        f"<s:Detail><s:Text>{detail}</s:Text></s:Detail></s:Fault>",
        header=header,
    )


def soap11(code: str, words: str) -> bytes:
    return envelope(f"<s:Fault><faultcode>{code}</faultcode><faultstring>{words}</faultstring></s:Fault>")


def test_the_answer_is_the_first_thing_in_the_body() -> None:
    body = read_body(200, {}, envelope("<tds:GetHostnameResponse><a>1</a></tds:GetHostnameResponse>"))
    assert (local_name(body), text(body, "a")) == ("GetHostnameResponse", "1")


@pytest.mark.parametrize(
    "data",
    [
        envelope("<x:GetXResponse><a>1</a></x:GetXResponse>"),
        envelope("<wsse:Security/><GetXResponse><a>1</a></GetXResponse>"),
        envelope("<anyType><GetXResponse><a>1</a></GetXResponse></anyType>"),
        envelope("<GetXResult><a>1</a></GetXResult>"),
        f"<s:Envelope {NAMESPACES}><GetXResponse><a>1</a></GetXResponse></s:Envelope>".encode(),
        f"<s:Body {NAMESPACES}><GetXResponse><a>1</a></GetXResponse></s:Body>".encode(),
        b"<Envelope xmlns='urn:wrong'><Body><GetXResponse><a>1</a></GetXResponse></Body></Envelope>",
        b"<SOAP-ENV:Envelope><SOAP-ENV:Body><GetXResponse><a>1</a></GetXResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>",
        b"<GetXResponse><a>1</a></GetXResponse>",
    ],
)
def test_the_answer_is_found_in_odd_places(data: bytes) -> None:
    assert text(read_body(200, {}, data), "a") == "1"


def test_a_request_that_is_echoed_is_not_the_answer() -> None:
    echo = "<wsse:Security><wsse:Username>me</wsse:Username></wsse:Security><GetXResponse><a>3</a></GetXResponse>"
    assert text(read_body(200, {}, envelope("<GetXResponse><a>1</a></GetXResponse>", header=echo)), "a") == "1"


@pytest.mark.parametrize("status", [200, 400, 401, 403, 500])
@pytest.mark.parametrize(
    "data",
    [
        soap12("ter:NotAuthorized", "Sender not authorized"),
        soap12("", "Sender not Authorized"),
        soap12("wsse:FailedAuthentication"),
        soap12("wsse:InvalidSecurityToken", "An invalid security token was provided"),
        soap12("", "", "Authority failure: wrong password"),
        soap11("SOAP-ENV:Client", "The action requires authorization"),
        soap11("wsse:FailedCheck", ""),
        envelope("<GetXResponse><s:Fault><faultstring>Unauthorized</faultstring></s:Fault></GetXResponse>"),
        b"Error: unauthorized",
    ],
)
def test_not_authorized_in_every_shape(status: int, data: bytes) -> None:
    assert fault_of(status, data).trouble is Trouble.LOGIN


@pytest.mark.parametrize("data", [b"", LOGIN_PAGE, b"<html><body>401</body></html>", b"no", envelope("")])
def test_not_authorized_by_status_alone(data: bytes) -> None:
    assert fault_of(401, data).trouble is Trouble.LOGIN


@pytest.mark.parametrize("status", [200, 400, 401, 500, 503])
@pytest.mark.parametrize(
    "data",
    [
        soap12("ter:BlockedThreadUpperLimit", "Blocked threads"),
        soap12("ter:NotAuthorized", "Too many sessions"),
        soap12("", "Maximum number of users reached"),
        soap11("SOAP-ENV:Server", "device is busy"),
        b"Too many connections",
    ],
)
def test_sessions_full_is_never_a_wrong_password(status: int, data: bytes) -> None:
    fault = fault_of(status, data)
    assert fault.trouble is Trouble.SESSIONS_FULL
    assert fault.cause is Cause.SESSIONS_FULL


@pytest.mark.parametrize("status", [200, 400, 401, 500])
@pytest.mark.parametrize(
    "data",
    [
        soap12("wsse:MessageExpired"),
        soap12("ter:NotAuthorized", "Time difference too large: check the clock"),
        soap12("wsu:InvalidTimestamp"),
        soap11("wsse:InvalidSecurity", "The timestamp is in the future"),
        soap12("", "Created time is not valid: token expired"),
    ],
)
def test_a_wrong_clock_is_never_a_wrong_password(status: int, data: bytes) -> None:
    assert fault_of(status, data).trouble is Trouble.CLOCK


@pytest.mark.parametrize("status", [200, 400, 500])
@pytest.mark.parametrize(
    "data",
    [
        soap12("ter:ActionNotSupported", "Optional action not implemented"),
        soap12("ter:PTZNotSupported"),
        soap12("ter:NoPTZProfile", "The profile has no PTZ"),
        soap11("SOAP-ENV:Client", "Method 'tds:GetAuthFailureWarningConfiguration' not implemented"),
        soap12("wsa:ActionNotSupported"),
    ],
)
def test_what_is_not_offered_is_unsupported(status: int, data: bytes) -> None:
    assert fault_of(status, data).trouble is Trouble.UNSUPPORTED


@pytest.mark.parametrize(
    ("status", "data", "trouble"),
    [
        (200, LOGIN_PAGE, Trouble.NOT_ONVIF),
        (200, b"<HTML><frameset></frameset></HTML>", Trouble.NOT_ONVIF),
        (200, b"", Trouble.MALFORMED),
        (200, b"OK", Trouble.MALFORMED),
        (200, b"\x89PNG\r\n\x1a\n", Trouble.MALFORMED),
        (200, envelope(""), Trouble.MALFORMED),
        (200, b"<a/>", Trouble.MALFORMED),
        (200, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', Trouble.MALFORMED),
        (200, b"<a>" * 1000, Trouble.TOO_LARGE),
        (200, b" " * (4 * 1024 * 1024 + 1), Trouble.TOO_LARGE),
        (204, b"", Trouble.MALFORMED),
        (302, b"", Trouble.NOT_ONVIF),
        (400, b"Bad Request", Trouble.FAULT),
        (400, b"", Trouble.FAULT),
        (404, LOGIN_PAGE, Trouble.UNSUPPORTED),
        (404, b"", Trouble.UNSUPPORTED),
        (405, b"", Trouble.UNSUPPORTED),
        (413, b"", Trouble.TOO_LARGE),
        (500, b"", Trouble.FAULT),
        (500, soap12("ter:InvalidArgVal", "no such profile"), Trouble.FAULT),
        (500, envelope("<s:Fault/>"), Trouble.FAULT),
        (503, b"", Trouble.SESSIONS_FULL),
        (500, envelope("<GetXResponse/>"), Trouble.FAULT),
    ],
)
def test_everything_else_has_a_name(status: int, data: bytes, trouble: Trouble) -> None:
    assert fault_of(status, data).trouble is trouble


def test_an_empty_answer_is_an_answer() -> None:
    assert local_name(read_body(200, {}, envelope("<tds:GetRelayOutputsResponse/>"))) == "GetRelayOutputsResponse"


def test_a_fault_says_what_the_device_said() -> None:
    fault = fault_of(400, soap12("ter:InvalidArgVal", "No such\n profile\x1b", "Profile_9"))
    assert fault.detail == "s:Sender ter:InvalidArgVal: No such profile - Profile_9"
    assert str(fault) == "refused the question: s:Sender ter:InvalidArgVal: No such profile - Profile_9"
    assert isinstance(fault, WallError)


def test_a_web_page_is_named() -> None:
    assert fault_of(200, LOGIN_PAGE).detail == "a web page (HTTP 200): Web Service"


def test_a_request_in_the_detail_is_not_repeated() -> None:
    echo = "<s:Detail><wsse:UsernameToken><wsse:Password>c2VjcmV0</wsse:Password></wsse:UsernameToken></s:Detail>"
    data = soap12("ter:NotAuthorized", "no").replace(b"<s:Detail>", echo.encode() + b"<s:Detail>", 1)
    assert "c2VjcmV0" not in fault_of(400, data).detail


def test_the_clock_is_learnt_from_a_refusal() -> None:
    dated = {"date": "Thu, 01 Jan 1970 00:12:31 GMT"}
    refused = soap12("ter:NotAuthorized")
    assert fault_of(401, refused, dated).device_time == datetime(1970, 1, 1, 0, 12, 31, tzinfo=UTC)
    assert fault_of(401, LOGIN_PAGE, dated).device_time == datetime(1970, 1, 1, 0, 12, 31, tzinfo=UTC)
    assert fault_of(401, b"", dated).device_time == datetime(1970, 1, 1, 0, 12, 31, tzinfo=UTC)
    assert fault_of(401, refused).device_time is None
    said = soap12("ter:NotAuthorized", "my time is 2017-03-04T05:06:07.5Z")
    assert fault_of(401, said, dated).device_time == datetime(2017, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert fault_of(401, soap12("", "2022-13-45T99:00:00Z")).device_time is None


def test_the_clock_is_in_the_devices_own_timestamp_and_not_in_our_echo() -> None:
    created = "<wsu:Timestamp><wsu:Created>2017-03-04T05:06:07Z</wsu:Created></wsu:Timestamp>"
    stamp = f"<wsse:Security>{created}{{}}</wsse:Security>"
    own = soap12("ter:NotAuthorized", header=stamp.format(""))
    assert fault_of(400, own).device_time == datetime(2017, 3, 4, 5, 6, 7, tzinfo=UTC)
    echo = soap12("ter:NotAuthorized", header=stamp.format("<wsse:UsernameToken/>"))
    assert fault_of(400, echo).device_time is None


@pytest.mark.parametrize("said", ["", "yesterday", "2022-13-45", "Mon, 99 Foo 99999 99:99:99", "1 Jan 0", "\x00" * 500])
def test_a_date_header_that_is_no_date(said: str) -> None:
    assert date_of({"Date": said}) is None


@needs_captures
@pytest.mark.parametrize("device", [AXIS, BOSCH, REOLINK])
def test_captured_answers_are_answers_and_refusals_are_named(device: str) -> None:
    for exchange in exchanges(device):
        try:
            assert local_name(read_body(exchange.status, {}, exchange.reply)) == f"{exchange.call}Response"
            assert exchange.status == 200
        except DeviceFault as fault:
            assert exchange.status != 200
            assert fault.trouble in (Trouble.UNSUPPORTED, Trouble.FAULT)


@needs_captures
def test_the_device_that_refuses_everything_wants_a_login() -> None:
    replies = exchanges(REFUSING)
    assert len(replies) == 48
    assert {fault_of(each.status, each.reply).trouble for each in replies} == {Trouble.LOGIN}
    told = fault_of(replies[1].status, replies[1].reply).detail
    assert told.startswith("SOAP-ENV:Sender ter:NotAuthorized: Sender not authorized")


@needs_captures
def test_the_camera_that_refuses_pull_points_wants_a_login() -> None:
    refusals = replies_of("hikvision_pullpoint_notauthorized")
    assert {fault_of(status, data).trouble for _, status, data in refusals} == {Trouble.LOGIN}


@needs_captures
def test_an_ill_formed_question_is_told_from_a_refused_login() -> None:
    fault = fault_of(400, single_reply("invalid_system_date_and_time_response"))
    assert (fault.trouble, fault.detail.partition(":")[0]) == (Trouble.FAULT, "SOAP-ENV")


@given(status=st.integers(100, 599), data=st.binary(max_size=200), date=st.text(max_size=40))
def test_random_answers_are_faults(status: int, data: bytes, date: str) -> None:
    try:
        read_body(status, {"Date": date}, data)
    except DeviceFault as fault:
        assert fault.detail.isprintable()
        assert len(fault.detail) <= 200
