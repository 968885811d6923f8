"""Cameras and sites are put into their places: in a mode of its own, so that nobody moves one by accident.

- `book` is what stands where, with what the hand has done over what is kept; `handles` are what a camera is turned by,
  `gestures` what a drag means, `tool` has the mouse and the keys, `face` paints.
- `drops` takes what is dragged onto the map (`freight`), `unplaced` lists the sites and cameras that stand nowhere.
- `panel` is what stands beside the map, `mode` assembles all of it and turns it on and off.

Decided: what was placed stays where it was put until the inventory says so, or that it could not be kept; a drag is one
step that can be undone, be it of one camera or of a hundred, and so are the arrow keys until they rest.
"""
