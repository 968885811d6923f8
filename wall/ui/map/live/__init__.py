"""Live pictures on the map, and what goes from the map to the wall.

- `desk` assembles all of it for one map. `tiles` receives: one stage for all pictures of a map, which shows the stream
  that the wall shows already where there is one. `picture` is one picture over the map, `hover` the one that follows
  the pointer, `pins` those that stay, beside their places (`wall.model.geo.leaders`), with the lines of `leader_layer`.
- `to_wall` opens cameras as a grid on a screen, `screen_chooser` asks on which; `line_tool` draws around cameras
  (lasso) or along them (route); `carrying` drags them away. `hopping` follows a subject from pin to pin.

Decided
- *Widgets over the map, not items in its scene*: a live picture repaints its own pixels fifteen times a second, and the
  map under it not once. Moving along with the map costs a move of the widget.
- *The stream of the wall, whatever its size*: a picture on the map is small, and would by itself take the camera's
  smallest stream; where the wall has the large one that would be a second session and a second decoding.
- *What leaves rests for some seconds*: a pointer that comes back finds the picture there. A map that nobody sees gives
  everything back at once.
- Non-goals: no sound, no zoom, no replay here: a click on the wall has all of that.
"""

from wall.ui.map.live.tiles import FIRST_MAP_TILE

__all__ = ["FIRST_MAP_TILE"]
