"""What was asked of the program, and when: what must be there after its sudden death. Times are monotonic seconds."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from wall.model.board import Board
from wall.model.view import View


@dataclass
class Moment:
    """A bookmark. `kept_s` is when the program said that it is kept, `noted_s` when its note was handed in."""

    camera_id: int
    note: str
    kept_s: float | None = None
    noted_s: float | None = None


@dataclass
class Diary:
    """From one start of the program to its death."""

    boards: dict[int, list[tuple[float, Board]]]
    """By screen: what was asked for, in this order, and since when."""
    views: list[tuple[float, View]] = field(default_factory=list)
    """When each was handed in."""
    moments: list[Moment] = field(default_factory=list)

    @classmethod
    def begun(cls, boards: Mapping[int, Board]) -> Diary:
        """With what is shown already."""
        now_s = time.monotonic()
        return cls({screen: [(now_s, board)] for screen, board in boards.items()})

    def note_board(self, screen: int, board: Board) -> None:
        """This is being asked for."""
        self.boards[screen].append((time.monotonic(), board))

    def age_s(self, screen: int, found: Board, killed_s: float) -> float:
        """How long before the end something newer than this was asked for. AssertionError if this was never shown."""
        told = self.boards[screen]
        places = [place for place, (_, board) in enumerate(told) if board == found]
        assert places, f"screen {screen} never showed {found}, but {[board for _, board in told]}"
        newer = told[places[-1] + 1 :]
        return killed_s - newer[0][0] if newer else 0.0
