"""What one asks the map: how far, who sees this, where is that; and looks at it that are kept, printed and saved.

- `click_tool` is a tool that clicks and lets a drag move the map; `measure` and `sight_tool` are such.
- `sight_panel`, `finder_panel` and `views_panel` stand at the right of the map, one at a time on `side`; `rows` is the
  list that they share. `paper` is the map as it is printed or saved, `paper_desk` does that.
- `desk` assembles all of it and the placing mode, `bar` has its buttons; `ports` is what is asked of the services,
  `part` makes it for each page. `landmarks` are the names of the drawn maps.

Decided, and why
- A tool brings its panel and goes with it; a panel leaves the tool in the hand. Esc takes one thing back at a time.
- *How well a camera sees* is reckoned in pixels a metre, as EN 62676-4 does: houses and trees are not known, and of a
  camera that stands in the ring of its site it is told that its place is approximate. It is reckoned anew for each
  click, with the headings that domes have then.
- *Paper is painted a few milliseconds at a time*, and encoded on a thread of its own: a sheet of A4 held the window up
  for a quarter of a second.
"""
