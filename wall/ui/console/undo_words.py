"""What one undo step would take back, in the language of the program.

The fleet names a step in English, as it is kept in the database: `12 cameras changed`, `3 devices added`,
`Cổng chợ added`. What is not known here stays as it is.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

_COUNTED = re.compile(r"(\d+) (camera|device|site)s? (added|changed|removed|placed)")
_IMPORTED = re.compile(r"import of (.+)", re.DOTALL)
_NAMED = re.compile(r"(.+) added", re.DOTALL)


def undo_words(why: str) -> str:
    """The step in words."""
    translate = QCoreApplication.translate
    known = {
        ("camera", "added"): translate("Undo", "{0} cameras added"),
        ("camera", "changed"): translate("Undo", "{0} cameras changed"),
        ("camera", "removed"): translate("Undo", "{0} cameras removed"),
        ("camera", "placed"): translate("Undo", "{0} cameras placed"),
        ("site", "placed"): translate("Undo", "{0} sites placed"),
        ("device", "added"): translate("Undo", "{0} devices added"),
        ("device", "changed"): translate("Undo", "{0} devices changed"),
        ("device", "removed"): translate("Undo", "{0} devices removed"),
    }
    if counted := _COUNTED.fullmatch(why):
        number, kind, done = counted.groups()
        return known[kind, done].format(number) if (kind, done) in known else why
    if named := _NAMED.fullmatch(why):
        return translate("Undo", "{0} added").format(named.group(1))
    if imported := _IMPORTED.fullmatch(why):
        return translate("Undo", "import of {0}").format(imported.group(1))
    return why
