"""What the rooms below say in English of a table, a row of it, or the wall, in the language of the program.

The rooms below speak English, for the log. What they say to the person who wrote a table is said here again; a
sentence that is not known here stays as it is.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from wall.ui.console.wall_sentences import of_the_wall

_HOLE = re.compile(r"\\\{(\d)\\\}")


def in_words(sentence: str) -> str:
    """The sentence in the language of the program."""
    for known, said in (*_of_rows().items(), *_of_files().items(), *of_the_wall().items()):
        if found := _pattern(known).fullmatch(sentence):
            return said.format(*(_things().get(part) or in_words(part) for part in found.groups()))
    return sentence


def _pattern(known: str) -> re.Pattern[str]:
    return re.compile(_HOLE.sub("(.+?)", re.escape(known)), re.DOTALL)


def _of_rows() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "{0} is no number: {1}": translate("Rows", "{0} is no number: {1}"),
        "{0} must be between {1} and {2}, not {3}": translate("Rows", "{0} must be between {1} and {2}, not {3}"),
        "{0} must be a whole number, not {1}": translate("Rows", "{0} must be a whole number, not {1}"),
        "the number {0} stands in line {1} already": translate("Rows", "the number {0} stands in line {1} already"),
        "the address stands in line {0} already": translate("Rows", "the address stands in line {0} already"),
        "neither a number nor an address: no camera can be told by this row": translate(
            "Rows", "neither a number nor an address: no camera can be told by this row"
        ),
        "this camera logs in as its device does: change the login of the device instead": translate(
            "Rows", "this camera logs in as its device does: change the login of the device instead"
        ),
        "two different logins stand in this row": translate("Rows", "two different logins stand in this row"),
        "{0} is too long": translate("Rows", "{0} is too long"),
        "a new camera needs an address: the column url is empty": translate(
            "Rows", "a new camera needs an address: the column url is empty"
        ),
        "latitude and longitude belong together: one of them is missing": translate(
            "Rows", "latitude and longitude belong together: one of them is missing"
        ),
        "latitude and longitude seem to be exchanged": translate("Rows", "latitude and longitude seem to be exchanged"),
        "there are {0} sites called {1}: the ward must say which": translate(
            "Rows", "there are {0} sites called {1}: the ward must say which"
        ),
        "line {0} says something else of the {1} of {2}": translate(
            "Rows", "line {0} says something else of the {1} of {2}"
        ),
    }


def _of_files() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "{0} is not text in a known encoding: save it as «CSV UTF-8»": translate(
            "Rows", "{0} is not text in a known encoding: save it as «CSV UTF-8»"
        ),
        "{0} is larger than any list of cameras": translate("Rows", "{0} is larger than any list of cameras"),
        "{0} has more than {1} rows: import it in parts": translate(
            "Rows", "{0} has more than {1} rows: import it in parts"
        ),
        "{0}: the name must end in .csv or .xlsx": translate("Rows", "{0}: the name must end in .csv or .xlsx"),
        "{0} has no heading that is understood: its first row must name the columns, «number» or «url» among them": (
            translate("Rows", "{0} has no heading that is understood: its first row must name the columns")
        ),
    }


def _things() -> dict[str, str]:
    """What a sentence is about."""
    translate = QCoreApplication.translate
    return {
        "the number": translate("Rows", "the number"),
        "the bearing": translate("Rows", "the bearing"),
        "the view": translate("Rows", "the view"),
        "the priority": translate("Rows", "the priority"),
        "the latitude": translate("Rows", "the latitude"),
        "the longitude": translate("Rows", "the longitude"),
        "former wards": translate("Rows", "former wards"),
        "address": translate("Rows", "address"),
    }
