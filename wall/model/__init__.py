"""What a control room is made of: frozen dataclasses, enums, pure functions and the error tree.

Nothing here touches Qt, a socket, a file, a thread or the clock: time comes in as an argument, in seconds of a
monotonic clock unless a name says otherwise. Every other room speaks in these types.

Cameras and pictures
- `stream`: where a picture comes from (`Source`), without ever holding a secret in something printable.
- `camera`: one camera "eye" of the city; `inventory`: all that is kept of them, `device`: what they tell of themselves.
- `tile`: what may be said of a picture on the wall, and the one function that says it (`judge`).
- `decode_cost`: what showing a stream costs; `degradation`: who gives when there is not enough for all, `patience` how
  soon; `stream_choice` and `other_stream`: which of a camera's streams a cell wants, and which it can do with.
- `buffering`: how much of what came is kept; `playhead`: where in it one is looking; `sound`: what is listened to.

The wall
- `grid`: rectangles of whole pixels; `layout`: how a screen is cut into cells on a raster.
- `view`: what is saved and called up; `board`: what stands on a screen, and where the hand is. A board is a value: each
  wish gives a new one, so that undo is keeping the former, and the disk and the window can look at the same one.
- `framing`: how a picture stands in its cell; `zoom`: which part of it is seen, and how many pixels that needs.
- `screen`: which screen is on which display. What cannot be told apart is not guessed, for a wrong wall is worse than a
  question. And the `Refuge` of a lost panel's priority tiles on another screen: guests lie over what is the host's own,
  so that whatever its operator does meanwhile, the guests can be taken out again and nothing of either is lost.
- `touring`: a tour under way; `watching`: who was seen, how long; `bookmark`: a moment that was kept.

The map
- `geo`: where things are on the earth and on the map. `map_kinds`: which base maps there are, and what ails them;
  `map_taking`: one on its way in; `tile_address`: what the address of a tile server must be.

The hand
- `ptz`: a dome in the hand, who holds it, and where it belongs. `sticks`: what the axes of a joystick ask of it.
- `keypad`: a number and Enter. `key_map`: which action has which keys, one key for one action of a window.
- `matching`: what one types against what there is, folded (`fold`). `finder` finds cameras with it, `palette` the rest.

Alarms
- `alarms`: what sources say, which rules make an alarm of it, and what is done until it is closed.

- `errors`: one branch for each thing that can be *done* about a failure.
- `events`, `dome_events`, `alarm_events`: facts that services publish.
"""
