"""What is typed into the cameras' table, as a change of a camera. Errors are sentences for the one who typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from wall.model.inventory import CameraRecord
from wall.ui.console.city import City, site_label

FOR_ALL_SELECTED = frozenset({"site", "tags", "priority"})
"""Typed once for all selected cameras; a number or a name belongs to one."""


def edited(city: City, camera: CameraRecord, column: str, text: str) -> CameraRecord:
    """The camera as it would be. ValueError in the language of the program where that cannot be."""
    match column:
        case "number":
            return replace(camera, number=_number(city, camera, text))
        case "name":
            if not text:
                raise ValueError(QCoreApplication.translate("CameraEdit", "A camera must have a name."))
            return replace(camera, name=text)
        case "nickname":
            return replace(camera, nickname=text)
        case "tags":
            return replace(camera, tags=_tags(text))
        case "priority":
            return replace(camera, priority=_priority(text))
        case "site":
            return replace(camera, site_id=_site(city, text))
    return camera


def _number(city: City, camera: CameraRecord, text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not 1 <= int(text) <= 99_999:
        sentence = QCoreApplication.translate("CameraEdit", "{0} is no camera number: use 1 to 99999.")
        raise ValueError(sentence.format(text))
    wanted = int(text)
    for other in city.cameras.values():
        if other.number == wanted and other.camera_id != camera.camera_id:
            sentence = QCoreApplication.translate("CameraEdit", "Number {0} belongs to “{1}” already.")
            raise ValueError(sentence.format(wanted, other.name))
    return wanted


def _tags(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.strip() for tag in text.replace(";", ",").split(",") if tag.strip()))


def _priority(text: str) -> int:
    if not text.isdecimal() or int(text) > 9:
        sentence = QCoreApplication.translate("CameraEdit", "{0} is no priority: use 0 to 9, 9 is the most important.")
        raise ValueError(sentence.format(text or "“”"))
    return int(text)


def _site(city: City, text: str) -> int | None:
    """By its name, with the ward where there are two of that name."""
    if not text:
        return None
    typed = text.casefold()
    fitting = [site for site in city.sites.values() if typed in (site_label(site).casefold(), site.name.casefold())]
    exact = [site for site in fitting if site_label(site).casefold() == typed]
    if len(exact or fitting) == 1:
        return (exact or fitting)[0].site_id
    if fitting:
        sentence = QCoreApplication.translate(
            "CameraEdit", "There are several sites “{0}”: choose the one with its ward."
        )
    else:
        sentence = QCoreApplication.translate("CameraEdit", "There is no site “{0}”: choose one from the list.")
    raise ValueError(sentence.format(text))
