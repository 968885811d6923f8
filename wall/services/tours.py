"""Tours under way: which stop is on, when the next one comes, and what an operator's hand does to them.

A tour never works against the hand. One of the whole screen halts when something on the screen is changed, and ends
when another view is called up. One in a cell goes along when its tile is put elsewhere, halts when the tile's memory is
looked through, and ends when something else is put there. While a camera is shown alone, and while the panel is gone,
all tours of that screen wait. A stop whose view is gone is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from wall.model.board import Board
from wall.model.events import Event, TouringChanged, WarmWanted
from wall.model.kept import UnderWay
from wall.model.touring import WARM_S, Touring
from wall.model.view import CameraCell, Order, Stop, Tour, View
from wall.services.boards import Boards, standing
from wall.services.tour_run import TourRun, slot_at, with_camera


@dataclass(slots=True)
class Tours:
    """On one thread, with `tick` called there.

    `unseen_s` says when most of some cameras were last seen; `keep` hears what is under way, whenever that changes;
    `monotonic` gives seconds.
    """

    boards: Boards
    view: Callable[[int], View | None]
    unseen_s: Callable[[Sequence[int]], float]
    publish: Callable[[Event], None]
    keep: Callable[[Sequence[UnderWay]], None]
    monotonic: Callable[[], float]
    _runs: list[TourRun] = field(default_factory=list)

    def start(self, screen_id: int, tour: Tour, cell: int | None) -> None:
        """Begin, in the place of what is under way there. ValueError where none of the tour's views is there any more.

        A tour of cameras turns a cell of the shown layout, None for the selected one.
        """
        board = self.boards.shown(screen_id)
        place = None if tour.is_of_views else board.selected if cell is None else board.slot_at(cell)
        if tour.is_of_views and all(self.view(stop.view_id) is None for stop in tour.stops):
            raise ValueError(f"none of the views of {tour.name} is there any more")
        touring = Touring.begun(tour, None, self.monotonic(), self._seen_s)
        self._end([run for run in self._of(screen_id) if place is None or run.place in (place, None)])
        self.boards.remember(screen_id)
        run = TourRun(screen_id, place, touring)
        self._runs.append(run)
        self._turn(run, 0)
        if self.boards.is_lost(screen_id):
            self.hold(screen_id)

    def resume(self, kept: UnderWay, tour: Tour) -> None:
        """Go on after a restart: what was on stays for a whole turn. Where its slot is gone nothing is done."""
        board, now_s = self.boards.shown(kept.screen_id), self.monotonic()
        if kept.slot is not None and not 0 <= kept.slot < len(board.slots):
            return
        touring = Touring.begun(tour, None, now_s, self._seen_s)
        if tour.order is Order.LISTED:
            touring = replace(touring, place=kept.place % len(touring.stops))
        if kept.is_paused:
            touring = touring.paused(now_s)
        run = TourRun(kept.screen_id, kept.slot, touring, frozenset(self._cameras(touring.stop)))
        self._runs.append(run)
        if board.single:
            self.hold(kept.screen_id)
        elif tour.order is Order.UNSEEN_FIRST and not kept.is_paused:
            self._turn(run, 0)
        self._tell(run)

    def touring(self, screen_id: int) -> tuple[Touring, ...]:
        """What is under way on the whole of a screen and on its present page."""
        page = self.boards.shown(screen_id).page
        return tuple(self._told(run) for run in self._of(screen_id) if self._page(run) in (None, page))

    def step(self, screen_id: int, steps: int, cell: int | None) -> None:
        """Another stop, now."""
        for run in self._chosen(screen_id, cell):
            self._turn(run, steps)

    def pause(self, screen_id: int, cell: int | None) -> None:
        """Halt it, or let it go on."""
        for run in self._chosen(screen_id, cell):
            now_s = self.monotonic()
            run.is_held = False
            run.touring = run.touring.resumed(now_s) if run.touring.is_paused else run.touring.paused(now_s)
            self._tell(run)

    def end(self, screen_id: int, cell: int | None) -> None:
        """What is shown stays."""
        self._end(self._chosen(screen_id, cell))

    def end_all(self, screen_id: int) -> None:
        """A view is called up, or the screen is gone."""
        self._end(self._of(screen_id))

    def tick(self) -> None:
        """Turn what is due, and have made ready what is next."""
        now_s = self.monotonic()
        for run in [run for run in self._runs if not run.touring.is_paused]:
            left_s = run.touring.left_s(now_s, is_down=run.is_down)
            if left_s <= 0:
                self._turn(run, 1)
            elif left_s <= WARM_S:
                self._warm(run)
            else:
                run.is_warmed = False  # It was taken for down, and is not.

    def note_shown(self, screen_id: int, shown: Mapping[int, bool]) -> None:
        """What is painted on a screen, and whether it is live."""
        for run in self._of(screen_id):
            run.note(shown)

    def follow_hand(self, screen_id: int, before: Board, after: Board) -> None:
        """An operator has changed what a screen shows."""
        runs = self._of(screen_id)
        if after.view_id != before.view_id and after.slots != before.slots:
            self._end(runs)
            return
        if after.single != before.single:
            self.hold(screen_id) if after.single else self.let_go(screen_id)
        for run in runs:
            if run.place is None:
                if standing(before) != standing(after):
                    self._halt(run)
            else:
                self._follow_tile(run, run.place, before, after)

    def hold(self, screen_id: int) -> None:
        """All tours of a screen wait."""
        for run in self._of(screen_id):
            if not run.touring.is_paused:
                run.is_held = True
                run.touring = run.touring.paused(self.monotonic())
                self._tell(run)

    def let_go(self, screen_id: int) -> None:
        """Those that were not halted by an operator go on, unless there is another reason to wait."""
        if self.boards.is_lost(screen_id) or self.boards.shown(screen_id).single:
            return
        for run in [run for run in self._of(screen_id) if run.is_held]:
            run.is_held = False
            run.touring = run.touring.resumed(self.monotonic())
            self._tell(run)

    # -- turning

    def _turn(self, run: TourRun, steps: int) -> None:
        """Go to another stop: at once, and without a step to go back. A tour of which nothing is left ends."""
        run.touring = self._stepped(run.touring, steps)
        stop = run.touring.stop
        if stop.view_id and self.view(stop.view_id) is None:
            self._end([run])
            return
        run.come_on(self._cameras(stop))
        coming = self._coming(run, stop)
        if run.place is None:
            self.boards.turn_own(run.screen_id, coming)
        elif not self.boards.is_guest(run.screen_id, run.place):
            self.boards.turn(run.screen_id, coming)
        self._tell(run)

    def _warm(self, run: TourRun) -> None:
        if not run.is_warmed and len(run.touring.stops) > 1:
            run.is_warmed = True
            self.publish(WarmWanted(run.screen_id, self._coming(run, self._stepped(run.touring, 1).stop)))

    def _coming(self, run: TourRun, stop: Stop) -> Board:
        """The screen as it is at a stop; the hand stays where it is."""
        if run.place is not None:
            return with_camera(self.boards.shown(run.screen_id), run.place, stop.camera_id)
        view = self.view(stop.view_id)
        own = self.boards.own(run.screen_id)
        if view is None:
            return own
        coming = own.called_up(view)
        return replace(coming, selected=min(own.selected_cell, coming.layout.size - 1))

    def _stepped(self, touring: Touring, steps: int) -> Touring:
        now_s = self.monotonic()
        touring = touring.stepped(steps, now_s)
        for _ in touring.stops:
            if touring.stop.camera_id or self.view(touring.stop.view_id) is not None:
                break
            touring = touring.stepped(-1 if steps < 0 else 1, now_s)
        return touring

    def _cameras(self, stop: Stop) -> tuple[int, ...]:
        view = self.view(stop.view_id)
        return view.cameras if view is not None else (stop.camera_id,) if stop.camera_id else ()

    def _seen_s(self, stop: Stop) -> float:
        return self.unseen_s(self._cameras(stop))

    # -- the hand

    def _follow_tile(self, run: TourRun, place: int, before: Board, after: Board) -> None:
        was, now = slot_at(before, place), slot_at(after, place)
        if now.is_like(was) or self.boards.is_guest(run.screen_id, place):
            return
        elsewhere = next((n for n, slot in enumerate(after.slots) if slot == was and slot_at(before, n) != was), None)
        if elsewhere is not None and was.content is not None:
            self._publish(run, None)
            run.place = elsewhere
            self._tell(run)
        elif isinstance(now.content, CameraCell) and now.content.camera_id in was.back + was.forward:
            self._halt(run)
        else:
            self._end([run])

    def _halt(self, run: TourRun) -> None:
        """By the operator's hand, and so until an operator lets it go on."""
        if run.is_held or not run.touring.is_paused:
            run.is_held = False
            run.touring = run.touring.paused(self.monotonic())
            self._tell(run)

    # -- which, and telling

    def _of(self, screen_id: int) -> list[TourRun]:
        return [run for run in self._runs if run.screen_id == screen_id]

    def _chosen(self, screen_id: int, cell: int | None) -> list[TourRun]:
        """The tour in a cell of this page; None: that of the whole screen, or else that in the selected cell."""
        board, runs = self.boards.shown(screen_id), self._of(screen_id)
        if cell is None:
            whole = [run for run in runs if run.place is None]
            return whole or [run for run in runs if run.place == board.selected]
        return [run for run in runs if run.place == board.page * board.layout.size + cell]

    def _end(self, runs: Sequence[TourRun]) -> None:
        for run in runs:
            self._runs.remove(run)
            self._publish(run, None)
        if runs:
            self._keep_all()

    def _tell(self, run: TourRun) -> None:
        self._publish(run, self._told(run))
        self._keep_all()

    def _keep_all(self) -> None:
        self.keep([run.kept for run in self._runs])

    def _publish(self, run: TourRun, touring: Touring | None) -> None:
        """Tell it, but not of a cell of another page: it would be taken for one of this page."""
        if self._page(run) in (None, self.boards.shown(run.screen_id).page):
            self.publish(TouringChanged(run.screen_id, self._cell(run), touring))

    def _told(self, run: TourRun) -> Touring:
        return replace(run.touring, cell=self._cell(run))

    def _cell(self, run: TourRun) -> int | None:
        return run.cell_on(self.boards.shown(run.screen_id))

    def _page(self, run: TourRun) -> int | None:
        return None if run.place is None else run.place // self.boards.shown(run.screen_id).layout.size
