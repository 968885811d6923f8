"""Rules of alarms in the database, and what is muted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wall.model.alarms.mute import Mute
from wall.model.alarms.rule import Rule
from wall.store.alarm_rule_json import read_rule, rule_json
from wall.store.database import Database
from wall.store.json_fields import items, parsed, words, written
from wall.store.last_id import count_up, new_ids
from wall.store.plain import text
from wall.store.rows import Row
from wall.store.shelf import ALARM_MUTE, ALARM_RULE


class AlarmRuleStore:
    """Reads and writes them. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, usual: Sequence[Rule] = ()) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
        """All rules, and what is wrong with those that cannot be understood: they are left as they are. Where there
        never was one, these are kept.
        """
        with self._database.reading() as tables:
            rows = list(tables.query("select * from alarm_rule order by rule_id"))
            had = tables.execute("select 1 from last_id where kind = ?", [ALARM_RULE.table]).fetchone()
        if not rows and had is None:
            return tuple(self.keep(rule) for rule in usual), ()
        return _understood(rows)

    def keep(self, rule: Rule) -> Rule:
        """A new one where its id is 0, else this is what it is now."""
        with self._database.transaction() as tables:
            (fresh,) = new_ids(tables, ALARM_RULE, 1, above=0)
            kept = replace(rule, rule_id=rule.rule_id or fresh)
            tables.table("alarm_rule").upsert({"rule_id": kept.rule_id, "data": rule_json(kept)}, pk="rule_id")
            count_up(tables, {ALARM_RULE.table: kept.rule_id})
        return kept

    def remove(self, rule_id: int) -> None:
        """Take it away; one that is gone already is passed over."""
        with self._database.transaction() as tables:
            tables.execute("delete from alarm_rule where rule_id = ?", [rule_id])

    def mutes(self, now_s: float) -> tuple[Mute, ...]:
        """Those that hold now (Unix seconds); those that end first come first."""
        asked = "select * from alarm_mute where until_s > ? order by until_s, mute_id"
        with self._database.reading() as tables:
            rows = list(tables.query(asked, [now_s]))
        return tuple(mute for row in rows if (mute := _mute(row)) is not None)

    def mute(self, mute: Mute) -> Mute:
        """Keep a new one."""
        with self._database.transaction() as tables:
            (key,) = new_ids(tables, ALARM_MUTE, 1, above=0)
            tables.table("alarm_mute").insert(_row(mute, key))
            count_up(tables, {ALARM_MUTE.table: key})
        return replace(mute, mute_id=key)

    def unmute(self, mute_id: int, now_s: float) -> None:
        """It ends now. That there was one is still known."""
        with self._database.transaction() as tables:
            asked = "update alarm_mute set until_s = min(until_s, ?) where mute_id = ?"
            tables.execute(asked, [now_s, mute_id])


def _understood(rows: Sequence[Row]) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    rules, problems = [], []
    for row in rows:
        try:
            rules.append(read_rule(row["data"], row["rule_id"]))
        except ValueError as error:
            problems.append(f"rule {row['rule_id']}: {error}")
    return tuple(rules), tuple(problems)


def _row(mute: Mute, key: int) -> Row:
    return {
        "mute_id": key,
        "camera_id": mute.camera_id,
        "site_id": mute.site_id,
        "from_s": mute.from_s,
        "until_s": mute.until_s,
        "reason": text(mute.reason),
        "who": text(mute.who),
        "kinds": written(sorted(mute.kinds)),
    }


def _mute(row: Row) -> Mute | None:
    """One that cannot be understood mutes nothing."""
    same = ("camera_id", "site_id", "until_s", "reason", "from_s", "who", "mute_id")
    try:
        return Mute(**{name: row[name] for name in same}, kinds=_kinds(row["kinds"]))
    except ValueError:
        return None


def _kinds(data: str) -> frozenset[str]:
    return frozenset(words(each, "a kind", 1000) for each in items(parsed(data), "«kinds»", 1000))
