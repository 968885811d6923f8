"""The fleet's work without a window: `citywall discover`, `probe`, `cameras`, `doctor`.

How it works
    `options` says what the commands take; `citywall --help` loads nothing else of this room. Each command is a module
    that gives the exit status. `expedition` is a search with the interrogation of what it finds, on one asyncio loop,
    built of the same services that the window uses; `keep` puts what it brought home where `database` says. `as_json`
    and `inventory_json` tell it to programs, `device_words` and `table` to people. `login` gets a login without its
    being seen. `doctor` looks at this machine by the checks in `checks`.

Rules
    Results go to standard output, everything else to standard error. A password comes from the environment or is asked
    for, and is never an argument. The exit status is 0, 1 where something is not as it should be (nothing found, a
    device that is not complete, a refused row), 2 where nothing could be done.

Decisions
    *JSON is one object a line*, one line a device, from each command in the same shape: it can be read while it grows,
    and one line at a time by every tool.
    *Without a login a device is interrogated all the same*: its clock, its services and that it wants a login are worth
    knowing.

Non-goals: editing single cameras (the window does), and running for ever (health is the window's).
"""
