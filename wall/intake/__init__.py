"""Hears other systems (an MQTT broker, and whoever calls our webhook) and tells them. The only room that knows MQTT.

How it works
    `broker` listens to a broker on a thread of the library's; `webhook` is a small HTTP server on the io loop, that
    reads with `request` and counts callers with `pace`. Both hand over bytes and get a future that is done once what
    they say is on the disk: only then is a message acknowledged (MQTT's QoS 1), or a call answered with 202. What is
    in the bytes is read by `frigate` and `plain`; ONVIF's own events over MQTT (Profile M) are read where its topics
    are known, in `wall.onvif.events.broker_message`. `parsed` makes JSON of bytes.
    `caller` posts a message to an address, `broker_link` publishes one: each in one short talk that blocks, for a
    thread that may wait. `own_call` asks our own webhook whether it listens.

Decisions
    *paho-mqtt, and not aiomqtt on top of it*: aiomqtt acknowledges before a message is handled. paho can leave that to
    us (`manual_ack`), which is all that matters here: 20 messages are under way at once with a broker that nobody has
    tuned, and each waits for the disk for 5 ms.
    *A lasting session* (MQTT 3.1.1, one client id a database): what comes while we are away waits at the broker, and
    what was not acknowledged comes again. It is known by its key then, and not counted twice.
    *An acknowledgement belongs to its connection*: on another one the same number may be another message.
    *QoS 1, never 2*: what comes twice is known anyway.
    *What nobody can understand is acknowledged*, too: it would come again for ever. It is told once a topic.
    *Only the hash of the webhook's token is kept*: it is made of 256 random bits, and shown once.
    *127.0.0.1 unless it is said otherwise*, and no TLS of our own: whoever opens it to a network puts it behind a
    server that has a certificate.

    *A message goes out on a connection of its own*: a supervisor is told a few times an hour, and what was idle for
    long may be half dead without anybody knowing.
    *A redirection is not followed*: the token is not for everybody.
    *Whether a broker lets us publish on a topic, MQTT 3.1.1 does not tell*: it confirms what it throws away, too.

Non-goals: MQTT 5, pictures in messages, Frigate's reviews and its per-camera topics (its events say it).
"""
