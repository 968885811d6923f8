"""Keeps what must survive a restart: SQLite through sqlite-utils, layout files, secrets.

What this room will be: numbered migrations, each in one transaction after a copy of the file, a newer
database refused, and the only SQL of the product. It is empty until the issue that gives the wall a camera
directory: the live wall of the first issue remembers nothing.
"""
