"""The language of the program: English in the source, Vietnamese by default.

The Vietnamese text is `resources/i18n/citywall_vi.ts`, and `qt_vi.ts` for what Qt's own windows say (choosing a file,
the menu of a field): Qt comes in thirty languages, but not in this one. After editing one, renew the compiled file
beside it with `pyside6-lrelease resources/i18n/citywall_vi.ts`. tests/ui/test_language.py says what is missing or out
of date.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from wall.resources import data_folder

LANGUAGES = ("vi", "en")


def install_language(app: QCoreApplication, language: str) -> None:
    """Speak "vi" or "en" in every window made from now on. Raises ValueError for another language."""
    if language not in LANGUAGES:
        raise ValueError(f"the languages are {', '.join(LANGUAGES)}, not {language!r}")
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return
    for name in ("qt", "citywall"):
        translator = QTranslator(app)
        translations = data_folder("resources") / "i18n" / f"{name}_{language}.qm"
        if not translator.load(str(translations)):
            raise FileNotFoundError(f"the translation {translations} is missing: install citywall again")
        app.installTranslator(translator)
