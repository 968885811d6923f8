"""What goes on in the room. Services own all lasting state and publish facts; they know nothing of Qt, SQL or `vlc`.

The parts
    `io`: the one thread with the one asyncio loop on which all network work happens. `live_view`: what the wall shows,
    in what state, and since when.

    `fleet.Fleet` is everything about the city's cameras but their pictures; `opening.open_fleet` builds it of its real
    parts. Behind it:
    - *Finding*: `finding` runs searches and keeps one row a device; `identity` says which device is which.
    - *Logging in*: `login_guard` is the pure state machine that lets a wrong password reach one camera; `login_desk`
      lets interrogations wait for it, `tile_logins` the tiles of the wall; `assignments` knows which login belongs
      where, `logins` keeps them.
    - *Interrogating*: `survey` works off many devices at once; `surveying` joins search, guard, survey and inventory.
    - *Keeping*: `keeping` makes sites and cameras of surveyed devices (`places` reads where they stand), `edits` is
      what operators do, `directory` holds the inventory in memory and on disk.
    - *Watching*: `check_plan` says when a device is asked, `health` asks it, `verdict` judges, `outage` rolls the
      losses of a site up, `clock_ledger` follows the clocks and `ledgers` writes them down, `rtsp_check` asks what
      is no ONVIF device. `pacing` lets facts through at a pace that a window can draw.

Rules
    Pure things (guard, plan, verdict, outage, keeping, edits, assignments, ledger) take time as an argument and are
    tested without a network. State of the network belongs to the io loop, the inventory's writing to the db thread;
    what both may read is an immutable value that is swapped. Nothing waits for another thread.
    A change is on disk before it is believed; one that fails leaves memory and disk as they were and is published.
    A password leaves `logins` only for a desk that the guard has let through, and for the picture of a camera whose
    login is not held back.

Decisions, and what was measured for them (2 cores shared with the simulator, 640 devices, 694 cameras)
    *At most three logins of a proven credential under way*: "refused by three in a row" is then a promise and not a
    race. No slower than without: 640 devices are surveyed in 6 to 10 s, 9,750 calls.
    *An order that has nothing to do with sites*: one site with another password must not be three refusals in a row.
    *64 interrogations at once*: 16, 32 and 128 took as long on two cores; slow cameras in a city want more than 16.
    *A check every 22 s, not 30*: with a call of 4 s and the jitter no result is older than 27 s. One unsigned call a
    device, 29 a second: 4 % of a core.
    *The guard is asked once a camera has answered 401*, not before a connection: who needs no login gets none, who
    cannot be reached keeps nobody waiting, and a decode process holds no password that no camera has asked for.
    *Devices go by host and port at the login desk*, not by endpoint: a found row and the kept device must be one to
    the guard before the device has told its endpoint.
    *Held logins survive a restart by what the inventory tells* (who refused, who withheld), not by a flag of their own.
    *A camera's site is set once*: scopes are what an installer typed years ago, the operator knows better.
    *One step back*, not many: see `wall.store`.

Non-goals: PTZ, events and alarms (later issues); more than one city in one program; merging two rows of found devices
that turn out to be one only when interrogated (they become one when kept).
"""
