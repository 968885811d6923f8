"""Packets that suffer on their way: flipped bytes and losses."""

from __future__ import annotations

import random

from wall.simulator.rtp.packets import HEADER

_SHARE = 100
"""One byte in so many of a payload is changed, and at least one of each packet."""

Bounds = list[tuple[int, int]]


def corrupt(block: bytearray, bounds: Bounds, rng: random.Random) -> None:
    """Change random bytes of every packet's payload, in place; RTP headers stay whole."""
    for begin, end in bounds:
        first = begin + HEADER
        for _ in range(1 + (end - first) // _SHARE):
            block[rng.randrange(first, end)] ^= rng.randrange(1, 256)


def lose(block: bytearray, bounds: Bounds, percent: float, rng: random.Random) -> tuple[bytearray, Bounds]:
    """The block without the packets that were lost, and where the others now are."""
    left, kept = bytearray(), []
    for begin, end in bounds:
        if rng.random() * 100 >= percent:
            # The interleaving head of four bytes goes with its packet.
            kept.append((len(left) + 4, len(left) + 4 + end - begin))
            left += block[begin - 4 : end]
    return left, kept
