"""What the login guard holds back: what happened, who refused, and the one button that lets it be tried again."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wall.ui.console.facts import Facts
from wall.ui.console.parts import button, label
from wall.ui.theme import SPACE

_MOST_NAMED = 3


class HeldBanners(QWidget):
    """One banner a login. The passwords themselves are not known here."""

    released = Signal(str)

    def __init__(self, facts: Facts, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        self._column.setSpacing(SPACE)
        facts.held_changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for credential, refused_by in self._facts.held.items():
            self._column.addWidget(self._banner(credential, refused_by))
        self.setVisible(bool(self._facts.held))

    def _banner(self, credential: str, refused_by: tuple[str, ...]) -> QFrame:
        banner = QFrame(self)
        banner.setObjectName("banner")
        text = label(self._sentence(credential, refused_by))
        text.setToolTip("\n".join(refused_by))
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(banner)
        row.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        row.setSpacing(3 * SPACE)
        row.addWidget(text, 1)
        row.addWidget(button(self.tr("Try again"), lambda: self._release(credential)), 0, Qt.AlignmentFlag.AlignTop)
        return banner

    def _sentence(self, credential: str, refused_by: tuple[str, ...]) -> str:
        hosts = [urlsplit(address).hostname or address for address in refused_by]
        named = ", ".join(hosts[:_MOST_NAMED])
        if len(hosts) > _MOST_NAMED:
            named = self.tr("{0} and {1} more").format(named, len(hosts) - _MOST_NAMED)
        sentence = self.tr("◐  Login “{0}” is held back: refused by {1}. It is tried nowhere else until you decide.")
        return sentence.format(credential, named or "–")

    def _release(self, credential: str) -> None:
        self._facts.forget_held(credential)
        self.released.emit(credential)
