"""A button for drills, and a list of what came of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.drill import DrillKind, DrillResult
from wall.ui.alarms.drill_desk import USUAL_MINUTE, DrillHours
from wall.ui.console.parts import label
from wall.ui.console.style import dress
from wall.ui.homeward import Homeward
from wall.ui.theme import SPACE, Theme

_WIDTH, _HEIGHT = 720, 420


class DrillButton(QPushButton):
    """`say` shows a sentence, `complain` one that somebody must act upon; `name_of` gives a camera's name."""

    def __init__(
        self,
        hours: DrillHours,
        theme: Theme,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        name_of: Callable[[int], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._hours = hours
        self._theme = theme
        self._say = say
        self._complain = complain
        self._name_of = name_of
        self._homeward = Homeward(self)
        self.results: DrillResults | None = None
        self.setText(self.tr("Drill"))
        self.setToolTip(self.tr("Let something happen, marked as a drill, to see who notices it and how soon"))
        self.setProperty("flat", True)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setMenu(self._make_menu())
        hours.failed.connect(self._tell_failure)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("A marked alarm now")).triggered.connect(lambda: self.begin(DrillKind.ALARM))
        menu.addAction(self.tr("Let a picture on the wall stand")).triggered.connect(
            lambda: self.begin(DrillKind.FROZEN)
        )
        menu.addAction(self.tr("Make a picture on the wall black")).triggered.connect(
            lambda: self.begin(DrillKind.BLACK)
        )
        menu.addSeparator()
        self.nightly = menu.addAction(self.tr("Every night at 3:00"))
        self.nightly.setCheckable(True)
        self.nightly.setChecked(self._hours.drills.nightly is not None)
        self.nightly.toggled.connect(lambda on: self._hours.set_nightly(USUAL_MINUTE if on else None))
        menu.addAction(self.tr("What came of them…")).triggered.connect(self.open_results)
        return menu

    def begin(self, kind: DrillKind) -> None:
        if self._hours.drills.begin(kind):
            self._say(
                self.tr("The drill has begun: {0}. Whoever notices it acknowledges its alarm.").format(_word(kind))
            )
        else:
            self._complain(self.tr("No picture on the wall is live: there is nothing to drill on."))

    def open_results(self) -> None:
        """As soon as the disk tells them."""
        if self.results is None:
            self.results = DrillResults(self._theme, self.window())
            self.results.finished.connect(self._forget)
            self._homeward.follow(self._hours.drills.results(), self._show, self._complain)

    def _show(self, alarms: Sequence[Alarm]) -> None:
        if self.results is not None:
            self.results.show_alarms(alarms)
            self.results.open()

    def _forget(self) -> None:
        if self.results is not None:
            self.results.deleteLater()
            self.results = None

    def _tell_failure(self, kind: DrillKind, camera_id: int) -> None:
        where = self._name_of(camera_id) if camera_id else self.tr("no camera")
        text = self.tr(
            "CityWall did not notice the drill «{0}» ({1}) within a minute. Is there a rule for it, or a mute?"
        )
        self._complain(text.format(_word(kind), where))


class DrillResults(QDialog):
    """The last drills that became alarms, the newest first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Drills"))
        dress(self, theme)
        self.resize(_WIDTH, _HEIGHT)
        self.summary = label()
        self.table = QTableWidget(0, 4, self)
        self.table.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("Drill"), self.tr("Camera"), self.tr("Noticed by people")]
        )
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.table.setStyleSheet("QTableWidget::item { padding-left: 9px; }")  # As the header's.
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self.summary)
        layout.addWidget(self.table)

    def show_alarms(self, alarms: Sequence[Alarm]) -> None:
        results = [DrillResult.of(alarm) for alarm in alarms]
        self.table.setRowCount(len(results))
        for row, result in enumerate(results):
            for column, text in enumerate(self._cells(result)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.summary.setText(self._summary(results))

    def _summary(self, results: Sequence[DrillResult]) -> str:
        if not results:
            return self.tr("There was no drill yet. Begin one with the button «Drill».")
        noticed = sorted(result.people_s for result in results if result.people_s is not None)
        if not noticed:
            return self.tr("Nobody has noticed any of {0}.").format(len(results))
        text = self.tr("{0} of {1} were noticed, half of them within {2}.")
        return text.format(len(noticed), len(results), _span(noticed[len(noticed) // 2]))

    def _cells(self, result: DrillResult) -> tuple[str, ...]:
        alarm = result.alarm
        when = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(alarm.raised_s)), QLocale.FormatType.ShortFormat)
        kind = next((kind for kind in DrillKind if kind.alarm_kind == alarm.kind), DrillKind.ALARM)
        people = self.tr("not yet") if result.people_s is None else _span(result.people_s)
        who = f" ({alarm.acknowledged_by})" if alarm.acknowledged_by else ""
        return when, _word(kind), alarm.name, people + who


def _word(kind: DrillKind) -> str:
    return QCoreApplication.translate("DrillKind", kind.value)


def _span(seconds: float) -> str:
    if seconds < 120:
        return QCoreApplication.translate("DrillResults", "{0} s").format(QLocale().toString(round(seconds, 1)))
    return QCoreApplication.translate("DrillResults", "{0} min").format(round(seconds / 60))
