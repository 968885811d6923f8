"""Self-signed certificates of the devices that speak HTTPS: one from the factory for all, a new one where renewed.

The factory's is made once and kept on disk, so that a device has the same one after each start; a renewed one lasts as
long as the simulator runs.
"""

from __future__ import annotations

import hashlib
import os
import ssl
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

_FACTORY_FILE = "factory-certificate.pem"
_TURN = 0.6180339887
"""The golden ratio's steps fall evenly over a circle: shares are right among few devices too."""


class Certificates:
    """Which devices, by number, speak HTTPS and with which certificate. Event-loop thread only.

    `share` (0 to 1) of the devices do; ValueError for another number. Files are kept in `folder`.
    """

    def __init__(self, folder: Path, share: float) -> None:
        if not 0.0 <= share <= 1.0:
            raise ValueError(f"the share of devices with HTTPS must be from 0 to 1, not {share:g}")
        self._folder = folder
        self._share = share
        self._factory: _Identity | None = None
        self._renewed: dict[int, _Identity] = {}

    def speaks_https(self, device: int) -> bool:
        """Whether it does; it never speaks both."""
        return device * _TURN % 1.0 < self._share

    def tls(self, device: int) -> ssl.SSLContext:
        """What its listener shows to clients."""
        return self._identity(device).context

    def fingerprint(self, device: int) -> str:
        """SHA-256 of its certificate in hexadecimal; "" for a device without HTTPS."""
        return self._identity(device).sha256 if self.speaks_https(device) else ""

    def renew(self, device: int) -> None:
        """Give it a certificate of its own; its listener must be opened again."""
        self._renewed[device] = _identity(_make_pem())

    def _identity(self, device: int) -> _Identity:
        if device in self._renewed:
            return self._renewed[device]
        if self._factory is None:
            self._factory = _identity(_kept_pem(self._folder / _FACTORY_FILE))
        return self._factory


class _Identity:
    """A certificate with its key, ready for listeners."""

    def __init__(self, context: ssl.SSLContext, sha256: str) -> None:
        self.context = context
        self.sha256 = sha256


def _identity(pem: bytes) -> _Identity:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # The standard library reads certificates from files only.
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        file.write(pem)
        file.flush()
        context.load_cert_chain(file.name)
    certificate = x509.load_pem_x509_certificate(pem)
    der = certificate.public_bytes(serialization.Encoding.DER)
    return _Identity(context, hashlib.sha256(der).hexdigest())


def _kept_pem(path: Path) -> bytes:
    """The file's content; made, and kept for its owner only, where there is none or a damaged one."""
    try:
        pem = path.read_bytes()
        x509.load_pem_x509_certificate(pem)
        serialization.load_pem_private_key(pem, None)
        return pem
    except (OSError, ValueError):
        pem = _make_pem()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
    Path(name).replace(path)
    return pem


def _make_pem() -> bytes:
    """A new key and a certificate that it has signed itself, valid whatever the clocks say."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "simulated camera")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(1970, 1, 2, tzinfo=UTC))
        .not_valid_after(datetime(2099, 12, 31, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)
