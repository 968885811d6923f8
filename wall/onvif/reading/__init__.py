"""Understands what devices answer: pure functions from the body of a reply to values, and what was wrong with it.

How it works
    One module for each kind of reply. Each has `read_…(body) -> (value, problems)`: the value is what can be
    understood, however little, and each thing that cannot be is a `Problem` with a name. Nothing is raised. `assemble`
    then makes cameras of video sources, profiles, addresses, PTZ nodes and presets.

Rules
    *Local names only* (see `wall.onvif.xml`), in the place where they belong, and where replies are known to lack a
    wrapper, at any depth. *A reply that lacks something says so in a problem and keeps the rest.* Words of the device
    that reach a person are cut and cleaned (`values.said`); tokens are kept as they are, since the device wants them
    back, unless they are so long that they cannot be meant. A value that was never filled in (`${MODEL}`) is missing.
    One reply gives at most a few problems: the same thing wrong with 36 profiles is one, with their tokens.

Decided
    *Not with zeep*: it raises on the first thing that is not as in the schema, and costs ten times as much.
    *Unknown encodings stay*, with `codec` None: the device has that stream, we cannot show it.
    *Media2's word goes before Media's*, which cannot say H.265; what only one of them tells is kept.

Measured (2 cores of a 2.x GHz server): see `tests/onvif/reading/test_cost.py`.
"""
