"""The form in which a tile server is taken in: its address, what it is called, whose map it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.tile_address import address_fault, host_of
from wall.ui.console.parts import button, label
from wall.ui.console.rtsp_form import field
from wall.ui.theme import SPACE

_MOST_ADDRESS, _MOST_WORDS = 2_000, 200
_EXAMPLE = "https://…/{z}/{x}/{y}.png"


class ServerForm(QWidget):
    """What is wrong with an address is said while it is typed. A key in it is for the server: it is not shown again
    once it was taken in.
    """

    asked = Signal(str, str, str)
    """Take this in: address, name, whose map it is ("" for what is not said)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.address = field(_EXAMPLE)
        self.address.setAccessibleName(self.tr("Address of the tile server"))
        self.address.setMaxLength(_MOST_ADDRESS + 1)
        self.name = field(self.tr("Name (if needed)"))
        self.attribution = field(self.tr("Whose map it is: © …"))
        self.said = label(is_muted=True)
        self.take = button(self.tr("Take it in"), self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(label(self.tr("Tile server"), is_bold=True))
        for line in (self.address, self.name, self.attribution):
            column.addWidget(line)
            line.returnPressed.connect(self._ask)
        self.name.setMaxLength(_MOST_WORDS)
        self.attribution.setMaxLength(_MOST_WORDS)
        column.addWidget(self.said)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self._is_busy = False
        self.address.textChanged.connect(lambda _text: self._judge())
        self._judge()

    def begin(self, address: str = "") -> None:
        """With the hand on the address, which may be one that was copied."""
        if address and not self.address.text():
            self.address.setText(address)
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, *, is_busy: bool) -> None:
        """Something is being taken in: one after the other."""
        self._is_busy = is_busy
        self._judge()

    def complain(self, text: str) -> None:
        """The server itself was no good: what was typed stays."""
        self.said.setText(f"▲  {text}")

    def clear(self) -> None:
        """It is there now."""
        for line in (self.address, self.name, self.attribution):
            line.clear()

    # -- inside

    def _judge(self) -> None:
        text = self.address.text().strip()
        fault = address_fault(text) if text else None
        self.take.setEnabled(bool(text) and fault is None and not self._is_busy)
        if fault is not None:
            why = QCoreApplication.translate("AddressFault", fault.value)
            self.said.setText("▲  " + self.tr("This is no address of tiles: {0}.").format(why))
        elif text:
            self.said.setText(self.tr("{0} is asked for one tile before it is kept.").format(host_of(text)))
        else:
            self.said.setText(self.tr("The numbers of a tile stand as {z}, {x} and {y} in it."))

    def _ask(self) -> None:
        if self.take.isEnabled():
            self.asked.emit(self.address.text().strip(), self.name.text().strip(), self.attribution.text().strip())
