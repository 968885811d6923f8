"""Domes in the hand: what is told to them, by whom, and that none of them ever runs away. See `wall.services`.

How a movement ends, whatever happens
    The hand lets go, takes another dome, or is not heard for 0.4 s (its window hangs, its stick is gone): `lease`.
    Somebody takes the dome over, another operator comes, the desk is closed, the program ends: `domes`.
    Something about it is settled anew (`settled`): every hand lets go, and a new line is made once it stands.
    The stop is lost, refused, swallowed, or done before the move: `drive` says it again until it is sure.
    The program is killed: the camera's own timeout (1 s), the guardian, and at the next start the journal.
"""
