"""The found devices' table: one row a device, however often and on whichever address it answered."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from wall.model.device import Login
from wall.ui import figures, words
from wall.ui.console.facts import Finding
from wall.ui.console.table import Column

_LOGIN_ORDER = (Login.REFUSED, Login.WITHHELD, Login.UNTRIED, Login.NOT_NEEDED, Login.PROVEN)
_FAR = 1 << 40


def found_columns() -> tuple[Column[Finding], ...]:
    """In the order in which they are read."""
    return (*_who(), *_how())


def _who() -> tuple[Column[Finding], ...]:
    """What the device is."""
    translate = QCoreApplication.translate
    return (
        Column("address", translate("FoundTable", "Address"), host_of, 144, order=_address_order, tip=_all_addresses),
        Column("name", translate("FoundTable", "Name"), name_of, 224),
        Column("maker", translate("FoundTable", "Maker"), _maker, 112),
        Column("model", translate("FoundTable", "Model"), _model, 144),
        Column(
            "cameras",
            translate("FoundTable", "Cameras"),
            lambda row: str(len(row.device.channels)) if row.device else figures.UNKNOWN,
            72,
            order=lambda row: len(row.device.channels) if row.device else -1,
            is_number=True,
        ),
    )


def _how() -> tuple[Column[Finding], ...]:
    """How it is, and what became of it."""
    translate = QCoreApplication.translate
    return (
        Column(
            "clock",
            translate("FoundTable", "Clock"),
            lambda row: figures.clock_offset(_offset_s(row)),
            96,
            order=lambda row: abs(_offset_s(row) or 0.0),
            is_number=True,
            is_quiet=lambda row: abs(_offset_s(row) or 0.0) < 5,
        ),
        Column(
            "login",
            translate("FoundTable", "Login"),
            _login,
            128,
            order=lambda row: _LOGIN_ORDER.index(row.device.login) if row.device else len(_LOGIN_ORDER),
            is_quiet=lambda row: row.device is None or row.device.login in (Login.PROVEN, Login.NOT_NEEDED),
        ),
        Column(
            "kept",
            translate("FoundTable", "Kept"),
            lambda row: translate("FoundTable", "kept") if row.is_kept else "",
            96,
            order=lambda row: row.is_kept,
            is_quiet=lambda _row: True,
        ),
        Column(
            "problems",
            translate("FoundTable", "Problems"),
            _problems,
            280,
            order=lambda row: -len(row.device.problems) if row.device else 1,
            tip=lambda row: figures.problems_with_detail(row.device.problems) if row.device else "",
            is_quiet=lambda row: row.device is None,
        ),
    )


def name_of(row: Finding) -> str:
    """What the device is called, by itself or by who put it up."""
    for told in (row.device, row.found):
        if told and told.name:
            return told.name
    return figures.UNKNOWN


def host_of(row: Finding) -> str:
    """The host, with its port where that is not the usual one."""
    parts = urlsplit(_address(row))
    return parts.netloc.rpartition("@")[2] or _address(row) or row.key


def _address(row: Finding) -> str:
    if row.device:
        return row.device.address
    return row.found.addresses[0] if row.found and row.found.addresses else ""


def _all_addresses(row: Finding) -> str:
    return "\n".join(row.found.addresses) if row.found and row.found.addresses else _address(row)


def _address_order(row: Finding) -> tuple[tuple[int, ...], str]:
    """10.0.0.9 before 10.0.0.10, and names after all of them."""
    host, _, port = host_of(row).partition(":")
    parts = host.split(".")
    is_plain = len(parts) == 4 and all(part.isdecimal() for part in parts)
    numbers = (*map(int, parts), int(port) if port.isdecimal() else 80) if is_plain else (_FAR,)
    return numbers, host


def _maker(row: Finding) -> str:
    return row.device.manufacturer if row.device else ""


def _model(row: Finding) -> str:
    return (row.device.model if row.device else "") or (row.found.hardware if row.found else "")


def _offset_s(row: Finding) -> float | None:
    return row.device.clock.offset_s if row.device and row.device.clock else None


def _login(row: Finding) -> str:
    return words.login_word(row.device.login) if row.device else ""


def _problems(row: Finding) -> str:
    if row.device is None:
        return QCoreApplication.translate("FoundTable", "not asked yet")
    return figures.problems_line(row.device.problems)
