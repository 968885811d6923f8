"""The language of the program, which is the whole program's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


@contextmanager
def own_language(app: QCoreApplication) -> Iterator[None]:
    """A wall speaks Vietnamese, and so would every later test's."""
    before = QLocale()
    try:
        yield
    finally:
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)
