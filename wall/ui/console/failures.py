"""What could not be done, in a sentence for the operator, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wall.model.events import WorkFailed
from wall.ui import words
from wall.ui.console.sentences import in_words


def failure_sentence(failed: WorkFailed) -> str:
    """The room names its work in English: what it keeps by itself is tried again, what it reads is left as it is."""
    translate = QCoreApplication.translate
    why = words.cause_with_detail(failed.cause, in_words(failed.detail))
    if failed.work.startswith("keep "):
        return translate(
            "Failures", "The wall goes on; what it shows cannot be kept yet, and is tried again. {0}"
        ).format(why)
    if failed.work.startswith("read "):
        return translate("Failures", "Something that was kept cannot be read; the rest is there. {0}").format(why)
    return translate("Failures", "Nothing was changed. {0}").format(why)
