"""Shows the wall and takes the operator's hand. The only room besides app and bench that knows Qt.

- `wall_window` assembles the window of one screen, `wall_frame` lays it out. The truth of what stands there is
  the control room's (`room_port.RoomPort`): `wishes` says what the hand wants, the room gives a board, `showing`
  brings it on.
- `cast` resolves a board to cameras (hotspots, `carousels`, tours), `presenter` puts their tiles into the cells,
  `stream_switch` chooses their streams by size and changes them without a black frame, `stage` says which tiles are
  received, decoded, at rest, or given back; `readiness` is what will be shown in a moment.
- `wall_view` is the one widget that paints everything; `tile` is what it knows of a tile, `tile_face` what
  that looks like, `captions` what is written on it, `marks` and `words` how a state is told, `theme` all
  colours, sizes and type.
- `sights` is how an operator looks at the pictures of a screen (`sight`: how closely, framed how, held, with figures),
  `lens` and `holding` change it; `overview` and `held_face` paint it, `picture_facts` are the figures, in the words of
  `figures`. `looking` takes what mouse and fingers (`pinch`) mean for the picture; what they mean is decided in `grip`.
- `replay` looks back at what was kept of tiles: `past` is what such a tile shows, `past_face` what it looks like.
- `hand` is pointer and finger on the wall, `drag` what is carried between all windows and what a drop does, `finger`
  how a finger carries it, `calling` the keypad, `moments` (with `snapshot`, `note_field`) what is kept of a tile;
  `notice_box` says what came of it.
- `recording_hand` is what the key of recording does and what the tiles say of it, in their `corner`; `recordings_port`
  is all that is asked of the room below.
- `sound_hand` is what the keys of sound do and what the tile that is heard says of it; `sound_port` is what is asked.
- `sticks` drives the dome in hand by joysticks.
- `ptz` are the hands on domes: keys, mouse and pad, and all the ways in which a movement ends.
- `screens` has one window a screen of the wall on its display, known by what it says of itself, plugged in or out.
- `following` follows a subject from camera to camera, on the wall (`wall_following`), in the console and on the map:
  `compass` shows who is around, by `directions`.
- `alarms` are what wants somebody: bands and pop-ups on the wall, the bell, signs on the map.
- `map` is the city from above: every camera in its place, on a page of the console and in windows of its own.
- `console` is the control room's own window: cameras, found devices, health. It shows single pictures with the same
  machinery.
- `small_wall` is for pictures that stand elsewhere, painted by the same machinery.
- `screen_state` tells how a screen is; `top_line` is the one line above, `key_list` the sheet on F1, `wall_keys` the
  table both are built from, with `keys`.
- `everything` is the palette of one window: `palette_book` knows what can be found, `palette_sheet` (with
  `palette_list`) is the line and the list, `palette_deeds` what Enter does.
- `collector` runs Python's garbage collector when it holds nobody up, and on the thread of the windows alone.
- `spin` lets the window live while something is waited for.
- `in_order` is a list of which the order matters: the stops of a tour, those of a patrol.
- Facts come up over `signals.EventBridge`, wishes go down through `ports.LiveViewPort`; `language` translates.

Decided, and why
- A tile is never painted in colour on hearsay: a picture too old is greyed even if nobody said so (`Tile`).
- Pictures are asked for at the exact device pixels of their cell and copied straight from shared memory. The
  36 tiles of 320x180 at 15 pictures/s cost 0.04 to 0.05 core: half is memory traffic, half Python and Qt. What
  gave most: labels painted once instead of in each frame (0.17 to 0.04), one region update a tick instead of
  the whole wall (0.13 to 0.04), painting only the tiles that wanted it, with little Python a frame (a seventh).
  Looking every 33 ms instead of every 16 would save 0.007 and cost 9 ms of delay; one QImage a buffer saves
  less than the noise.
- A cell shows its camera's smallest stream that has the pixels of its picture there; alone, or looked at closely, the
  largest. True sizes are learnt from what comes. A size that changes by less than 8 % changes no stream. Whatever
  stream stands there stays until the better one is live; where that fails for 2 s, a smaller one stands in and says so.
- When the budget wants a smaller stream in a cell (`giving_way`), it comes in the same way, says why, and goes when
  there is room again. What the hand is on, stands alone or is looked at closely is never offered: an operator does not
  lose what he has opened. A cell that gave way stays so when the hand passes over it: else each arrow key would open a
  session; the budget brings back first what is in hand.
- The tiles behind a single picture go on for ten seconds, so that a glance costs no player anew.
- A tile belongs to a camera, a stream and a copy, never to a cell: to swap cells, cut the screen anew or undo that asks
  for other sizes at most. What leaves a screen rests (received, not decoded), up to 72 tiles and 60 s a window: two
  walls of 36 are there and back without a connection. Numbers of tiles are given once, over all windows.
- A window shows at once what the hand wished, and reads boards from the room, never from an event: the event of a
  former wish may still be under way and would show the former board for a moment.
- A picture that is looked at closely comes from the largest stream, decoded in steps of 1.4 at as many pixels as the
  zoom needs, at most the stream's own; the small stream goes on behind it. What the decoder gives is cut and scaled by
  the painter: a zoomed 1080p picture takes 3 to 4 ms of the painting thread, in a tile of 320x180 0.15 ms. A tile that
  is seen whole, cropped or stretched is copied pixel by pixel as ever: who decodes makes it as large as it is shown.
- How a picture stands in its cell is the cell's and kept with it; how closely it is looked at, and whether it is held,
  belongs to the slot as long as its camera stays there, and ends with either.
- While a picture is close a drag moves it, and the row with its name, Ctrl or Alt carry the tile. Whatever else the
  mouse comes to do in a tile is decided at the same place, `grip_of`: where a dome is driven, it moves that.
- Of touches only the window hears everything: what one finger does comes as from a mouse, which has no second finger.
  Qt's own pinch begins late, counts twice and warns; two points and their distance are less.
- What a picture is comes before what is said of its camera: that it is of the past, or held, stands inside the frame
  and below the band of an alarm, and who looks back often looks at an alarm.
- Sound belongs to the tile that is seen: it ends with it, or when nobody can see its window, comes back only by the
  key, and a failure is told for 15 s. The window that began it ends it; a token tells it from what another window has
  begun since.
- A held picture keeps its colour, for it is held to be looked at; dashes and a band tell it from a live one and from
  one whose camera stands, and its tile goes on telling how the camera is. It is a copy: it outlives its memory.
- The tile before stays only for what was made ready beforehand (a tour, a carousel) and is late, for 0.7 s at most:
  after a key something must happen within a frame, if only the word "connecting". A tour of a screen waits as a whole,
  because its layout may change.
- Whoever follows a subject has no time to read: the cameras around are received as soon as their arrows are shown, and
  rest, so that the next picture is there with the key. While the arrows stand there, arrow keys and digits mean
  directions; they go after ten seconds, for a digit must not be lost on them later.
- Carousels turn in the window and not in the room: nobody else needs to know. They stand still while one picture is
  alone, and go on while their cell is selected: on each screen one cell always is.
- A hotspot follows when the hand has rested for a quarter of a second, and never takes the tile of another cell.
- A finger lifts a tile by resting on it, and puts it down where it is let go, or touches next, in whichever window: no
  finger gets over the rim between two panels. Qt's own drag is for the mouse; at a finger it ends as it begins. What is
  under the finger is told the events of Qt's drag all the same: who takes the one takes the other.
- A window that nobody sees lets all tiles rest, and gives them back after 15 s; it costs 0.009 of a core then. Hidden
  and minimised Qt tells; covered, Wayland and macOS tell through Qt (`exposure`), an X server when asked
  (`x_visibility`), but not under a compositor. What our own windows cover is not reckoned up: which lies on top Qt does
  not know, and a wall that rests in front of people is worse than one that costs for nothing.
- Qt paints on one thread (`QT_NO_GUI_THREADPOOL`): sharing 36 small pictures out among threads took 0.093 core, 0.074
  without.
- What can be done is known by an id, and its keys are looked up in `model.key_map` for the whole window: of two actions
  with one key Qt would trigger neither. The list of keys is read from the actions as it opens, and painted as one
  widget: 120 labels took 40 ms, twice what a held key has.
- The palette searches on the thread that paints: 10,000 cameras and 2,000 views cost 6 ms a letter at most, less than
  to wait for another thread. What is new is indexed in turns of 250 names; what is not yet there is not found yet.
- Non-goals: no video output of a player library, no OpenGL (the machines of the wall may have neither), no
  widget a tile.
"""
