"""The map of the city: layers over each other on one canvas, moved by mouse, fingers and keys.

- `frame` says which part of the world is on the screen, `flight` brings it from one to another; `scene` is its place
  in pyqtgraph's scene, `layer` what a layer and a tool must be, `layers` has them in their order, `canvas` all of it
  under one hand (`grasp`).
- *The ground*: `ground` is the city that ships, and over it the map that was chosen; `base_maps` keeps it to what was
  chosen, `base_menu` is the button for choosing, taking in (`taking_line` says how far that is) and taking out, with
  its panel (`base_panel`): how strong a map is (`opacities`), and the form of a server (`server_form`).
  `vector_layer` paints points, lines and areas (`vector_batches` puts together what is painted alike, `vector_tones`
  has the colours; `vector_names` and `vector_placing` find room for names, signs and marks, `vector_writing` and
  `vector_track` write them), `image_layer` a plan by its corners. `base_layer` has tiles as they come. All three
  paint a `sheet`. `furniture` is the scale and whose map it is.
- *The cameras*: `places` has them as arrays, `arrangement` says which marks stand at a step of the zoom (`grouping`),
  `label_book` where their names do (`label_places`), beforehand. `marks`, `wedges` and `label_texts` are what that
  looks like, painted once into an `atlas` (`sheets`), `standing` puts it down, `camera_layer` is all of it as a
  layer. `states` ranks what a camera can be, `city_states` brings it from the console's facts, `hover_words` says it,
  `muted` keeps who shall not be told of. That alarms of a camera are muted (`show_mutes`) is another thing, and told by
  `wall.ui.alarms`: a bell beside the state, in a mark that reaches as far as where a label begins.
- `page` is the map with the layers of the city, `bar` the line above, `nothing_placed` what it says while it is
  empty; `map_window` is the same by itself, `city_maps` all of them. `part` is what a page can be given beside its
  cameras; `live` is one: live pictures, and what goes to the wall. `ports` is what is asked of the services.
- `placing`, `tools` and `overlays` are another part (`tools.part`): cameras are put into their places, one asks the
  map and looks at what is kept of it, and layers are laid over it and taken away.

Decided, and what was measured for it (2 cores, no GPU, 1920x1080, 640 cameras, 9 live tiles pinned)
- *Nothing is reckoned for a single camera in a frame*: numpy says for all of them where they are, and Qt puts all
  sprites of one kind down in one call, each as large as its wedge needs. 640 marks with 640 wedges and the labels
  there is room for take 2 to 3 ms of a frame of 7 (`bench map`; 5,000 cameras: 9, at worst 21 where all their wedges
  are in view). QGraphicsItems by the camera would be 640 calls of Python a frame.
- *Marks and labels are arranged for steps of half a zoom* and only move in between: what does not overlap at both
  ends of a step does not within it, so nothing jumps while the hand zooms. All steps are arranged beforehand in turns
  of a millisecond; a step that is not ready has marks, and its labels a moment later.
- *Groups by a raster of the world*, joined where its lines cut: they are the same wherever the map is moved to. A
  group shows its worst camera and how many there are; from zoom 15 on a small one opens into a ring, each camera on
  the side that it looks to, for at one mast many have one place.
- *A label is whole or it is the number alone*: half a name is another place.
- *Grey while nobody must look*, as everywhere; shape, colour and, under the pointer, the word. What is watched on the
  wall has a bright rim. Muted cameras are nobody's worst.
- *A changed state does not wait for the lists*, which gather for a tenth of a second: 35 ms from the fact to the
  mark.
- *The page knows the console, not the other way round*: `wall.console` hands the maps into the window.
- *A tile map is painted on a sheet in portions* as its tiles come: at a zoom between two of theirs all of them would
  have to be scaled in each frame, 20 ms.
- A sheet is a picture larger than the view: to pan is to copy it (1 ms of a frame at 1920x1080, 2 ms where it is
  clear), to zoom is to scale it until the map rests. It is painted by the same thread in portions of 4 ms, one
  between two frames, 12 ms while nothing moves: 50 to 70 ms for the city, half a second for 10,000 features. Its
  memory is touched in strips: 20 MB at once took 8 ms. Where it does not reach, a small picture of the whole stands
  in. On paper, and in a picture of the map, everything is painted at once.
- *One short turn a frame* for each sheet (4 ms) and for labels (1 ms), by the clock: the painting thread's own work
  in the worst frame was 24 to 35 ms over the city, and is 12 to 17; with all wedges in view 20 to 30, most of which
  is they themselves (both cores busy with others, `bench map`).
- Lines that are painted alike are one path, simplified to half a pixel for each whole zoom; areas are filled one by
  one, for of two that overlap in one path what both have would be in neither.
- The city is drawn in greys that the theme's are mixed from, with a hint of blue and green: colour on this map means
  a camera that must be looked at.
- Names are written by importance: what finds no room gives way to what was there before, and all of them to cameras.
  A halo of the ground keeps them legible; its outlines are kept, for to stroke them anew took half of the time.
- The city stays under every other map. A plan or a file of one's own is seldom all of it, and a tile may not come.
- Non-goals: north is always up, the ground is flat, and the world does not repeat itself in the east.
"""
