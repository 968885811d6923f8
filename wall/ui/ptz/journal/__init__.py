"""The journal of the domes on a page: who moved, held, reserved, took over which, and when.

- `port` is all that is asked of the room below. `sheet` assembles: `filters` above, the list of acts (`columns`) below;
  `reading` asks for it portion by portion, `words` says it.

Decided: moves that follow one another, and the stops of a patrol, are one row (`model.ptz.acts`): 100,000 entries of a
week are some thousand acts, and what a person did is not lost among what the program did. The file has every entry.
"""
