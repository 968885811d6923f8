"""The decode processes of the wall: who decodes what, one spare ready, the dead replaced. Lives on the io loop.

Starting a process takes Python and libVLC most of a second, so one stands by with nothing to do: when another dies, its
tiles go to the spare at once, and a new spare is started behind it.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Collection
from dataclasses import asdict, replace
from pathlib import Path

from wall.model.buffering import BufferSettings
from wall.model.playhead import Playhead
from wall.model.recording import End, Hitch, RecordOrder, Written
from wall.model.stream import Codec, Credentials, Source, Transport
from wall.model.tile import RETRY_NEVER, Cause, Phase
from wall.model.video import Ease
from wall.video.channel import Message
from wall.video.entrusted import Entrusted, load_of, size_of, words_of
from wall.video.logins import Answer, EachItsOwn, LoginKeeper
from wall.video.memory import PictureMemory
from wall.video.record.wire import order_message, read_written
from wall.video.reports import HardwareFailed, KeepingReport, KeptReport, Report, TileReport
from wall.video.terms import shares
from wall.video.worker import Worker, see_off

_CHECK_EVERY_S = 0.5
_RESPAWN_FIRST_S = 0.2
_RESPAWN_LAST_S = 10.0
_RESPAWN_CALM_S = 30.0
_SLACK = 4
"""So many tiles more than others a process may have for the sake of what it has kept."""


class DecodePool:
    """Spreads tiles over `processes` decode processes. `on_report` is called on the loop."""

    def __init__(
        self,
        processes: int,
        on_report: Callable[[Report], None],
        log: Path | None = None,
        logins: LoginKeeper | None = None,
        buffer: BufferSettings | None = None,
    ) -> None:
        """Without `buffer` nothing is kept of what is received."""
        self._processes = processes
        self._on_report = on_report
        self.on_written: Callable[[int, Written], None] = lambda _tile, _written: None
        """Hears how far the recording of a tile has come. On the loop."""
        self._logins = logins or EachItsOwn()
        self._log = log
        self._terms = shares(buffer, processes) if buffer is not None else []
        self._workers: list[Worker] = []
        self._spare: Worker | None = None
        self._leaving: list[Worker] = []
        self._shown: dict[int, Entrusted] = {}
        self._owners: dict[str, Worker] = {}
        """Which process has received something of a camera last: there lies what is kept of it, if anything is."""
        self._check: asyncio.Task[None] | None = None
        self._hardware = ""
        self._respawn_s = _RESPAWN_FIRST_S
        self._lost_s = 0.0

    async def start(self) -> None:
        """Start the processes. They take work at once, and begin it when they are up."""
        self._workers = [self._new_worker() for _ in range(self._processes)]
        for place in range(self._processes):
            self._let_keep(place)
        self._check = asyncio.create_task(self._keep_checking())

    async def stop(self) -> None:
        """End all processes: by themselves if they do so in time, else by force."""
        if self._check is not None:
            self._check.cancel()
        self._leaving += [*self._workers, *([self._spare] if self._spare else [])]
        for worker in self._leaving:
            worker.dismiss()
        self._workers, self._spare, self._shown, self._owners = [], None, {}, {}
        await see_off(self._leaving)

    def open(
        self,
        tile: int,
        source: Source,
        memory: PictureMemory,
        *,
        is_resting: bool = False,
        ease: Ease | None = None,
    ) -> None:
        """Begin to receive, and to decode unless it rests.

        `memory` stays the caller's; it must live until `close`, or until another takes its place.
        """
        worker = self._worker_for(source.owner)
        if self._terms:
            self._owners[source.owner] = worker
        self._hand_over(tile, Entrusted(source, memory, worker, is_resting=is_resting, ease=ease or Ease()))

    def _worker_for(self, owner: str) -> Worker:
        """The one that has least to do; or the one that has kept pictures of this owner, if that has little more."""
        idlest = min(self._workers, key=load_of)
        former = self._owners.get(owner, idlest)
        return former if len(former.tiles) <= len(idlest.tiles) + _SLACK else idlest

    def ease(self, tile: int, ease: Ease) -> None:
        """Decode so from the next keyframe on."""
        shown = self._shown[tile]
        shown.ease = ease
        if shown.is_open:
            shown.worker.send({"do": "ease", "tile": tile} | words_of(ease))

    def rest(self, tile: int) -> None:
        """Go on receiving, and decode nothing."""
        shown = self._shown[tile]
        shown.is_resting = True
        if shown.is_open:
            shown.worker.send({"do": "rest", "tile": tile})

    def wake(self, tile: int, memory: PictureMemory | None = None) -> None:
        """Decode again, from the last keyframe on; in another memory if one is given."""
        shown = self._shown[tile]
        shown.is_resting = False
        if memory is not None:
            shown.memory = memory
            if shown.is_open:
                shown.worker.send({"do": "wake", "tile": tile} | size_of(memory), (memory.descriptor,))
        elif shown.is_open:
            shown.worker.send({"do": "wake", "tile": tile})

    def resize(self, tile: int, memory: PictureMemory) -> None:
        """Go on in another memory."""
        shown = self._shown[tile]
        shown.memory = memory
        if shown.is_open:
            shown.worker.send({"do": "resize", "tile": tile} | size_of(memory), (memory.descriptor,))

    def receives(self, tile: int) -> bool:
        """Is it open?"""
        return tile in self._shown

    def replay(self, tile: int, look: int, head: Playhead, memory: PictureMemory) -> None:
        """Show in `memory` what is kept of a tile, as the playhead says. `look` is a number of the caller's.

        `memory` stays the caller's; it must live until `end_replay`, `close`, or until another takes its place.
        """
        shown = self._shown[tile]
        shown.looks[look] = head, memory
        if shown.is_open:
            self._look_back(tile, look, shown)

    def steer(self, tile: int, look: int, head: Playhead) -> None:
        """Let somebody who looks back follow another playhead."""
        shown = self._shown[tile]
        shown.looks[look] = head, shown.looks[look][1]
        if shown.is_open:
            shown.worker.send({"do": "steer", "tile": tile, "look": look, "head": asdict(head)})

    def end_replay(self, tile: int, look: int) -> None:
        """Look back no more."""
        shown = self._shown[tile]
        del shown.looks[look]
        if shown.is_open:
            shown.worker.send({"do": "end_replay", "tile": tile, "look": look})

    def retry(self, tile: int) -> None:
        """Try again now: an operator said so."""
        shown = self._shown[tile]
        if shown.is_open:
            shown.worker.send({"do": "retry", "tile": tile})
        else:
            self._hand_over(tile, shown)

    def record(self, tile: int, order: RecordOrder) -> None:
        """Record a tile, whether it is decoded or rests; after a killed process, too, in a file more."""
        shown = self._shown[tile]
        shown.order = order
        if shown.is_open:
            shown.worker.send({"do": "record", "tile": tile, "order": order_message(order)})

    def stop_recording(self, tile: int, end: End) -> None:
        """End its recording; `on_written` hears when that is done."""
        shown = self._shown[tile]
        if shown.order is not None and shown.is_open:
            shown.worker.send({"do": "stop_recording", "tile": tile, "key": shown.order.key, "end": end.name})
        elif shown.order is not None:
            self._written(tile, Written(shown.order.key, end=end))

    def close(self, tile: int) -> None:
        """Stop receiving and decoding."""
        shown = self._shown.pop(tile)
        shown.worker.tiles.discard(tile)
        shown.worker.send({"do": "close", "tile": tile})

    def use_hardware(self, way: str) -> None:
        """Have libVLC decode in a graphics device, as it calls it; "" is by the processor."""
        self._hardware = way
        for worker in [*self._workers, *([self._spare] if self._spare else [])]:
            worker.send({"do": "hardware", "way": way})

    def keep(self, buffer: BufferSettings) -> None:
        """Keep so much of what is received from now on: what the settings until now `can_become`."""
        wanted = shares(buffer, self._processes)
        self._terms = [replace(new, token=former.token) for new, former in zip(wanted, self._terms, strict=False)]
        for place in range(len(self._terms)):
            self._let_keep(place)

    def pids(self) -> list[int]:
        """The processes that decode now, without the spare."""
        return [worker.pid for worker in self._workers]

    @property
    def has_spare(self) -> bool:
        """Does a process stand by that could take over at once?"""
        return self._spare is not None and self._spare.is_ready

    def least_needed(self, wanted: Collection[int], spared: Collection[int]) -> Worker | None:
        """The process with the fewest tiles of those that have one of `wanted` and none of `spared`, none that is
        recorded, and none that somebody looks back at; None where there is none.
        """
        busy = {tile for tile, shown in self._shown.items() if shown.order is not None or shown.looks}.union(spared)
        free = [each for each in self._workers if each.is_ready and not each.is_lost and each.tiles.isdisjoint(busy)]
        return min((each for each in free if not each.tiles.isdisjoint(wanted)), key=load_of, default=None)

    def kept_bytes(self) -> tuple[int, int]:
        """What all processes keep, in memory and on the disk."""
        kept = [worker.kept_bytes for worker in self._workers]
        return sum(memory for memory, _ in kept), sum(disk for _, disk in kept)

    def _hand_over(self, tile: int, shown: Entrusted) -> None:
        self._shown[tile] = shown
        shown.worker.tiles.add(tile)
        shown.is_open = True
        message: Message = {
            "do": "open",
            "tile": tile,
            "url": shown.source.url,
            "owner": shown.source.owner,
            "transport": shown.source.transport.name,
            "rest": shown.is_resting,
        }
        shown.worker.send(message | words_of(shown.ease) | size_of(shown.memory), (shown.memory.descriptor,))
        if shown.order is not None:
            self.record(tile, replace(shown.order, from_s=time.monotonic()))
        for look in shown.looks:
            self._look_back(tile, look, shown)

    def _look_back(self, tile: int, look: int, shown: Entrusted) -> None:
        head, memory = shown.looks[look]
        message: Message = {"do": "replay", "tile": tile, "look": look, "head": asdict(head)}
        shown.worker.send(message | size_of(memory), (memory.descriptor,))

    def _doubt_hardware(self, lost: Worker) -> None:
        """A driver that crashes or hangs would take down one process after the other: the next one does without."""
        if self._hardware and lost.is_ready and lost.tiles and not lost.is_halted:
            self.use_hardware("")
            self._on_report(HardwareFailed(is_lost=True))

    def _new_worker(self) -> Worker:
        worker = Worker(self._log, self._heard, self._lost)
        if self._hardware:
            worker.send({"do": "hardware", "way": self._hardware})
        return worker

    def _let_keep(self, place: int) -> None:
        """The process in this place keeps what its tiles receive, beginning with what a former one has left."""
        if self._terms:
            self._workers[place].send(self._terms[place].message())

    def _heard(self, message: Message) -> None:
        if "keeping" in message:
            self._on_report(KeepingReport(Cause[message["keeping"]], message["detail"]))
            return
        if "hardware" in message:
            self._on_report(HardwareFailed())
            return
        tile = message["tile"]
        if tile not in self._shown:
            return
        if "spans" in message:
            spans = tuple((from_s, to_s) for from_s, to_s in message["spans"])
            self._on_report(KeptReport(message["look"], spans))
            return
        match message.get("login"):
            case None if "recording" in message:
                self._written(tile, read_written(message["recording"]))
            case None:
                self._heard_phase(tile, message)
            case "wanted":
                self._logins.wanted(tile, self._shown[tile].source, self._answer(tile, message["ask"]))
            case told:
                self._logins.told(tile, accepted=told == "accepted")

    def _answer(self, tile: int, ask: int) -> Answer:
        """Takes the answer to one question, as long as the one who asked is there to hear it."""
        shown = self._shown[tile]
        worker = shown.worker

        def answer(login: Credentials | Cause) -> None:
            if self._shown.get(tile) is not shown or shown.worker is not worker or not shown.is_open:
                return
            head: Message = {"do": "login", "tile": tile, "ask": ask}
            if isinstance(login, Cause):
                worker.send(head | {"cause": login.name})
            else:
                worker.send(head | {"user": login.username, "password": login.password})

        return answer

    def _heard_phase(self, tile: int, message: Message) -> None:
        phase, cause = Phase[message["phase"]], Cause[message["cause"]]
        self._shown[tile].is_refused = phase is Phase.FAILED and cause in RETRY_NEVER
        codec, transport = message.get("codec"), message.get("transport")
        self._on_report(
            TileReport(
                tile,
                phase,
                cause,
                Codec[codec] if codec else None,
                Transport[transport] if transport else None,
            )
        )

    def _written(self, tile: int, written: Written) -> None:
        if written.end is not None:
            self._shown[tile].order = None
        self.on_written(tile, written)

    def _lost(self, worker: Worker) -> None:
        """A process is gone: its tiles go to the spare, or to a new one."""
        self._leaving.append(worker)
        now_s = time.monotonic()
        calm = now_s - self._lost_s > _RESPAWN_CALM_S
        self._respawn_s = _RESPAWN_FIRST_S if calm else min(_RESPAWN_LAST_S, self._respawn_s * 2)
        self._lost_s = now_s
        if worker is self._spare:
            self._spare = None
            return
        self._doubt_hardware(worker)
        for tile in sorted(worker.tiles):
            self._shown[tile].is_open = False
            if (order := self._shown[tile].order) is not None:
                self.on_written(tile, Written(order.key, hitch=Hitch.DECODER_LOST))
            if not self._shown[tile].is_refused:
                self._on_report(TileReport(tile, Phase.LOST, Cause.DECODER_LOST))
        with contextlib.suppress(OSError):  # No room for one more process: tried again at the next check.
            self._replace_lost(now_s, at_once=worker.is_ready)

    def _replace_lost(self, now_s: float, *, at_once: bool) -> None:
        """Put the spare or a new process in the place of a lost one. Not in a hurry when they do not even come up."""
        for place, worker in enumerate(self._workers):
            may_start = self._spare or at_once or now_s - self._lost_s > self._respawn_s
            if worker.is_lost and may_start:
                self._workers[place] = successor = self._spare or self._new_worker()
                self._spare = None
                self._let_keep(place)
                self._owners |= {owner: successor for owner, each in self._owners.items() if each is worker}
                self._move(worker.tiles, successor)

    def _move(self, tiles: set[int], successor: Worker) -> None:
        for tile in sorted(tiles):
            shown = self._shown[tile]
            shown.worker, shown.is_open = successor, False
            if shown.is_refused:
                successor.tiles.add(tile)
            else:
                self._hand_over(tile, shown)

    async def _keep_checking(self) -> None:
        while True:
            await asyncio.sleep(_CHECK_EVERY_S)
            now_s = time.monotonic()
            for worker in [*self._workers, *([self._spare] if self._spare else [])]:
                worker.check(now_s)
            self._leaving = [worker for worker in self._leaving if not worker.is_gone()]
            with contextlib.suppress(OSError):
                self._replace_lost(now_s, at_once=False)
                if self._wants_spare(now_s):
                    self._spare = self._new_worker()

    def _wants_spare(self, now_s: float) -> bool:
        """Only once the others are up, so as not to slow their start, and not in a hurry when processes keep dying."""
        ready = all(worker.is_ready for worker in self._workers)
        return self._spare is None and ready and now_s - self._lost_s > self._respawn_s
