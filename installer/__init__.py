"""Sets a machine up for CityWall, and does nothing where all is there: `make demo` and `make test` call it.

`python3 -m installer demo|test` from the top of the checkout, with Python 3.10's standard library alone. It
looks at everything before it changes anything: the system packages (system-packages*.txt), a Python of the
right version, the state of `.venv`. Then it installs what is missing with apt, makes `.venv` from the locks
(every file with its hash) and writes a stamp there, last of all. A run that finds the stamp and the packages
changes nothing.

Decided: a virtual environment cannot be moved, so it is built in place; one without a stamp was left
half-built and is built anew, and so is one whose lock, place or Python has changed. No apt: the missing
parts are named, nothing is changed. Not root: sudo, if it may be used or there is someone to ask; else the
line to run is printed.

Non-goals: other package systems than apt (their people are told what to install), Windows and macOS,
upgrades of what is already there.
"""
