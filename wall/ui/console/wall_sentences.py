"""What the model and the room say in English of layouts, views and tours, in the language of the program."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

_COUNTED = re.compile(r"(?:(\d+) views?)?(?: and )?(?:(\d+) tours?)? (saved|removed|imported)")
_NAMED = re.compile(r"(view|tour) (.+) saved", re.DOTALL)


def of_the_wall() -> dict[str, str]:
    """Sentences with holes, and what they are in the language of the program."""
    return {**_of_layouts(), **_of_views(), **_of_files()}


def _of_layouts() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "a layout has 1 to {0} columns and rows, not {1} x {2}": translate(
            "WallWords", "A layout has 1 to {0} columns and rows, not {1} × {2}."
        ),
        "a layout has 1 to {0} cells, not {1}": translate("WallWords", "A layout has 1 to {0} cells, not {1}."),
        "cell {0} does not lie on the raster of {1} x {2}": translate(
            "WallWords", "Cell {0} does not lie on the raster of {1} × {2}."
        ),
        "cells {0} and {1} lie over each other": translate("WallWords", "Cells {0} and {1} lie over each other."),
        "no cell is chosen": translate("WallWords", "Choose cells first."),
        "these cells together are no rectangle": translate("WallWords", "These cells together are no rectangle."),
        "a cell is split into 1 to {0} parts, not {1} x {2}": translate(
            "WallWords", "A cell is split into 1 to {0} parts, not {1} × {2}."
        ),
    }


def _of_views() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "there is a view «{0}» in the folder «{1}» already: give it another name": translate(
            "WallWords", "There is a view “{0}” in the folder “{1}” already."
        ),
        "there is a view «{0}» already: give it another name": translate(
            "WallWords", "There is a view “{0}” here already."
        ),
        "there is a tour «{0}» in the folder «{1}» already: give it another name": translate(
            "WallWords", "There is a tour “{0}” in the folder “{1}” already."
        ),
        "there is a tour «{0}» already: give it another name": translate(
            "WallWords", "There is a tour “{0}” here already."
        ),
        "a view needs a name": translate("WallWords", "A view needs a name."),
        "a tour needs a name": translate("WallWords", "A tour needs a name."),
        "a tour needs a stop": translate("WallWords", "A tour needs a stop: add views or cameras."),
        "a tour goes over views or over cameras, not over both": translate(
            "WallWords", "A tour goes over views or over cameras, not over both."
        ),
        "a carousel needs a camera": translate("WallWords", "Choose cameras first."),
        "a camera stays for {0} s or longer, not {1} s": translate(
            "WallWords", "A camera stays for {0} s or longer, not {1} s."
        ),
        "a tour stays for {0} s or longer, not {1} s": translate(
            "WallWords", "A tour stays for {0} s or longer, not {1} s."
        ),
    }


def _of_files() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "camera {0} is not here: its cells stay empty in «{1}» and {2} more views": translate(
            "WallWords", "Camera {0} is not here: its cells stay empty in “{1}” and {2} more views."
        ),
        "camera {0} is not here: its cells stay empty in «{1}»": translate(
            "WallWords", "Camera {0} is not here: its cells stay empty in “{1}”."
        ),
        "view {0} «{1}» was left out: {2}": translate("WallWords", "View {0}, “{1}”, was left out: {2}"),
        "view {0} was left out: {1}": translate("WallWords", "View {0} was left out: {1}"),
        "and {0} more": translate("WallWords", "and {0} more"),
        "{0}: this is no file of views": translate("WallWords", "{0}: this is no file of views"),
        "{0}: it holds no view": translate("WallWords", "{0}: it holds no view"),
    }


def views_undo_words(why: str) -> str:
    """What one step back would take back, in words; what is not known here stays as it is."""
    translate = QCoreApplication.translate
    if named := _NAMED.fullmatch(why):
        return translate("WallWords", "“{0}” saved").format(named.group(2))
    counted = _COUNTED.fullmatch(why)
    if not counted:
        return why
    views, tours, done = counted.groups()
    parts = [
        sentence.format(number)
        for number, sentence in (
            (views, translate("WallWords", "{0} views")),
            (tours, translate("WallWords", "{0} tours")),
        )
        if number
    ]
    ends = {
        "saved": translate("WallWords", "{0} changed"),
        "removed": translate("WallWords", "{0} removed"),
        "imported": translate("WallWords", "{0} imported"),
    }
    return ends[done].format(", ".join(parts)) if parts else why
