"""The wall's windows on the displays of this machine. `console.py` begins it; the room says which screens there are.

- `displays` tells which displays are there, by what they say of themselves (EDID) and where they hang; which screen
  belongs to which is decided by `model.screen.placed`.
- `wall_windows` has one `pane` a screen where it belongs, and tells the room which panels are gone and back;
  `standing` is the arithmetic of where windows go.
- `awake` keeps the desktop from darkening a wall; `told` puts what happened to displays into words;
  `display_labels` says on each display which one it is, while one is chosen in the console.

Decided, and why
- A display gone takes its window out of sight in the same moment, because the window system would put it onto another
  panel. What is done about it (priority tiles move) waits until plugs have been quiet for 300 ms. The window lives on
  for ten seconds: a panel that only blinked, or came back on another connector, has its pictures at once.
- Kiosk is not a power of the window system: the window has no frame, fills its display, stands on top of what is there,
  takes no wish to close, and goes back to full screen by itself. Nothing is grabbed: keys and pointer are free on every
  other display. What the desktop itself does on its own keys (Alt+Tab, switching to another console) is the desktop's;
  `installer/autostart/xsession` is a session in which there is no desktop.
- Without a window manager nobody makes a window as large as its display: geometry is set, and full screen asked for.
- Where every display carries a wall, the console stands in front of one, and that wall is not kept on top.
- A display that nobody knows is offered in words, and nothing opens by itself: panels are bound by hand, once.
- Under Wayland a program may choose the display of a full-screen window and nothing else: windows without a display go
  where the desktop puts them.
- Non-goal: changing modes, order or rotation of displays. That belongs to the desktop.
"""
