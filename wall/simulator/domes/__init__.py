"""The city's domes: motors, lenses and what they did; and their pictures, made only while somebody watches.

How it works
    `dome.Dome` is the machine: three motors (`axis`: with inertia, within limits), presets, home, patrols (`tours`),
    a lens and its helpers (`lens`). Where it is, is a function of time: nothing runs while it moves. `record` keeps
    what it was told and how it moved, for whoever measures; the control port tells it (`told`).

    A `look` is what decides what its picture shows. `scenery` has the wide scene around what a fixed camera there
    shows, painted once; a picture is a part of it with the traffic of the moment. `drawing` is the process that draws
    and encodes (`live_encoder`), `studio` its client, `orders` what they say to each other.

    `feed` is one watched stream of a dome. At rest it replays: at home the clip that a fixed camera would show,
    elsewhere the round of pictures that was recorded when the dome came there first (`loops`). In motion, and for a
    round after it, each picture is drawn when it is due, in the same order of numbers and with the same parameter sets
    (`parameter_sets`), so that a client sees one stream. Recording rather than drawing for ever, because a wall has
    many domes at rest and few in motion; and rather than a still, because a scene without its traffic is a dead one.
    Of a moving dome the traffic is drawn five times a second, of one that is being recorded every second picture: a
    wall's stream then costs a twelfth of a core.

Rules
    Times are monotonic seconds, handed in. Event-loop thread only. Positions are in ONVIF's generic spaces. The process
    that draws starts with the first dome that is watched, and never where all cameras show one film.
"""
