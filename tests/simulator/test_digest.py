"""Digest authentication, against the RFCs' own examples."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.simulator.digest import Account, DigestGuard, Verdict, digest_response

ACCOUNT = Account("admin", "secret")


class Clock:
    """Seconds that a test sets."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=[False, True], ids=["no qop", "qop"])
def guard(request: pytest.FixtureRequest, clock: Clock) -> DigestGuard:
    return DigestGuard("a camera", b"key", clock, lifetime_s=60, qop=request.param)


def header_for(guard: DigestGuard, method: str = "DESCRIBE", account: Account = ACCOUNT, **changed: str) -> str:
    fields = dict(re.findall(r'(\w+)="([^"]*)"', guard.challenge()))
    if "qop" in fields:
        fields |= {"nc": "00000001", "cnonce": "abc"}
    fields |= {"username": account.user, "uri": "rtsp://host/1/sub"} | changed
    fields["response"] = digest_response(method, fields, account)
    return "Digest " + ", ".join(f'{name}="{value}"' for name, value in fields.items())


def test_the_example_of_rfc_2617() -> None:
    given_fields = {
        "realm": "testrealm@host.com",
        "nonce": "dcd98b7102dd2f0e8b11d0f600bfb0c093",
        "uri": "/dir/index.html",
        "qop": "auth",
        "nc": "00000001",
        "cnonce": "0a4f113b",
    }
    account = Account("Mufasa", "Circle Of Life")
    assert digest_response("GET", given_fields, account) == "6629fae49393a05397450978507c4ef1"


def test_the_example_of_rfc_7616() -> None:
    given_fields = {
        "realm": "http-auth@example.org",
        "nonce": "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        "uri": "/dir/index.html",
        "qop": "auth",
        "nc": "00000001",
        "cnonce": "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
    }
    account = Account("Mufasa", "Circle of Life")
    assert digest_response("GET", given_fields, account) == "8ca523f5e9506fed4657c9700eebdbec"


def test_the_right_password_passes(guard: DigestGuard) -> None:
    assert guard.check("DESCRIBE", header_for(guard), ACCOUNT) is Verdict.OK


def test_another_password_user_or_method_does_not(guard: DigestGuard) -> None:
    assert guard.check("DESCRIBE", header_for(guard, account=Account("admin", "x")), ACCOUNT) is Verdict.WRONG
    assert guard.check("DESCRIBE", header_for(guard, account=Account("root", "secret")), ACCOUNT) is Verdict.WRONG
    assert guard.check("SETUP", header_for(guard), ACCOUNT) is Verdict.WRONG


def test_no_login_and_basic_are_asked_for_digest(guard: DigestGuard) -> None:
    assert guard.check("DESCRIBE", None, ACCOUNT) is Verdict.MISSING
    assert guard.check("DESCRIBE", "Basic YWRtaW46c2VjcmV0", ACCOUNT) is Verdict.MISSING


def test_an_old_nonce_is_stale_and_the_challenge_says_so(guard: DigestGuard, clock: Clock) -> None:
    header = header_for(guard)
    clock.now += 59
    assert guard.check("DESCRIBE", header, ACCOUNT) is Verdict.OK
    clock.now += 2
    assert guard.check("DESCRIBE", header, ACCOUNT) is Verdict.STALE
    assert "stale=true" in guard.challenge(Verdict.STALE)
    assert "stale" not in guard.challenge(Verdict.WRONG)


def test_a_forged_nonce_is_stale_even_with_the_right_password(guard: DigestGuard) -> None:
    assert guard.check("DESCRIBE", header_for(guard, nonce="ffffffff.00"), ACCOUNT) is Verdict.STALE
    assert guard.check("DESCRIBE", header_for(guard, nonce=""), ACCOUNT) is Verdict.STALE


@given(st.text(max_size=200))
def test_no_text_passes_or_raises(text: str) -> None:
    guard = DigestGuard("a camera", b"key", lambda: 0.0)
    assert guard.check("DESCRIBE", text, ACCOUNT) is not Verdict.OK
    assert guard.check("DESCRIBE", f"Digest {text}", ACCOUNT) is not Verdict.OK


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(ACCOUNT)
