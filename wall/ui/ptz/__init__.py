"""The hands on the domes: what the UI asks of the services (`port`), keys, mouse and pad.

- `ptz_hand` puts it together for one wall window; `on_wall` is the same for a program in which nothing can be moved.
- `mode`: whose are keys and mouse, the wall's or a dome's. `key_hand` (with `key_ways`, `x_keys`), `steering` (the
  mouse in the tile, with `reticle`), `pad` (with `stick` and its parts) are the hands; what they hold goes through
  `grasp`.
- `ends` and `screen_lock` hear of everything that takes a hand away. `tile_marks` and `words` say how domes are.

Decided, and why
- A movement is a lease: `Grasp` renews what is held every 100 ms from this thread, and never brings back what was let
  go below. Whatever ends a hand lets go of everything and has it begin anew: a key that is still down then moves
  nothing, for nobody knows whether its release will be heard.
- Keys are a mode, because arrows choose cells: a band says whose they are. It ends with its tile, its camera, and with
  a picture that is not of now: nobody drives by what was.
- On an X server Qt takes the first half of a repetition for a release whenever the second half is not there yet: at a
  key held for a second, every other time. So the server is asked whether the key is up, without waiting, for 10 ms at
  most; the same question at each renewal finds a release that was lost. A lock screen that grabs the keyboard takes
  the focus, which is heard; desktops say it over D-Bus as well, before the picture is gone.
- A pull of the mouse is measured from the middle of the tile, not from where it began: what is aimed at is seen.
- The pad takes no focus, so that keys go on driving beside it. It covers neighbours, never the tile that is driven.
- A camera that takes no shares of its picture is sent by what an ordinary dome sees (`model.ptz.aim`): a second click
  corrects it. One that only knows speeds says so.
"""
