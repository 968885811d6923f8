"""CityWall: a control-room video wall for a city's cameras.

The rooms, from the top: `cli` reads the command line, `bench` measures, `app` builds everything once and
hands each part what it needs, `ui` shows facts and takes the operator's hand, `services` are what goes on
in the room, `onvif`, `video`, `maps`, `sticks`, `intake` and `store` each speak to one outside thing, `model` says
what a control room is made of. `simulator` is an independent counterpart: a city of cameras that shares no code with
the rest.
Each room's design note stands in its own `__init__.py`; import-linter holds the order (see pyproject.toml).
"""

__version__ = "0.1.0"
