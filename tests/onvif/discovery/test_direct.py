"""Is there an ONVIF device behind an address? Told by what it answers to the question for its clock."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import ssl
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from tests.onvif.discovery.responders import TIME, closed_tcp_port, http, serving
from wall.onvif.discovery import direct
from wall.onvif.discovery.direct import Outcome, any_certificate, is_onvif

FAULT = (
    b'<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code/></s:Fault>'
    b"</s:Body></s:Envelope>"
)


async def asked(said: bytes | None, is_patient: bool = False, tls: ssl.SSLContext | None = None) -> Outcome:
    async with serving(said, is_patient=is_patient, tls=tls) as port:
        scheme = "https" if tls else "http"
        return await direct.ask(f"{scheme}://127.0.0.1:{port}/onvif/device_service", any_certificate())


@pytest.mark.parametrize(
    "said",
    [
        http(TIME),
        http(TIME.replace(b"tds:", b"SOAP-ENV:")),
        http(FAULT, "400 Bad Request"),
        http(FAULT, "500 Internal Server Error"),
        http(b"", "401 Unauthorized", 'WWW-Authenticate: Digest realm="x", nonce="y"\r\n'),
        b"HTTP/1.0 200 OK\r\n\r\n" + TIME,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n"
        + TIME[:100]
        + b"\r\n200\r\n"
        + TIME[100:]
        + b"\r\n0\r\n\r\n",
    ],
    ids=["time", "prefix", "fault 400", "fault 500", "digest", "1.0", "chunked"],
)
@pytest.mark.parametrize("is_patient", [False, True], ids=["closes", "keeps"])
def test_a_device_is_known_by_its_answer(said: bytes, is_patient: bool) -> None:
    began_s = time.monotonic()
    assert asyncio.run(asked(said, is_patient)) is Outcome.FOUND
    assert time.monotonic() - began_s < direct.ANSWER_WITHIN_S


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        http(b"<html><body>GetSystemDateAndTime</body></html>"),
        http(b"", "404 Not Found"),
        http(b"", "401 Unauthorized", 'WWW-Authenticate: Basic realm="router"\r\n'),
        http(FAULT.replace(b"<s:Code/>", b"<detail><UPnPError/></detail>"), "500 Internal Server Error"),
        b"\0" * 300_000,
    ],
    ids=["nothing", "ssh", "page", "404", "basic", "upnp", "endless"],
)
def test_something_else_is_told_apart(said: bytes) -> None:
    assert asyncio.run(asked(said)) is Outcome.OTHER


def test_who_accepts_and_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(direct, "ANSWER_WITHIN_S", 0.3)
    assert asyncio.run(asked(None)) is Outcome.OTHER


def test_a_closed_port_refuses() -> None:
    port = closed_tcp_port()
    assert asyncio.run(direct.ask(f"http://127.0.0.1:{port}/", any_certificate())) is Outcome.REFUSED


def test_nobody_at_the_address_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(direct, "CONNECT_WITHIN_S", 0.4)
    with closing(socket.socket()) as full, ExitStack() as callers:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(3):  # Its queue is full: the system answers to nobody any more.
            caller = callers.enter_context(closing(socket.socket()))
            caller.setblocking(False)
            caller.connect_ex(full.getsockname())
        url = f"http://127.0.0.1:{full.getsockname()[1]}/"
        assert asyncio.run(direct.ask(url, any_certificate())) is Outcome.SILENT


def test_a_device_with_any_certificate_is_found(tmp_path: Path) -> None:
    assert asyncio.run(asked(http(TIME), tls=_server_tls(tmp_path))) is Outcome.FOUND


def test_a_port_without_tls_is_no_device_over_https() -> None:
    async def work() -> Outcome:
        async with serving(http(TIME)) as port:
            return await direct.ask(f"https://127.0.0.1:{port}/", any_certificate())

    assert asyncio.run(work()) is Outcome.REFUSED


@given(st.binary(max_size=300))
def test_any_bytes_are_a_device_or_not(said: bytes) -> None:
    assert is_onvif(said) in (True, False)


def _server_tls(folder: Path) -> ssl.SSLContext:
    """A camera's TLS: a certificate for nobody, long out of date."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "camera")])
    begin = dt.datetime(2012, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + dt.timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "camera.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "camera.pem")
    return context
