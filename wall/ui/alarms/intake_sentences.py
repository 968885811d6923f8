"""What is wrong with what another system sends, in the language of the program.

The rooms below say it in English, which also goes back to the sender; a sentence that is not known here stays as it is.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

_HOLE = re.compile(r"\\\{\d\\\}")


def said_of_message(why: str) -> str:
    """Why nobody understands a message."""
    for known, said in _sentences().items():
        found = re.fullmatch(_HOLE.sub("(.+?)", re.escape(known)), why, re.DOTALL)
        if found:
            return said.format(*found.groups()) if found.groups() else said  # Some show what JSON looks like.
    return why


def _sentences() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "it is too large: more than {0} kB": translate("Intake", "it is too large: more than {0} kB"),
        "it is empty": translate("Intake", "it is empty"),
        "it is not text in UTF-8": translate("Intake", "it is not text in UTF-8"),
        "it is no JSON: {0} at character {1}": translate("Intake", "it is no JSON: {0} at character {1}"),
        "it is nested too deeply": translate("Intake", "it is nested too deeply"),
        "it names no camera, or no id, of what it has seen": translate(
            "Intake", "it names no camera, or no id, of what it has seen"
        ),
        "between 1 and {0} events belong into one message": translate(
            "Intake", "between 1 and {0} events belong into one message"
        ),
        'an event looks like this: {"camera": 12, "kind": "fire"}': translate(
            "Intake", 'an event looks like this: {"camera": 12, "kind": "fire"}'
        ),
        '"kind" is missing: say what happened, such as "fire"': translate(
            "Intake", '"kind" is missing: say what happened, such as "fire"'
        ),
        '"state" is "begins", "ends" or "pulse"': translate("Intake", '"state" is "begins", "ends" or "pulse"'),
        '"camera" is its number, or its name': translate("Intake", '"camera" is its number, or its name'),
        "it says nothing: neither source nor data": translate("Intake", "it says nothing: neither source nor data"),
    }
