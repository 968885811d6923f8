"""Seals a text under a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM (NIST SP 800-38D) seals.

The sealed form is JSON. The key is made with a check beside it, so that a wrong passphrase is told from a damaged file.
What the file says of itself is sealed along with it: changed parameters are noticed.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

_FORMAT = "citywall logins 1"
_COST = 2**15
_BLOCK = 8
_PARALLEL = 3
"""OWASP's equal of 2^17, 8, 1, in 32 MiB: a wall also has pictures to hold in memory. A quarter of a second."""
_KEY_BYTES = 32
_NONCE_BYTES = 12
_MOST_BYTES = 16 * 2**20


class SealBrokenError(Exception):
    """This is not a sealed text, or not a whole one, or it was changed."""


class WrongPassphraseError(Exception):
    """It is sealed under another passphrase."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a passphrase and a salt make. Never shown."""

    salt: bytes
    secret: bytes = field(repr=False)
    check: bytes = field(repr=False)


def new_key(passphrase: str) -> Key:
    """A key with a salt of its own. Takes a quarter of a second."""
    return _derive(passphrase, os.urandom(16))


def key_of(passphrase: str, sealed: bytes) -> Key:
    """The key under which this was sealed. Takes a quarter of a second. SealBrokenError, WrongPassphraseError."""
    fields = _fields(sealed)
    key = _derive(passphrase, fields["salt"])
    if not bytes_eq(key.check, fields["check"]):
        raise WrongPassphraseError
    return key


def seal(text: str, key: Key) -> bytes:
    """The text as a sealed file's content."""
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(key.secret).encrypt(nonce, text.encode(), _bound(key))
    parts = {"salt": key.salt, "check": key.check, "nonce": nonce, "sealed": sealed}
    fields = {name: base64.b64encode(value).decode() for name, value in parts.items()}
    return json.dumps({"format": _FORMAT, **fields}, indent=1).encode()


def unseal(sealed: bytes, key: Key) -> str:
    """The text. SealBrokenError where it was changed; WrongPassphraseError where it was sealed anew under another."""
    fields = _fields(sealed)
    if (fields["salt"], fields["check"]) != (key.salt, key.check):
        raise WrongPassphraseError
    try:
        return AESGCM(key.secret).decrypt(fields["nonce"], fields["sealed"], _bound(key)).decode()
    except InvalidTag:
        raise SealBrokenError("it was changed") from None


def _derive(passphrase: str, salt: bytes) -> Key:
    made = Scrypt(salt, 2 * _KEY_BYTES, _COST, _BLOCK, _PARALLEL).derive(passphrase.encode("utf-8", "surrogatepass"))
    return Key(salt, made[:_KEY_BYTES], made[_KEY_BYTES:])


def _bound(key: Key) -> bytes:
    return _FORMAT.encode() + key.salt + key.check


def _fields(sealed: bytes) -> dict[str, bytes]:
    """The parts of a sealed text. SealBrokenError for anything that is not all of one."""
    if len(sealed) > _MOST_BYTES:
        raise SealBrokenError("it is too large")
    try:
        read = json.loads(sealed)
        if read["format"] != _FORMAT:
            raise SealBrokenError("it is of another kind")
        fields = {name: base64.b64decode(read[name], validate=True) for name in ("salt", "check", "nonce", "sealed")}
    except (ValueError, KeyError, TypeError, binascii.Error, RecursionError):
        raise SealBrokenError("it is not whole") from None
    if len(fields["nonce"]) != _NONCE_BYTES or not fields["salt"]:
        raise SealBrokenError("it is not whole")
    return fields
