"""Where things are on the earth, and where that is on a map. Pure like all of `wall.model`.

- `leaders`: where pinned pictures stand beside their places. `neighbours`: the next camera in each direction.
- `route` and `lasso`: the cameras along a drawn line, and inside one; `grid_here`: in which order and layout they are
  opened.
- `mercator`: between degrees (WGS84) and the unit square of Web Mercator, in which everything on the map is painted.
- `vector`: maps made of points, lines and areas; `style` is what can be said of how a category is painted, and `rules`
  says it.
- `course`: from a place in a direction. `measure`: lengths of lines, and the bar of the scale.
- `standing`: where each camera stands, `placing`: how a hand moves and turns them; `sight`: who sees a spot, how well.
- `coverage`: what was watched, as a share of the time. `units`: patrol cars, and how old what they told may become.
- `place_finder`: places as one types them, `landmarks` those that a drawn map names. `map_view`: a look that was kept.
- `vector`: maps made of points, lines and areas; `style` is what can be said of how a category is painted, and `rules`
  says it.
"""
