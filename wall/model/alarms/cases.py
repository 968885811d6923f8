"""The open alarms: how one begins, grows, becomes a flood, ends, and is a part of another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wall.model.alarms import kinds
from wall.model.alarms.activity import Activity, Deed
from wall.model.alarms.alarm import MOST_CAMERAS, Alarm
from wall.model.alarms.city import City, Place
from wall.model.alarms.dedupe import OpenAlarms
from wall.model.alarms.flood import Floods
from wall.model.alarms.outcome import Outcome
from wall.model.alarms.rule import Rule
from wall.model.alarms.signal import Fate, Signal
from wall.model.alarms.state import State, Verdict
from wall.model.alarms.workflow import Step

MOST_FLOODS = 3
"""Of one rule at one place; what is of yet another kind counts for one line of several kinds. Others call what happens
as they like, each message by another word if they please: the list would have a line for each.
"""


@dataclass(frozen=True, slots=True)
class News:
    """What a rule has found worth an alarm, at `at_s`; `signals` is how many told of it, the last at `last_s`."""

    rule: Rule
    first: Signal
    place: Place
    at_s: float
    last_s: float
    signals: int
    is_on: bool
    """It lasts."""


class Cases:
    """What changes is put into `out`, whoever keeps it takes it from there."""

    def __init__(self, open_alarms: Iterable[Alarm], last_id: int, city: City) -> None:
        self.alarms = OpenAlarms(open_alarms)
        self.last_id = last_id
        self.city = city
        self.out = Outcome()
        self._floods = Floods()

    def attend(self, news: News) -> tuple[int, Fate]:
        """The alarm that it is, or counts for."""
        known = self._known(news)
        if known is not None:
            return self._join(known, news).alarm_id, Fate.COUNTED
        return self._flooded(news) or (self._begin(news).alarm_id, Fate.ALARM)

    def count(self, alarm_id: int, signal: Signal, rule: Rule, place: Place, *, is_on: bool) -> bool:
        """One more signal of an alarm that there is. False: it is closed."""
        alarm = self.alarms.get(alarm_id)
        if alarm is not None:
            self._join(alarm, News(rule, signal, place, signal.at_s, signal.at_s, 1, is_on))
        return alarm is not None

    def end(self, alarm: Alarm, at_s: float) -> None:
        """What it tells of has ended. The alarm stays until somebody closes it."""
        if alarm.lasts:
            self._put(replace(alarm, lasts=False, ended_s=at_s), Deed.ENDED, at_s)

    def end_floods(self, rules: dict[int, Rule], now_s: float) -> None:
        """Those that have grown no more for as long as one is looked for."""
        for alarm in self.alarms:
            rule = rules.get(alarm.rule_id)
            calm_s = rule.merging.flood_s if rule else 0.0
            if alarm.is_flood and alarm.lasts and now_s - alarm.last_s > calm_s:
                self.end(alarm, now_s)

    def put(self, step: Step) -> None:
        """Something was done with one, or time did it."""
        self.alarms.put(step.alarm)
        self.out.alarms[step.alarm.alarm_id] = step.alarm
        self.out.activities.append(step.activity)

    def forget(self, before_s: float) -> None:
        """What was quiet since then."""
        self._floods.forget(before_s)

    # -- one more of the same

    def _known(self, news: News) -> Alarm | None:
        signal, place = news.first, news.place
        if kinds.family(signal.kind) == kinds.family(kinds.LOST) and place.site_id:
            for outage in self.alarms.of_site(kinds.OUTAGE, place.site_id):
                if outage.lasts and outage.is_drill is signal.is_drill:
                    return outage
        at = replace(signal, at_s=news.at_s)
        return self.alarms.for_signal(at, place, news.rule.merging, self.city)

    def _join(self, alarm: Alarm, news: News) -> Alarm:
        lasts = alarm.lasts or news.is_on
        grown = replace(
            alarm,
            count=alarm.count + news.signals,
            last_s=max(alarm.last_s, news.last_s),
            lasts=lasts,
            ended_s=None if lasts else alarm.ended_s,
        )
        grown = self._told_by(self._seen_by(grown, news), news)
        if news.rule.priority < alarm.priority:
            grown = replace(grown, priority=news.rule.priority, rule_id=news.rule.rule_id, title=news.rule.title)
            self._note(grown, Deed.RAISED, news.at_s, str(news.rule.priority))
        self._keep(grown)
        return grown

    def _seen_by(self, alarm: Alarm, news: News) -> Alarm:
        """Another camera sees it; or, where there is none, somebody has something else to say of it."""
        camera_id, detail = news.place.camera_id, news.first.detail
        if not camera_id and detail and detail != alarm.detail:
            self._note(alarm, Deed.JOINED, news.at_s, detail)
        if not camera_id or camera_id in alarm.cameras or len(alarm.cameras) >= MOST_CAMERAS:
            return alarm
        self._note(alarm, Deed.JOINED, news.at_s, f"{news.place.number} {news.place.name}".strip())
        return replace(alarm, cameras=(*alarm.cameras, camera_id))

    def _told_by(self, alarm: Alarm, news: News) -> Alarm:
        """It is what tells most of it: a line that was crossed does not go under as a mere motion."""
        signal = news.first
        if not kinds.says_more(signal.kind, alarm.kind):
            return alarm
        self._note(alarm, Deed.CLEARER, news.at_s, signal.kind)
        return replace(alarm, kind=signal.kind, detail=signal.detail or alarm.detail)

    # -- too many

    def _flooded(self, news: News) -> tuple[int, Fate] | None:
        merging, rule_id, place = news.rule.merging, news.rule.rule_id, news.place
        scopes = ((False, place.camera_id, merging.flood_camera), (True, place.site_id, merging.flood_site))
        drowned = None
        for of_site, where, most in scopes:
            if not where or news.first.is_drill:
                continue
            scope = (rule_id, of_site, where)
            if drowned is None and self._floods.is_flood(scope, most, merging, news.at_s):
                drowned = of_site
            self._floods.note(scope, most, news.at_s)
        return None if drowned is None else (self._swell(news, of_site=drowned), Fate.FLOODED)

    def _swell(self, news: News, *, of_site: bool) -> int:
        alarm = self.alarms.flood(news.rule.rule_id, news.first, news.place, of_site=of_site)
        if alarm is not None:
            return self._join(alarm, replace(news, is_on=True)).alarm_id
        if self.alarms.floods(news.rule.rule_id, news.first, news.place, of_site=of_site) >= MOST_FLOODS:
            news = replace(news, first=replace(news.first, kind=kinds.SEVERAL, detail=""))
        begun = self._begin(replace(news, is_on=True), is_flood=True, of_site=of_site)
        self._note(begun, Deed.FLOOD, news.at_s)
        return begun.alarm_id

    # -- a new one

    def _begin(self, news: News, *, is_flood: bool = False, of_site: bool = False) -> Alarm:
        signal, place, rule = news.first, news.place, news.rule
        self.last_id += 1
        camera_id = 0 if of_site else place.camera_id
        alarm = Alarm(
            kind=signal.kind,
            camera_id=camera_id,
            began_s=signal.at_s,
            last_s=news.last_s,
            raised_s=news.at_s,
            priority=rule.priority,
            source=signal.source,
            count=max(1, news.signals),
            cameras=(place.camera_id,) if place.camera_id else (),
            site_id=place.site_id,
            number=place.number if camera_id else 0,
            name=place.name if camera_id else "",
            site=place.site,
            ward=place.ward,
            title=rule.title,
            detail=signal.detail,
            rule_id=rule.rule_id,
            is_drill=signal.is_drill,
            is_flood=is_flood,
            lasts=news.is_on,
            alarm_id=self.last_id,
        )
        self._put(alarm, Deed.BEGAN, news.at_s)
        if alarm.kind == kinds.OUTAGE:
            self._fold(alarm, news.at_s)
        return alarm

    def _fold(self, outage: Alarm, now_s: float) -> None:
        """One notice for an outage: its cameras' own alarms that nobody has seen to are a part of it."""
        for part in self.alarms.of_site(kinds.family(kinds.LOST), outage.site_id):
            if part.state is State.NEW and part.is_drill is outage.is_drill:
                done = replace(part, state=State.CLOSED, verdict=Verdict.REAL, closed_s=now_s, part_of=outage.alarm_id)
                self._put(done, Deed.FOLDED, now_s, str(outage.alarm_id))

    def _put(self, alarm: Alarm, deed: Deed, at_s: float, text: str = "") -> None:
        self._note(alarm, deed, at_s, text)
        self._keep(alarm)

    def _keep(self, alarm: Alarm) -> None:
        self.alarms.put(alarm)
        self.out.alarms[alarm.alarm_id] = alarm

    def _note(self, alarm: Alarm, deed: Deed, at_s: float, text: str = "") -> None:
        self.out.activities.append(Activity(alarm.alarm_id, at_s, deed, alarm.state, text=text))
