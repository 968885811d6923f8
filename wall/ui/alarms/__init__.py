"""Alarms on the wall, on the map and to be heard. Their page is `wall.ui.console.alarms`.

- `port` is what they ask of the desk, `facts` what is open now: told at once, and what a storm brings every 50 ms
  together. `words` and `marks` say it; `ears` hears what concerns alarms; `count` stands in the console's top line.
- `hand` is the wall's keys, with `bands`, which say on tiles what nobody has acknowledged. `on_walls`: `pop_ups` bring
  cameras of alarms onto the screen that their rule names (`popup_places` says where), `sounding` rings. `on_map` with
  `map_layer` is the map's.
- `drill_button` (with `drill_desk`) makes drills and tells how they went; `ways_in_news` says how other systems get in.

Decided, and why
- An alarm has one place, on one screen: what pops up everywhere is seen nowhere. At most a fourth of a screen's cells
  are taken; of more alarms the most urgent stand there, and the others wait for a cell.
- A pop-up never comes over a dome that a person holds, into a cell on tour, or under the hand; where a picture is
  looked at alone, only an alarm of priority 1 or 2 takes its place. What the operator puts there is his: the alarm's
  picture does not come again, and nothing is brought back over it.
- What stood there is remembered as a slot, memory and framing included, and is the slot's last camera in its own memory
  as well: after a crash one step back brings it.
- The bell is not the cameras' sound: another process, not turned down with them, and tried again every five seconds
  where there is no device. It rings once for all alarms, as the most urgent one does.
- Nothing is acknowledged unseen: the console's key leads to the alarm first, and does it when the alarm is at hand.
- Bands are on every tile of the camera, also where nothing popped up: whoever looks at it sees that it is the one.
- The list changes at most every 400 ms: rows that dance cannot be read. 5,000 alarms in 10 s, each a row of its own,
  with 640 cameras on the map, the bell and pop-ups (`popup_queue`): 0.18 core of the UI thread, which is held for 31 ms
  (p99), 68 ms at most; the page alone 0.07 core and 26 ms. To acknowledge all of them at once holds it for 33 ms.
- What was there before a pop-up is not known any more after a crash: then its alarm's camera stands in its slot, and
  nothing is brought back by itself.
"""
