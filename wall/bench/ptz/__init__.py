"""`citywall bench ptz`: does a dome feel as if it were held, and does none ever run away?

On a wall of live tiles real keys and a virtual joystick drive domes of the simulated city, whose own record says when
a command came and when its motors stood (`record`).

- `move_ms_*`, `stop_ms_*`: from the key's event to the SOAP request at the dome's socket; both clocks are one.
  `stick_*`: from the order to the virtual stick, which goes through a process of its own.
- `pixel_ms_*`: from the key's event to the first painted picture that has moved (`shift`).
- `runaways`: of so many sessions (`sessions`, `killed`), each with another end and other faults, those in which a motor
  still moved `RUNAWAY_S` after the hand had let go or the program had died; `sessions_by_end` says how they ended.

`stage` builds city, program and wall, `hand` is the operator with `tools` in it, `times` takes times, `sessions` and
`killed` end in all ways that `endings` knows, and `program` is what is killed.
"""
