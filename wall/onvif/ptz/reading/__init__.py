"""Reads what domes answer. Everything is looked up by local name and taken as it is meant; see `wall.onvif.xml`."""
