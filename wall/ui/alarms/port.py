"""What the wall and its console ask of alarms. `wall.services.alarms.desk.AlarmDesk` fulfils it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from typing import Protocol

from wall.model.alarms.action import Action
from wall.model.alarms.activity import Activity
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import AlarmFilter, Tried
from wall.model.alarms.mute import Mute
from wall.model.alarms.rule import Rule
from wall.model.alarms.timeline import Timeline
from wall.model.alarms.workflow import Refusal


class AlarmsPort(Protocol):
    """UI thread; everything returns at once. What changes comes as `AlarmsChanged` and `AlarmRulesChanged`, once it is
    on the disk. StoreError comes with the future where the disk does not do it; then nothing has changed.
    """

    @property
    def operator(self) -> str:
        """Who signs what is done here."""
        ...

    def open_alarms(self) -> Sequence[Alarm]:
        """All that are not closed, the most urgent first (`model.alarms.alarm.urgency`)."""
        ...

    def act(self, alarm_ids: Collection[int], action: Action) -> Future[Mapping[int, Refusal]]:
        """Do the same with all of these, in one step; gives those with which it could not be done, and why. Ask
        `model.alarms.workflow.refusal` beforehand for what to offer.
        """
        ...

    def alarm(self, alarm_id: int) -> Future[Alarm | None]:
        """Open or closed; None: there is none."""
        ...

    def history(
        self, asked: AlarmFilter, text: str = "", before: Alarm | None = None, limit: int = 200
    ) -> Future[Sequence[Alarm]]:
        """Alarms that a search finds, open ones too, the newest first; those older than `before`. Every word of `text`
        must begin a word of number, name, site, ward, title, detail, people, reasons or notes; diacritics are folded.
        Cancel the future of a question that was overtaken by a newer one.
        """
        ...

    def timeline(self, asked: AlarmFilter, text: str = "") -> Future[Timeline]:
        """How many of those that `history` would find began when; from the first of all on, where `asked` has no
        beginning. Cancel the future of a question that was overtaken by a newer one.
        """
        ...

    def activity(self, alarm_id: int) -> Future[Sequence[Activity]]:
        """All that was done with it and happened to it, the oldest first."""
        ...

    def picture(self, activity_id: int) -> Future[bytes]:
        """The JPEG that came with a note; b"" where there is none."""
        ...

    def rules(self) -> Sequence[Rule]:
        """The most urgent first; also those that are switched off."""
        ...

    def rule(self, rule_id: int) -> Rule | None:
        """The rule that made an alarm: its instruction, its checklist, what it does. None: it is gone."""
        ...

    def save_rule(self, rule: Rule) -> Future[Rule]:
        """Keep a rule; it holds from then on. A `rule_id` of 0 is a new one."""
        ...

    def remove_rule(self, rule_id: int) -> Future[None]: ...

    def try_rule(self, rule: Rule, since_s: float) -> Future[Tried]:
        """What it would have done with what came since then (Unix seconds), whether it was on or not: nothing is made
        of it. Cancel the future when the rule is edited further.
        """
        ...

    def mutes(self) -> Sequence[Mute]:
        """What is muted now; those that end first come first."""
        ...

    def mute(self, mute: Mute) -> Future[Mute]:
        """Hear nothing of a camera or a site until then; see `Mute`. It is signed with `operator`."""
        ...

    def unmute(self, mute_id: int) -> Future[None]:
        """End a mute now."""
        ...

    def panic(self, camera_id: int = 0) -> Future[None]:
        """The operator's own panic key; at this camera, where one is in hand. Done once it is on the disk."""
        ...
