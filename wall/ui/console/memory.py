"""What the window remembers from one day to the next: its size, its panels' sizes, its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QObject, QSettings, QThreadPool, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from wall.ui.console.table_view import TableView

NOTE_MS = 5000
"""How old what is remembered may be after a power cut."""

_WINDOW = "console/window"


class Memory(QObject):
    """Nothing without settings. UI thread; while the window lives, another one writes."""

    def __init__(
        self,
        settings: QSettings | None,
        window: QWidget,
        splits: Mapping[str, QSplitter],
        tables: Sequence[TableView],
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._splits = splits
        self._tables = tables
        self._noted: dict[str, QByteArray] = {}
        self._timer = QTimer(self, interval=NOTE_MS)
        self._timer.timeout.connect(self.note)

    def recall(self) -> None:
        """Have it as it was, and note from now on how it is; what is not remembered, or damaged, stays as it is."""
        if self._settings is None:
            return
        restores = {f"console/{name}": split.restoreState for name, split in self._splits.items()}
        for key, restore in {_WINDOW: self._window.restoreGeometry, **restores}.items():
            state = self._settings.value(key)
            if isinstance(state, QByteArray):
                self._noted[key] = state
                restore(state)
        for table in self._tables:
            table.take_from(self._settings)
        self._timer.start()

    def note(self) -> None:
        """Write it down if it is not as it was."""
        states = self._states()
        changed = any(self._noted.get(key) != state for key, state in states.items())
        if self._settings is not None and changed and self._window.isVisible():
            self._noted |= states
            QThreadPool.globalInstance().start(partial(_write, self._settings.fileName(), states))

    def end(self) -> None:
        """Write it down for the last time."""
        self._timer.stop()
        if self._settings is not None:
            for key, state in self._states().items():
                self._settings.setValue(key, state)

    def _states(self) -> dict[str, QByteArray]:
        columns = {f"console/{table.objectName()}": table.columns_state() for table in self._tables}
        return {
            _WINDOW: self._window.saveGeometry(),
            **{f"console/{name}": split.saveState() for name, split in self._splits.items()},
            **{key: state for key, state in columns.items() if state is not None},
        }


def _write(file: str, states: Mapping[str, QByteArray]) -> None:
    settings = QSettings(file, QSettings.Format.IniFormat)
    for key, state in states.items():
        settings.setValue(key, state)
    settings.sync()
