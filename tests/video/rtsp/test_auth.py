"""Logging in: the examples of the RFCs, and what a refused login may cost."""

import pytest

from wall.model.errors import UnauthorizedError
from wall.model.stream import Credentials
from wall.model.tile import Cause
from wall.video.rtsp.auth import Challenge, Login, best_challenge, digest, parse_challenges

MUFASA = Credentials("Mufasa", "Circle of Life")
CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_digest_with_qop(algorithm: str, response: str) -> None:
    """RFC 7616, section 3.9.1."""
    challenge = Challenge("digest", "http-auth@example.org", NONCE, "opaque", algorithm, qop=True)
    value = digest(challenge, MUFASA, "GET", "/dir/index.html", CNONCE, 1)
    assert f'response="{response}"' in value
    assert "qop=auth" in value
    assert "nc=00000001" in value
    assert 'opaque="opaque"' in value


def test_digest_without_qop() -> None:
    """RFC 2069 with the errata's value: what most cameras ask for."""
    challenge = Challenge("digest", "testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093")
    value = digest(challenge, Credentials("Mufasa", "CircleOfLife"), "GET", "/dir/index.html", "", 1)
    assert 'response="1949323746fe6a43ef61f9606e7febea"' in value
    assert "cnonce" not in value
    assert "nc=" not in value


def test_reads_several_challenges_of_one_line() -> None:
    line = 'Basic realm="a, b", Digest realm="c \\"d\\"", nonce="e", qop="auth,auth-int", stale=TRUE'
    basic, digested = parse_challenges([line])
    assert (basic.scheme, basic.realm) == ("basic", "a, b")
    assert (digested.realm, digested.nonce, digested.qop, digested.stale) == ('c "d"', "e", True, True)


def test_digest_goes_before_basic() -> None:
    found = parse_challenges(['Basic realm="x"', 'Digest realm="x", nonce="1"'])
    assert best_challenge(found) == found[1]


def test_a_digest_that_is_not_known_leaves_basic() -> None:
    found = parse_challenges(['Digest realm="x", nonce="1", algorithm=SHA-512-256', 'Basic realm="x"'])
    assert best_challenge(found) == found[1]


def login(credentials: Credentials = MUFASA) -> Login:
    ours = Login(lambda: "0123")
    ours.give(credentials)
    return ours


def digest_challenge(nonce: str, stale: bool = False) -> list[Challenge]:
    return [Challenge("digest", "r", nonce, stale=stale)]


def test_nothing_is_sent_unasked() -> None:
    assert login().header("DESCRIBE", "rtsp://h/") == []


def test_basic() -> None:
    ours = login(Credentials("admin", "bí mật"))
    ours.refused([Challenge("basic", "r")], with_login=False)
    assert ours.header("DESCRIBE", "rtsp://h/") == [("Authorization", "Basic YWRtaW46YsOtIG3huq10")]


def test_a_login_is_wanted_once_the_camera_asks_for_it() -> None:
    ours = Login(lambda: "0123")
    wanted = [ours.is_wanted]
    ours.refused(digest_challenge("1"), with_login=False)
    wanted.append(ours.is_wanted)
    ours.give(MUFASA)
    assert [*wanted, ours.is_wanted] == [False, True, False]


@pytest.mark.parametrize("second_nonce", ["1", "2"])
def test_a_refused_login_is_not_sent_again(second_nonce: str) -> None:
    ours = login()
    ours.refused(digest_challenge("1"), with_login=False)
    with pytest.raises(UnauthorizedError) as caught:
        ours.refused(digest_challenge(second_nonce), with_login=True)
    assert caught.value.cause is Cause.LOGIN


def test_a_stale_nonce_is_replaced() -> None:
    ours = login()
    ours.refused(digest_challenge("1"), with_login=False)
    ours.refused(digest_challenge("2", stale=True), with_login=True)
    assert 'nonce="2"' in ours.header("DESCRIBE", "rtsp://h/")[0][1]


def test_a_camera_that_says_stale_for_ever_is_refused() -> None:
    ours = login()
    ours.refused(digest_challenge("1"), with_login=False)
    with pytest.raises(UnauthorizedError):
        ours.refused(digest_challenge("1", stale=True), with_login=True)


def test_a_login_that_was_accepted_gets_a_new_nonce_once() -> None:
    ours = login()
    ours.refused(digest_challenge("1"), with_login=False)
    ours.accepted(with_login=True)
    ours.refused(digest_challenge("2"), with_login=True)
    with pytest.raises(UnauthorizedError):
        ours.refused(digest_challenge("3"), with_login=True)


def test_an_unknown_way_in_is_said() -> None:
    with pytest.raises(UnauthorizedError):
        login().refused(parse_challenges(['NTLM realm="x"']), with_login=False)


def test_no_secret_in_sight() -> None:
    ours = login()
    ours.refused(digest_challenge("1"), with_login=False)
    assert "Circle" not in repr(ours) + str(vars(ours))
