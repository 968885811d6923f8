"""Measures on this machine, and assumes nothing: `citywall bench …` prints one JSON object of measured values.

Every benchmark starts the simulated city as a process of its own and the wall as the operator has it; what is
counted is everything but the city. Pictures carry a frame number in their pixels (`frame_number`), so that what was
painted is compared with what was sent, not with what somebody believes.

- `live`: frames, cost, latency and start of a wall of live tiles, against the floor (`floor`) of the same clip, in
  `turns`.
- `soak`: a random fault every second (`mischief`); does anything leak (`possessions`), hang (`heartbeat`), or stay dark
  (`recovery`)? `crowd` says how busy the machine was with other things.
- `replay`: how soon the past is seen, and what keeping it costs.
- `record`: what a recorded tile costs, and how soon after the key there is something on the disk.
- `overview`: every camera in small beside live tiles; how new are the pictures?
- `map`: a city under a hand that does not rest: what a frame takes, and how soon a changed state is seen.
- `ptz`: from a key to the motors of a dome and to its moved picture, and how often one runs away.
- `history`: a million alarms (`kept_alarms`) of which everything is asked (`alarm_questions`): does it come at once?
- `fleet`: from an empty database to a complete inventory; `console`: the same in the window.
"""
