"""What the program and its playback process tell each other, as messages."""

from __future__ import annotations

from wall.model.film import FilmPhase, FilmState
from wall.video.channel import Message


def state_message(film: int, state: FilmState) -> Message:
    """`film` is the number under which it was opened."""
    return {"tile": film, "phase": state.phase.name, "at_s": round(state.at_s, 3)}


def read_state(message: Message) -> FilmState:
    """What `state_message` wrote."""
    return FilmState(FilmPhase[message["phase"]], message["at_s"])
