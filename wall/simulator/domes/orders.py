"""What the simulator and the process that draws for its domes say to each other.

An order is one line of JSON; an answer is a head, then bytes. Answers come in the order of their orders.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, astuple, dataclass
from enum import StrEnum

from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.domes.look import Look

HEAD = struct.Struct("!I?")
"""How many bytes follow; whether they are a keyframe."""


class What(StrEnum):
    PREPARE = "prepare"
    """Have the scene there. Answered by nothing, when it is."""
    PICTURE = "picture"
    """The next picture of a stream, encoded."""
    STILL = "still"
    """One picture as PNG."""
    FORGET = "forget"
    """The stream is not seen any more."""


@dataclass(frozen=True, slots=True)
class Order:
    """`stream` names whose encoder it is; `number` is the picture's, and tells its time in the scene. `is_hasty`: the
    dome moves, and nobody looks closely at the traffic.
    """

    what: What
    stream: str
    recipe: ClipRecipe
    look: Look
    number: int = 0
    is_key: bool = False
    is_hasty: bool = False

    def to_line(self) -> bytes:
        return json.dumps({**asdict(self), "recipe": astuple(self.recipe), "look": astuple(self.look)}).encode() + b"\n"


def order_of(line: bytes) -> Order:
    """The order on that line."""
    said = json.loads(line)
    recipe, look = ClipRecipe(*said["recipe"]), Look(*said["look"])
    return Order(What(said["what"]), said["stream"], recipe, look, said["number"], said["is_key"], said["is_hasty"])
