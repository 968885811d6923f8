"""RTSP (RFC 2326) as cameras speak it, and the sending of their pictures.

`listener` opens and closes a device's port, `connection` is one client's TCP connection, `dialogue` answers
its requests, `session` is one stream's pictures being sent to it over TCP or UDP (`sink`), `sound_session` its sound,
where the client set that up, too, or alone; `replay` is the one clock that tells all sessions when their next frame is
due.

One clock for all: a timer and a task for each session would wake the loop as often, and cost several times
as much. A session without a client that plays costs nothing.

Not here: RTSP 2.0, tracks that come and go while a session plays, a way back for sound, recording, HTTP tunnelling,
TLS.
"""
