"""The table of the journal: which columns it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from wall.model.ptz.acts import Act
from wall.model.ptz.operator import Rank
from wall.ui.console.operator_desk import rank_word
from wall.ui.console.table import Column
from wall.ui.ptz.journal import words


def act_columns(camera: Callable[[int], str]) -> tuple[Column[Act], ...]:
    """In the order in which they are read. `camera` names one by its id."""
    translate = QCoreApplication.translate
    return (
        Column(
            "when",
            translate("Journal", "When"),
            lambda act: words.moment(act.last.at_s),
            160,
            order=lambda act: act.last.at_s,
            is_number=True,
            tip=_from_to,
        ),
        Column("camera", translate("Journal", "Camera"), lambda act: camera(act.last.camera_id), 232),
        Column("what", translate("Journal", "What"), words.act_text, 264, is_quiet=_is_system),
        Column(
            "lasted",
            translate("Journal", "Lasted"),
            words.lasted,
            96,
            order=lambda act: act.lasted_s,
            is_number=True,
            tip=_from_to,
        ),
        Column("who", translate("Journal", "Who"), lambda act: words.who(act.last), 144, is_quiet=_is_system),
        Column(
            "rank",
            translate("Journal", "Rank"),
            lambda act: "" if _is_system(act) else rank_word(act.last.operator.rank),
            112,
            order=lambda act: act.last.operator.rank,
        ),
        Column("desk", translate("Journal", "Desk"), lambda act: act.last.operator.desk, 80),
    )


def _is_system(act: Act) -> bool:
    return act.last.operator.rank is Rank.SYSTEM


def _from_to(act: Act) -> str:
    first, last = words.moment(act.first.at_s), words.moment(act.last.at_s)
    return last if first == last else f"{first} – {last}"
