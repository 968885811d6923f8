"""Joysticks in the hand: what they drive, and what their buttons do.

- `port` is what is asked of the room below. `bridge` brings how a stick stands to the UI thread: of one that moved
  twice meanwhile only the last is told, but no button is lost.
- `hand` makes movements of it, `deeds` does what a button is for, `in_hand` says to which dome, and finds the actions
  of the windows.

Decided, and why
- A stick drives the selected tile of the screen in hand, and only while a window of ours is active. It says again how
  it stands every 100 ms, and each time the dome is told: whoever reads the stick is part of the dead-man's chain.
- An axis asks nothing until it was at rest once: after a stick is plugged in, a window has become active, the desktop
  was locked, another tile is selected, somebody else is at the desk, or the picture is one of now again. A held stick
  never jumps over to another dome.
- While the page of the sticks is looked at, they move nothing but what is drawn there.
- Nobody drives by a picture that is held, or of the past.
"""
