"""The table of rules: which columns it has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from wall.model.alarms.rule import Rule
from wall.ui.alarms.words import priority_word, rule_name
from wall.ui.console.table import Column


def rule_columns(screen_name: Callable[[int], str]) -> tuple[Column[Rule], ...]:
    """In the order in which they are read. `screen_name` is "" for none."""
    translate = QCoreApplication.translate
    return (
        Column("name", translate("RuleTable", "Rule"), rule_name, 208, is_quiet=lambda rule: not rule.is_on),
        Column(
            "priority",
            translate("RuleTable", "Pri."),
            lambda rule: str(rule.priority),
            48,
            order=lambda rule: (rule.priority, rule.rule_id),
            is_number=True,
            tip=lambda rule: priority_word(rule.priority),
            is_quiet=lambda rule: not rule.is_on,
        ),
        Column(
            "on",
            translate("RuleTable", "In force"),
            lambda rule: translate("RuleTable", "yes") if rule.is_on else translate("RuleTable", "no"),
            88,
            order=lambda rule: not rule.is_on,
            is_quiet=lambda rule: not rule.is_on,
        ),
        Column(
            "screen",
            translate("RuleTable", "Pops up"),
            lambda rule: screen_name(rule.response.screen_id),
            88,
            is_quiet=lambda rule: not rule.is_on,
        ),
    )
