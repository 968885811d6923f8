"""Reads joysticks and CCTV keyboards. The only room that knows SDL.

How it works
    `process` is the main program of a child process: it asks SDL a few hundred times a second and says over a Unix
    socket, in JSON, which sticks there are and how they stand. `sdl` loads the library and tells it to keep to
    joysticks, `reader` makes messages of SDL's events, `access` knows when a stick is there that this account may not
    read. `played` is the same program with virtual sticks (SDL's own), which whoever started it moves: for tests and
    the bench.

What it says
    {"stick": 3, "name": …, "vendor": …, "product": …, "axes": 5, "buttons": 12}: it was plugged in;
    {"stick": 3, "stands": [0, -1200, …], "buttons": 5, "at_s": 12.3}: how it stands, a hat as two more axes; after each
    change, and ten times a second while nothing changes; {"stick": 3, "gone": true}: it was pulled;
    {"stick": -1, "fault": "LOCKED", "detail": …}: why there is none. {"ready": …} and {"alive": true} for who watches.

Decided, and why
- *A process of its own*: a library in C that opens whatever is plugged in must not take the wall with it, has its own
  ideas of signals and D-Bus, and never waits for the interpreter that paints. What it costs: 19 MB, and with no stick
  two looks a second (less than 0.1 % of a core).
- *Whoever holds a stick is asked again and again*: what is repeated every 100 ms is the proof that the stick is still
  held so. A process that hangs or dies proves nothing any more, and the dome stops.
- *Polling every 4 ms* while there is a stick (1.2 % of a core): without a window SDL's own wait polls as well, at
  1 ms, and all the time. A movement is told 2 ms after it on average.
- *evdev only, no HIDAPI*: HIDAPI takes gamepads away from the kernel and needs more rights; nothing here needs rumble.
- Non-goals: force feedback, keyboards that speak a serial protocol (Pelco-D over RS-485) and no HID.
"""
