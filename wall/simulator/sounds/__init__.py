"""What a microphone on a pole hears: a quiet synthetic sound, made and encoded once for all who listen.

`hum` makes the samples, `encode` the units that a camera sends of them, `shelf` keeps those. Every camera hums in a
pitch of its own, so that whoever listens to one can tell that it is not another.
"""
