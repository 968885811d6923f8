"""A city of cameras for demo, drill and test: an independent counterpart to the wall.

What it is
    One process and one asyncio loop play up to 640 cameras at 180 sites of Bắc Ninh. Each *device* (a fixed
    camera, a dome, or a recorder with several channels) has its own RTSP listener and its own HTTP listener:
    a refused connection is a closed listener, not a pretence. It imports nothing of the rest of `wall`, and
    the rest imports nothing of it: both agree on the RFCs and the ONVIF specifications, on nothing else.

How it works
    `city` says what exists: a deterministic city from a seed. `scenes` and `clips` draw and encode pictures
    once, `sounds` makes what half of the cameras hear; `rtsp` replays the packets of both to every session.
    `domes` are those that move: their motors, and their pictures, drawn by a process of its own while one shows
    what was not shown before.
    `onvif` answers SOAP, snapshots and WS-Discovery. Each make has `onvif.habits` of its own, modelled on real ones,
    and some devices speak HTTPS with a self-signed certificate (`certificates`). `faults` holds what is broken at the
    moment; every server asks it. `snapshot` gives single pictures with the time in them (`restarts`: without
    encoding each anew). `event_firing` lets things happen before cameras; what became of what
    a device had to say of it is in its journal (`onvif.event_journal`).
    `refused_logins` counts what clients did with passwords. `control` switches faults and
    tells all of this over a small local HTTP port, `server` composes all of it, `cli` reads the command line. Devices
    and control share one small HTTP server, `http` and `http_listener`.

Rules
    Identity is stable: the same seed, number of cameras and number of sites give the same serials, endpoint
    references, names and places. Clock and randomness are handed in. Nothing costs anything while nobody
    looks: no timer runs for a camera without a session, no thread belongs to a connection.

Non-goals
    It is no conformance suite and no media server. It says what a careful camera says, and on demand what a
    broken one does. It keeps nothing over a restart. It is reachable on loopback unless told otherwise; its
    password is documented, because nothing it shows is real.
"""
