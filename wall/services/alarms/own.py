"""What this program knows of itself, as signals: cameras lost, frozen, black, blinded and turned away, sites away,
recordings that failed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from wall.model.alarms import kinds
from wall.model.alarms.signal import Phase, Signal, Source
from wall.model.events import Event, HealthChanged, IncidentsChanged, RecordingChanged, TileChanged
from wall.model.health import Health, Incident, Verdict
from wall.model.recording import FAULTS, Recording
from wall.model.tile import Cause, TileState, TileStatus
from wall.services.alarms.ports import TakesSignals

_SIGHTS = {kinds.BLACK: Cause.BLACK, kinds.BLINDED: Cause.BLINDED, kinds.MOVED: Cause.MOVED}
"""What is wrong with what a camera sees, by what its tile says."""


class OwnSignals:
    """Told of all events (`take_note`), on one thread. `camera_of` says which camera a tile shows, None for none;
    `is_away` whether a dome looks elsewhere on purpose.
    """

    def __init__(
        self,
        intake: TakesSignals,
        camera_of: Callable[[int], int | None],
        unix: Callable[[], float],
        is_away: Callable[[int], bool] = lambda _camera: False,
    ) -> None:
        self._intake = intake
        self._camera_of = camera_of
        self._unix = unix
        self._is_away = is_away
        self._lost: set[int] = set()
        """Cameras whose device does not answer. One that does, and sends a tile nothing, is lost as well."""
        self._ailing: dict[str, dict[int, int]] = {kind: {} for kind in (kinds.LOST, kinds.FROZEN, *_SIGHTS)}
        """The camera of each tile that is so."""
        self._away: frozenset[int] = frozenset()
        """Sites."""
        self._drilled: set[tuple[str, int]] = set()

    def drill(self, kind: str, camera_id: int) -> None:
        """The next time that the picture of this camera stands, or is black, it is a drill."""
        self._drilled.add((kind, camera_id))

    def end_drill(self, kind: str, camera_id: int) -> None:
        """It is none any more; what began as one, ends as one."""
        if camera_id not in self._ailing.get(kind, {}).values():
            self._drilled.discard((kind, camera_id))

    def take_note(self, event: Event) -> None:
        """Everything else is passed over."""
        match event:
            case HealthChanged():
                self._tell(self._losses(event.health))
            case IncidentsChanged():
                self._tell(self._outages(event.incidents))
            case TileChanged():
                self._tell(self._seen(event.tile, event.status))
            case RecordingChanged():
                self._tell(self._failed(event.recording))

    def _tell(self, signals: Iterable[Signal]) -> None:
        told = tuple(signals)
        if told:
            self._intake.receive(told)

    def _losses(self, health: Mapping[int, Health]) -> Iterable[Signal]:
        """Who is not known of is neither lost nor back."""
        for camera_id, each in health.items():
            is_lost = each.verdict is Verdict.LOST
            if each.verdict is Verdict.UNKNOWN or is_lost is (camera_id in self._lost):
                continue
            (self._lost.add if is_lost else self._lost.discard)(camera_id)
            if camera_id not in self._ailing[kinds.LOST].values():
                yield self._changed(kinds.LOST, is_lost, camera_id, each.trouble.value if each.trouble else "")

    def _outages(self, incidents: Iterable[Incident]) -> Iterable[Signal]:
        now = {incident.site_id: incident for incident in incidents}
        for site_id in sorted(now.keys() - self._away):
            told = f"{len(now[site_id].cameras)}/{now[site_id].cameras_of_site}: {now[site_id].cause.value}"
            yield self._changed(kinds.OUTAGE, True, 0, told, site_id)
        for site_id in sorted(self._away - now.keys()):
            yield self._changed(kinds.OUTAGE, False, 0, "", site_id)
        self._away = frozenset(now)

    def _seen(self, tile: int, status: TileStatus) -> Iterable[Signal]:
        """One camera may be on several tiles: it is frozen, or black, as long as one of them is. Of a tile that was
        given back nobody says any more what it is.
        """
        now = {kinds.LOST: status.state is TileState.NO_SIGNAL, kinds.FROZEN: status.state is TileState.FROZEN}
        now |= {kind: status.cause is cause for kind, cause in _SIGHTS.items()}
        shown = self._camera_of(tile)
        if shown and self._is_away(shown):
            now[kinds.MOVED] = now[kinds.BLINDED] = False
        for kind, tiles in self._ailing.items():
            for gone in [each for each, camera_id in tiles.items() if self._camera_of(each) != camera_id]:
                yield from self._well(kind, gone)
            if now[kind] and shown and tile not in tiles:
                is_news = not self._is_known(kind, shown)
                tiles[tile] = shown
                if is_news:
                    yield self._changed(kind, True, shown, status.cause.value if kind == kinds.LOST else "")
            elif not now[kind] and tile in tiles:
                yield from self._well(kind, tile)

    def _well(self, kind: str, tile: int) -> Iterable[Signal]:
        tiles = self._ailing[kind]
        camera_id = tiles.pop(tile)
        if not self._is_known(kind, camera_id):
            yield self._changed(kind, False, camera_id)
            self._drilled.discard((kind, camera_id))

    def _is_known(self, kind: str, camera_id: int) -> bool:
        """Is it so by what any tile says, or its device?"""
        return camera_id in self._ailing[kind].values() or (kind == kinds.LOST and camera_id in self._lost)

    def _failed(self, recording: Recording) -> Iterable[Signal]:
        if recording.end in FAULTS:
            key = f"recording {recording.camera_id} {recording.started_s}"
            detail = recording.end.value
            yield Signal(Source.WALL, kinds.RECORDING, recording.camera_id, self._unix(), detail=detail, key=key)

    def _changed(self, kind: str, begins: bool, camera_id: int, detail: str = "", site_id: int = 0) -> Signal:
        phase = Phase.BEGINS if begins else Phase.ENDS
        is_drill = (kind, camera_id) in self._drilled
        at_s = self._unix()
        return Signal(Source.WALL, kind, camera_id, at_s, phase, detail=detail, site_id=site_id, is_drill=is_drill)
