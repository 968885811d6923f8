"""Clips: what the cameras show, encoded once, kept on disk, packetised once.

A clip is a list of access units of one codec that repeats seamlessly. Each picture carries its number in a
strip at the top left (`strip`), so that a reader of pixels can tell which picture it is. `recipe` says what
a clip is made of, `encode` makes it, `store` keeps it on disk, `shelf` hands it out and starts the work in
a process of its own, so that listeners answer while pictures are still drawn.

Encoding in the server was tried and left: drawing holds the interpreter, and every session would stutter.
"""
