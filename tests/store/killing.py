"""Lets a program work and kills it with SIGKILL at some moment. It forks: only for a process without threads."""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress

_FIRST_S = 10.0


def killed_once(work: Callable[[int], None], chance: random.Random) -> dict[str, int]:
    """What it told last of each kind, as lines `what number` on the descriptor that `work` is given.

    Every other time it is killed soon after its start, else soon after it has told something: a slow machine shall not
    make every kill hit the opening of the database.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            work(theirs)
        os._exit(1)
    os.close(theirs)
    if chance.random() < 0.5:
        select.select([ours], [], [], _FIRST_S)
    time.sleep(chance.uniform(0.0, 0.12))
    os.kill(child, signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), "the child ended by itself"
    with os.fdopen(ours) as told:
        return {what: int(number) for what, number in (line.split() for line in told)}
