"""The displays that are there: what each says of itself, where it lies, and when that has changed."""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QObject, QRect, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QScreen

from wall.model.grid import Rect
from wall.model.screen import Display, DisplayId

SETTLE_MS = 300
"""A plug bounces, and a switch takes its displays away one by one: what follows is done once."""

_TELLS_NOTHING = re.compile(
    # One and the same figure throughout, or figures in their order: what a factory fills in.
    r"(0x)?(.)\2*|(0x)?(01)+|16843009|0?123456789\w*"
    r"|unknown|default\b.*|none|n/?a|null|serial( ?(no\.?|number))?|to be .*",
    re.IGNORECASE,
)


class DisplaysPort(Protocol):
    """What those who place windows ask of the displays. `Displays` fulfils it."""

    @property
    def changed(self) -> SignalInstance: ...

    @property
    def lost(self) -> SignalInstance: ...

    @property
    def now(self) -> tuple[Display, ...]: ...

    def qt_screen(self, display: Display) -> QScreen | None: ...


class Displays(QObject):
    """The displays of this machine, as Qt knows them. UI thread.

    `lost` follows at once when one has gone, while windows may still be drawn to where it was; `changed` when all has
    been quiet for a while.
    """

    changed = Signal()
    lost = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None, settle_ms: int = SETTLE_MS) -> None:
        super().__init__(parent)
        self._settled = QTimer(self, singleShot=True, interval=settle_ms)
        self._settled.timeout.connect(self.changed)
        self._told: dict[QScreen, DisplayId] = {}
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed)
        app.primaryScreenChanged.connect(self._settle)
        for screen in app.screens():
            self._on_added(screen)
        self._settled.stop()

    @property
    def now(self) -> tuple[Display, ...]:
        """From left to right, then from the top: a boot may bring them in any order."""
        primary = QGuiApplication.primaryScreen()
        found = [
            Display(identity, area_of(each.geometry()), each is primary)
            for each, identity in self._told.items()
            if _is_real(each, identity)
        ]
        return tuple(sorted(found, key=_place))

    def qt_screen(self, display: Display) -> QScreen | None:
        """The display in Qt's own terms; None where it has gone in the meantime."""
        alike = [each for each, identity in self._told.items() if identity == display.identity]
        return next((each for each in alike if area_of(each.geometry()) == display.area), None)

    def _on_added(self, screen: QScreen) -> None:
        # Asked once: what a display says of itself is gone before it is.
        self._told[screen] = identity_of(screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())
        screen.geometryChanged.connect(self._settle)
        self._settle()

    def _on_removed(self, screen: QScreen) -> None:
        if self._told.pop(screen, None) is not None:
            self.lost.emit()
        self._settle()

    def _settle(self) -> None:
        self._settled.start()


def identity_of(maker: str, model: str, serial: str, connector: str) -> DisplayId:
    """What is worth believing of what a display says of itself."""
    maker, model, serial, connector = (" ".join(each.split()) for each in (maker, model, serial, connector))
    return DisplayId(maker, model, "" if _TELLS_NOTHING.fullmatch(serial) else serial, connector)


def area_of(rect: QRect) -> Rect:
    """Qt's rectangle as the model has it."""
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())


def rect_of(area: Rect) -> QRect:
    """The model's rectangle as Qt has it."""
    return QRect(area.x, area.y, area.width, area.height)


def _is_real(screen: QScreen, identity: DisplayId) -> bool:
    """Where the last display goes, Qt under X11 keeps it for a name, and calls it by that of the X server."""
    name = " ".join(screen.name().split())
    return name == identity.connector and not name.startswith(":") and not screen.geometry().isEmpty()


def _place(display: Display) -> tuple[int, int, str]:
    return display.area.x, display.area.y, display.identity.connector
