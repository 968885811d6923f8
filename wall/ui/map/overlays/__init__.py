"""Layers that are laid over the map and taken away again: where something is out, what was watched, bookmarks, units.

- `switches` knows them by name and turns them on and off, `panel` shows the switches. A layer that is off costs
  nothing: it is not in the scene, asks nobody and hears nothing.
- `outages` are the sites that are out, `heat` is what was watched over the shift; `moments` are bookmarks, `cases` case
  files of a time that a slider chooses (`by_time`, with `time_range` and `flags`). What asks of a time begins with
  `asking`. `units` are patrol cars and whatever else tells where it is.
- `duty` is where domes belong (`duty_layer`), with the board of zones that nobody watches now (`blind_board`).

Open alarms are always there (`wall.ui.alarms.on_map`): nobody may switch them off.

Decided: low overlays lie under the cameras, the others over everything. The heat is one picture, made where the map
rests and taken along while it moves (640 cameras over 1920x1080 with its surroundings: 13 ms); a camera that nobody has
seen is amber, one that was seen for all of the time blue, by the root of its share, so that a look now and then counts.
Zones are as far away as one looks over a crossing: how far a dome is to see nobody has said. The board of 200 zones
over 640 cameras, half of them watched by nobody: 23 ms, once a second.
"""
