"""The joysticks as the program has them, on sticks that a test moves: SDL's virtual ones, in a real process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.support.waiting import wait_until
from wall.model.events import Event
from wall.model.sticks import StickNews
from wall.services.db_thread import DbThread
from wall.services.io import IoLoop
from wall.services.stick_maps import StickMaps
from wall.services.stick_opening import open_sticks
from wall.services.sticks import PLAYED, Sticks
from wall.store.database import Database
from wall.store.stick_store import StickStore

PATIENCE_S = 20.0


class Player:
    """The hand on virtual sticks."""

    def __init__(self, sticks: Sticks, db: DbThread) -> None:
        self.sticks = sticks
        self._db = db

    def wait_for_disk(self) -> None:
        """All that was settled until now is on the disk."""
        self._db.ask(lambda: None).result(PATIENCE_S)

    def plug(self, stick: str = "a", name: str = "Cần thử", axes: int = 3, buttons: int = 12) -> int:
        """Gives the number under which it is known."""
        before = set(self.sticks.sticks)
        self.order("plug", stick, name=name, axes=axes, buttons=buttons)
        wait_until(lambda: set(self.sticks.sticks) - before, PATIENCE_S)
        return next(iter(set(self.sticks.sticks) - before))

    def move(self, axis: int, value: int, stick: str = "a") -> None:
        self.order("axis", stick, axis=axis, value=value)

    def press(self, button: int, stick: str = "a") -> None:
        self.order("button", stick, button=button, is_pressed=True)

    def let_go(self, button: int, stick: str = "a") -> None:
        self.order("button", stick, button=button, is_pressed=False)

    def pull(self, stick: str = "a") -> None:
        self.order("pull", stick)

    def order(self, do: str, stick: str, **what: object) -> None:
        self.sticks.play({"do": do, "stick": stick, **what})


@contextmanager
def running_sticks(
    publish: Callable[[Event], None], hear: Callable[[StickNews], None], database: Path, program: str = PLAYED
) -> Iterator[Player]:
    """They run while the context does."""
    with IoLoop() as io, closing(DbThread(publish)) as db:
        opened = db.ask(lambda: Database(database)).result(PATIENCE_S)
        maps = StickMaps(db, lambda: StickStore(opened), publish)
        with open_sticks(io, publish, hear, maps, program=program) as sticks:
            yield Player(sticks, db)
        db.ask(opened.close).result(PATIENCE_S)
