"""What became of one call: the body that was asked for, or one named reason why there is none.

Devices say the same thing in many ways: "not authorized" comes with HTTP 200, 400, 401, 403 and 500, as a fault or as a
web page. What a fault means is told from its codes first, then from its words, then from the HTTP status; "too many
sessions" and "the clock" are looked for before "not authorized", which many devices add to them.

Sources: SOAP 1.2 part 1 (5.4), SOAP 1.1 (4.4), ONVIF Core (5.9.2 and 5.11), WS-Security SOAP Message Security 1.1 (12).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from wall.model.device import Trouble
from wall.model.errors import MalformedReplyError, WallError
from wall.model.tile import Cause
from wall.onvif.xml import Element, TooLargeError, child, children, first_below, local_name, parse, plain, text

_CAUSES = {
    Trouble.LOGIN: Cause.LOGIN,
    Trouble.LOGIN_NEEDED: Cause.LOGIN_NEEDED,
    Trouble.SESSIONS_FULL: Cause.SESSIONS_FULL,
    Trouble.CLOCK: Cause.CLOCK,
    Trouble.UNREACHABLE: Cause.UNREACHABLE,
    Trouble.TIMEOUT: Cause.TIMEOUT,
    Trouble.TOO_LARGE: Cause.OVERSIZE,
}
_BY_STATUS = {
    401: Trouble.LOGIN,
    403: Trouble.LOGIN,
    404: Trouble.UNSUPPORTED,
    405: Trouble.UNSUPPORTED,
    413: Trouble.TOO_LARGE,
    429: Trouble.SESSIONS_FULL,
    501: Trouble.UNSUPPORTED,
    503: Trouble.SESSIONS_FULL,
}
# Codes and words are compared in lower case and without anything between the letters. The order decides.
_SESSIONS = (
    "blockedthread|upperlimit|toomany|maxsession|sessionlimit|sessionsfull|nosession|maximumnumberof(session|user|connect|thread)"
    "|connectionlimit|serverbusy|devicebusy|systembusy|isbusy|serviceunavailable|overload"
)
_CLOCK = (
    "messageexpired|invalidtimestamp|timestampinvalid|timestampexpired|expiredtimestamp|clock|timeskew|timedifference"
    "|timemismatch|outofsync|notsynchroni[sz]ed|notyetvalid|created(time)?(is)?(too|out|in|not|expired|invalid)"
    "|tokenexpired|staletoken|timestampis|timestampout|timestamptoo|timestampdiffer"
)
_UNSUPPORTED = (
    "notsupported|unsupported|notimplemented|notrecogni[sz]ed|unknownaction|unknownmethod|nosuch(service|method|action)"
    "|noptz|ptznot|noimaging|methodnotfound|unknowncommand"
)
_LOGIN = (
    "notauthori[sz]ed|unauthori[sz]ed|failedauthentication|authenticat|invalidsecurity|securitytoken|failedcheck"
    "|authori[sz]ation|accessdenied|permissiondenied|forbidden|wrongpassword|invalidpassword|invaliduser|passworderror"
    "|invalidlogin|loginfailed|notloggedin|nopermission|userlocked|accountlocked"
)
_MEANINGS = tuple(
    (re.compile(words), trouble)
    for words, trouble in (
        (_SESSIONS, Trouble.SESSIONS_FULL),
        (_CLOCK, Trouble.CLOCK),
        (_UNSUPPORTED, Trouble.UNSUPPORTED),
        (_LOGIN, Trouble.LOGIN),
    )
)
_SPECIFIC = _MEANINGS[:2]
_SQUEEZE = re.compile(r"[^a-z0-9]+")
_TIME = re.compile(r"\b(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z")
_HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_HTML_TITLE = re.compile(rb"<title[^>]{0,100}>([^<]{1,200})", re.IGNORECASE)
_MOST_SAID = 2000


class DeviceFault(WallError):
    """The device answered, and not with what was asked for. `detail` is printable and holds no secret.

    `device_time` is what the device's clock showed, in UTC, where the answer tells: the way to learn the clock of a
    device that wants a login even for that question.
    """

    def __init__(self, trouble: Trouble, detail: str = "", device_time: datetime | None = None) -> None:
        super().__init__(plain(detail), cause=_CAUSES.get(trouble, Cause.UNKNOWN))
        self.trouble = trouble
        self.device_time = device_time

    def __str__(self) -> str:
        return f"{self.trouble.value}: {self.detail}" if self.detail else self.trouble.value


class Unanswered(DeviceFault):
    """A question went out and no whole answer came back: nobody knows whether it was heard, nor what was answered."""


def read_body(status: int, headers: Mapping[str, str], data: bytes) -> Element:
    """The first element in the SOAP body. Raises DeviceFault and nothing else. Any thread.

    LOGIN is said for every "not authorized": whether a login was sent, only the caller knows. UNSUPPORTED is also a
    page that is not there (404).
    """
    told_at = date_of(headers)
    page = _HTML.search(data[:_MOST_SAID])
    if page and b"Envelope" not in data[: page.start()]:
        raise _of_page(status, data, told_at)
    try:
        root = parse(data)
    except TooLargeError as error:
        raise DeviceFault(Trouble.TOO_LARGE, error.detail, told_at) from None
    except MalformedReplyError as error:
        raise _of_words(status, data, error.detail, told_at) from None
    body = _content(root)
    fault = body if body is not None and local_name(body) == "Fault" else child(body, "Fault")
    if fault is not None:
        raise _of_fault(status, root, fault, told_at)
    if status >= 300 or body is None:
        raise _of_words(status, b"", "an empty answer" if body is None else f"with {local_name(body)}", told_at)
    return body


def fault_of_status(status: int) -> DeviceFault:
    """For an answer of which nothing is read but its HTTP status."""
    return DeviceFault(_BY_STATUS.get(status, Trouble.FAULT), f"HTTP {status}")


def date_of(headers: Mapping[str, str], name: str = "date") -> datetime | None:
    """What an HTTP header says, in UTC; None where it is missing or no date (RFC 9110, section 6.6.1)."""
    said = next((value for key, value in headers.items() if key.lower() == name), "")
    try:
        when = parsedate_to_datetime(said[:100])
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _content(root: Element) -> Element | None:
    """What stands in the body. Some devices forget the body or the envelope, some wrap the answer once more."""
    if _is_answer(root):
        return root
    body = root if local_name(root) == "Body" else child(root, "Body")
    answers = [each for each in (root if body is None else body) if _is_answer(each)]
    if answers or body is None:
        return answers[0] if answers else None
    first = next((each for each in body if local_name(each)), None)
    inner = None if first is None else next((each for each in first if _is_answer(each)), None)
    return first if inner is None else inner


def _is_answer(element: Element) -> bool:
    name = local_name(element)
    return name == "Fault" or name.endswith("Response")


def _of_fault(status: int, root: Element, fault: Element, told_at: datetime | None) -> DeviceFault:
    codes, words = _codes(fault), _words(fault)
    said = f"{' '.join(codes)}: {words}" if words else " ".join(codes)
    trouble = _meaning(" ".join(codes), words, status) or Trouble.FAULT
    return DeviceFault(trouble, said or f"a fault that says nothing (HTTP {status})", _told_in(root, words) or told_at)


def _of_page(status: int, data: bytes, told_at: datetime | None) -> DeviceFault:
    """A web page: what it is, its HTTP status tells, if anything does."""
    title = _HTML_TITLE.search(data[:_MOST_SAID])
    named = f": {title.group(1).decode('utf-8', 'replace')}" if title else ""
    return DeviceFault(_BY_STATUS.get(status, Trouble.NOT_ONVIF), f"a web page (HTTP {status}){named}", told_at)


def _of_words(status: int, data: bytes, wrong: str, told_at: datetime | None) -> DeviceFault:
    """No SOAP, or none with a content: plain words, or nothing."""
    words = plain(data[:_MOST_SAID].decode("utf-8", "replace")) if b"<" not in data[:_MOST_SAID] else ""
    detail = f"HTTP {status}: {words or wrong}"
    if status < 300:
        return DeviceFault(_meaning("", words, status) or Trouble.MALFORMED, detail, told_at)
    if status < 400:
        return DeviceFault(Trouble.NOT_ONVIF, f"HTTP {status}: sends elsewhere", told_at)
    return DeviceFault(_meaning("", words, status) or Trouble.FAULT, detail, told_at)


def _meaning(codes: str, words: str, status: int) -> Trouble | None:
    """Sessions and clock from all that was said; then the codes, then the status, then the words."""
    coded, told = _squeezed(codes), _squeezed(words)
    return (
        _first(_SPECIFIC, coded + " " + told)
        or _first(_MEANINGS, coded)
        or _BY_STATUS.get(status)
        or _first(_MEANINGS, told)
    )


def _first(meanings: tuple[tuple[re.Pattern[str], Trouble], ...], said: str) -> Trouble | None:
    return next((trouble for words, trouble in meanings if words.search(said)), None)


def _squeezed(said: str) -> str:
    return _SQUEEZE.sub("", said[:_MOST_SAID].lower())


def _codes(fault: Element) -> list[str]:
    """The codes from the outermost in: of SOAP 1.2 nested, of SOAP 1.1 one."""
    found, code = [], child(fault, "Code")
    for _ in range(8):
        if code is None:
            break
        found.append(text(code, "Value"))
        code = child(code, "Subcode")
    found.append(text(fault, "faultcode"))
    return [plain(each, 80) for each in found if each]


def _words(fault: Element) -> str:
    """Reason and detail, without anything of a request that may be repeated in there."""
    said = [text(fault, "Reason", "Text") or text(fault, "Reason"), text(fault, "faultstring")]
    for detail in children(fault, "Detail") + children(fault, "detail"):
        if first_below(detail, "UsernameToken") is None and first_below(detail, "Password") is None:
            said.append(text(detail, "Text") or "".join(detail.itertext()))
    return plain(" - ".join(each.strip() for each in said if each.strip()), 400)


def _told_in(root: Element, words: str) -> datetime | None:
    """The device's time from its security timestamp or its words. An echo of our own token is not that."""
    security = child(root, "Header", "Security")
    stamped = "" if child(security, "UsernameToken") is not None else text(security, "Timestamp", "Created")
    said = _TIME.search(stamped) or _TIME.search(words)
    try:
        return datetime.fromisoformat(said.group(1)).replace(tzinfo=UTC) if said else None
    except ValueError:
        return None
