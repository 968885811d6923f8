"""What driving domes needs of the rooms below, and what patrols and duty views need of the desk."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

from wall.model.device import Preset
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.journal import Deed, JournalEntry, JournalQuestion
from wall.model.ptz.move import Place, Velocity, Way
from wall.model.ptz.operator import SYSTEM, Operator
from wall.model.ptz.standing import Duty, PtzStanding
from wall.model.ptz.status import CameraTour, PtzStatus

T = TypeVar("T")


class DrivesDome(Protocol):
    """One dome's line: see `wall.onvif.ptz.line.PtzLine`. On the io loop. DeviceFault, a WallError, where the device
    does not do it. `stop` waits for nothing; questions go beside what moves it.
    """

    async def open(self) -> None: ...

    async def ability(self) -> PtzAbility: ...

    def close(self) -> None: ...

    async def move(self, velocity: Velocity, timeout_s: float = 1.0) -> None: ...

    async def stop(self) -> None: ...

    async def relative(self, way: Way, speed: float = 1.0) -> None: ...

    async def go_to(self, place: Place, speed: float = 1.0) -> None: ...

    async def home(self, speed: float = 1.0) -> None: ...

    async def go_preset(self, token: str, speed: float = 1.0) -> None: ...

    async def set_home(self) -> None: ...

    async def presets(self) -> tuple[Preset, ...]: ...

    async def set_preset(self, name: str, token: str = "") -> Preset: ...

    async def rename_preset(self, token: str, name: str) -> None:
        """It may have to go there and come back."""
        ...

    async def remove_preset(self, token: str) -> None: ...

    async def status(self) -> PtzStatus: ...

    async def auxiliary(self, command: str) -> None: ...

    async def focus(self, speed: float) -> None: ...

    async def stop_focus(self) -> None: ...

    async def auto_focus(self, *, on: bool) -> None: ...

    async def iris(self, step: float) -> None: ...

    async def tours(self) -> tuple[CameraTour, ...]: ...

    async def start_tour(self, token: str) -> None: ...

    async def stop_tour(self, token: str) -> None: ...


class ReachesDomes(Protocol):
    """Where domes are and what is known of them: `wall.services.ptz.reach.Reach`."""

    def line(self, camera_id: int) -> DrivesDome | None:
        """A new one, to be closed in the end; None for what is no dome. On the io loop."""
        ...

    def known(self, camera_id: int) -> PtzAbility | None:
        """What it can do by what was learnt when it was surveyed; None where nothing was. Any thread, cheap."""
        ...


class NotesDeeds(Protocol):
    """`wall.services.ptz.journal.Journal`."""

    def note(self, camera_id: int, deed: Deed, operator: Operator, detail: str = "") -> None:
        """Write it down, in its own time."""
        ...


Touched = Callable[[int, Operator], None]
"""A person (never the system) moves a camera or sends it somewhere. Told on the io loop, at each such wish."""


class SendsDomes(Protocol):
    """What patrols and duty views ask of `wall.services.ptz.desk.PtzDesk`. From any thread; nothing waits.

    Futures end on the io loop, with a WallError where it comes to nothing: cause HELD where a person holds the camera.
    A camera need not be open. The system's hold gives way to every person.
    """

    def standing(self, camera_id: int) -> PtzStanding: ...

    def ability(self, camera_id: int) -> PtzAbility | None: ...

    def listen(self, touched: Touched) -> None:
        """Hear of every hand on a dome, from now on."""
        ...

    def send(self, camera_id: int, token: str, operator: Operator = SYSTEM, speed: float = 1.0) -> Future[None]:
        """Go to a preset, as somebody."""
        ...

    def tours(self, camera_id: int) -> Future[tuple[CameraTour, ...]]:
        """The camera's own patrols."""
        ...

    def run_tour(self, camera_id: int, token: str, operator: Operator = SYSTEM, *, on: bool) -> Future[None]: ...

    def look(self, camera_id: int) -> Future[Place | None]:
        """Where it looks now; None where it does not tell."""
        ...

    def presets(self, camera_id: int) -> Future[tuple[Preset, ...]]: ...

    def ask(self, camera_id: int, question: Callable[[DrivesDome], Coroutine[Any, Any, T]]) -> Future[T]:
        """Something else of its line: `question` is given that on the io loop, in its turn: never while a hand moves
        the dome.
        """
        ...

    def note(
        self,
        camera_id: int,
        *,
        duty: Duty = Duty.NONE,
        moved_by: str = "",
        returns_at_s: float | None = None,
        patrol: str = "",
        is_patrol_paused: bool = False,
    ) -> None:
        """Goes into the standing that is published; the desk leaves these as they were told last."""
        ...

    def write_down(self, camera_id: int, deed: Deed, operator: Operator, detail: str) -> None:
        """Into the journal."""
        ...


class KeepsPtzJournal(Protocol):
    """`wall.store.ptz_journal.PtzJournalStore`. Blocks, on the db thread; StoreError where the disk does not."""

    def add(self, entries: Sequence[JournalEntry]) -> None: ...

    def entries(
        self, camera_id: int | None = None, older_than: JournalEntry | None = None, limit: int = 200
    ) -> tuple[JournalEntry, ...]:
        """The newest first, of one camera or of all."""
        ...

    def find(
        self, question: JournalQuestion, before_id: int | None = None, limit: int = 200
    ) -> tuple[JournalEntry, ...]:
        """Those that fit, the newest first; `before_id`: written before that one."""
        ...

    def names(self) -> tuple[str, ...]:
        """Of all people who stand in it."""
        ...

    def left_moving(self) -> tuple[int, ...]:
        """The cameras that were told to move, by any program, and of which no stop was written down since."""
        ...

    def operators(self) -> tuple[Operator, ...]: ...

    def keep_operator(self, operator: Operator, at_s: float) -> None: ...
