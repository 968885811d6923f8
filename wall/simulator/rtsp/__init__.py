"""RTSP (RFC 2326) as cameras speak it, and the sending of their pictures.

`listener` opens and closes a device's port, `connection` is one client's TCP connection, `dialogue` answers
its requests, `session` is one stream being sent to it over TCP or UDP (`sink`), `replay` is the one clock
that tells all sessions when their next frame is due.

One clock for all: a timer and a task for each session would wake the loop as often, and cost several times
as much. A session without a client that plays costs nothing.

Not here: RTSP 2.0, several tracks, audio, recording, HTTP tunnelling, TLS.
"""
