"""HTTP digest against the examples of RFC 7616, and against the simulator's own half."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.stream import Credentials
from wall.onvif.http_digest import DigestAnswers, read_challenge
from wall.simulator.digest import Account, DigestGuard, Verdict

LOGIN = Credentials("Mufasa", "Circle of Life")
CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
RFC = (
    'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={}, '
    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
)


def answers(header: str, login: Credentials = LOGIN) -> DigestAnswers:
    challenge = read_challenge(header)
    assert challenge is not None
    return DigestAnswers(login, challenge, lambda: CNONCE)


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_examples_of_the_rfc(algorithm: str, response: str) -> None:
    value = answers(RFC.format(algorithm)).authorization("GET", "/dir/index.html")
    assert f'response="{response}"' in value
    for part in ('username="Mufasa"', "qop=auth, nc=00000001", f'cnonce="{CNONCE}"', 'opaque="FQhe/', f"={algorithm}"):
        assert part in value


def test_the_better_of_two_is_taken() -> None:
    both = f"{RFC.format('MD5')}, {RFC.format('SHA-256')}"
    challenge = read_challenge(both)
    assert challenge is not None
    assert challenge.algorithm == "SHA-256"


def test_basic_beside_it_is_not_taken() -> None:
    challenge = read_challenge('Basic realm="x", Digest realm="y", nonce="z"')
    assert challenge is not None
    assert (challenge.realm, challenge.nonce, challenge.has_qop, challenge.is_stale) == ("y", "z", False, False)


@pytest.mark.parametrize(
    "header",
    ["", 'Basic realm="x"', 'Digest realm="x"', 'Digest realm="x", nonce="y", algorithm=SHA-512-256',
     'Digest realm="x", nonce="y", qop="auth-int"'],
)  # fmt: skip
def test_what_cannot_be_answered_is_no_challenge(header: str) -> None:
    assert read_challenge(header) is None


@pytest.mark.parametrize("qop", [True, False])
@pytest.mark.parametrize("password", ["right", 'Xã "đúng" \\'])
def test_a_device_takes_it_again_and_again(qop: bool, password: str) -> None:
    guard = DigestGuard("Camera 1", b"secret", lambda: 100.0, qop=qop)
    good = answers(guard.challenge(), Credentials("admin", password))
    for _ in range(3):
        value = good.authorization("POST", "/onvif/device_service")
        assert guard.check("POST", value, Account("admin", password)) is Verdict.OK
    assert guard.check("POST", value, Account("admin", "another")) is Verdict.WRONG


def test_a_stale_nonce_is_told() -> None:
    challenge = read_challenge(DigestGuard("r", b"s", lambda: 1.0).challenge(Verdict.STALE))
    assert challenge is not None
    assert challenge.is_stale


def test_a_challenge_cannot_write_headers() -> None:
    value = answers('Digest realm="a\r\nX: y", nonce="b\\"c"', Credentials("d\r\ne", "f")).authorization("POST", "/")
    assert "\r" not in value and "\n" not in value
    assert 'nonce="b\\"c"' in value


@given(st.text(max_size=300))
def test_any_header_is_read_or_not(header: str) -> None:
    challenge = read_challenge("Digest " + header)
    assert challenge is None or isinstance(DigestAnswers(LOGIN, challenge, str).authorization("POST", "/"), str)
